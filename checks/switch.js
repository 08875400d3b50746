// Presses the site's own light/dark switch until the page is dark: a switch may go through "as the system"
// first.
const [selector] = arguments;

const isDark = () => {
  const { body, documentElement } = document;
  const grounds = [body, documentElement].map(element => getComputedStyle(element).backgroundColor);
  const ground = grounds.find(colour => !/, 0\)$/.test(colour)) ?? "rgb(255, 255, 255)";
  const [red, green, blue] = ground.match(/[\d.]+/g);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue < 100;
};

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

for (let presses = 0; presses < 3; presses++) {
  document.querySelector(selector).click();
  await wait(20);
  checks.endAnimations();
  if (isDark()) return;
}
throw new Error(`The switch ${selector} was pressed three times and the page did not turn dark.`);
