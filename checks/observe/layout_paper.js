// What paper shows: pale text, menus, and what of the main text does not get there.

const white = [255, 255, 255, 1];

const isPrinted = element => styleOf(element).printColorAdjust === "exact";

// Browsers print no backgrounds but those that a page insists on.
const paperUnder = element => {
  const painted = [element, ...ancestors(element)].filter(isPrinted).reverse();
  return painted.reduce((under, at) => checks.over(checks.colour(styleOf(at).backgroundColor), under), white);
};

const isOff = element =>
  element.closest(":disabled, [aria-disabled=true]") || element.closest("label")?.control?.matches(":disabled");

const paleTexts = all => {
  const found = new Map();
  for (const { element, aside } of all) {
    if (aside || found.has(element) || isOff(element)) continue;
    const chain = [element, ...ancestors(element)];
    if (chain.some(at => isPrinted(at) && styleOf(at).backgroundImage !== "none")) continue;
    const opacity = chain.reduce((product, at) => product * Number(styleOf(at).opacity), 1);
    const under = paperUnder(element);
    const [red, green, blue, alpha] = checks.colour(styleOf(element).color);
    const ratio = checks.contrast(checks.over([red, green, blue, alpha * opacity], under), under);
    found.set(element, { element, colour: styleOf(element).color, ratio });
  }
  return [...found.values()].filter(({ ratio }) => ratio < 4.5)
    .map(({ ratio, ...text }) => ({ ...text, ratio: rounded(ratio) }));
};

const mainParts = () => {
  const found = [...document.querySelectorAll("main, [role=main]")];
  return found.length ? found : [body];
};

const menus = () => [...document.querySelectorAll("nav, [role=navigation], [role=menubar], [role=menu]")].filter(menu =>
  !menu.closest("main, [role=main]") && !menu.parentElement.closest("nav, [role=navigation]") &&
  [...menu.querySelectorAll("a[href]")].some(checks.isOnScreen));

// Whether there are words that are on no control and no link.
const hasOwnWords = element => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const isOwn = !node.parentElement.closest(`a, button, select, textarea, label, summary, nav, ${noText}`);
    if (isOwn && /\p{L}/u.test(node.data)) return true;
  }
  return false;
};

// The outermost elements of the main part that are not rendered, and hold words of their own.
const unrendered = () => {
  const found = [];
  const walk = element => {
    if (element.matches(`${noText}, dialog, [popover], nav, form`)) return;
    const isShown = element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) ||
      styleOf(element).display === "contents";
    const isFolded = element.closest("details:not([open])") !== null;
    if (!isShown && hasOwnWords(element)) found.push({ element, folded: isFolded });
    else if (isShown) [...element.children].forEach(walk);
  };
  mainParts().forEach(walk);
  return found;
};
