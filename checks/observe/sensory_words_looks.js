// A part of sensory_words.js: whether something that looks as a word says stands on the page.

const signs = {
  circle: /[●○◯⚫⚪]/u,
  diamond: /[◆◇♦♢]/u,
  heart: /[♥♡❤]/u,
  hexagon: /[⬡⬢]/u,
  round: /[●○◯⚫⚪]/u,
  square: /[■□▪▫◼◻]/u,
  star: /[★☆✩✪✭✮✯⭐✦✧]/u,
  triangle: /[▲△▴▵▶▷►▼▽▾▿◀◁]/u,
  triangular: /[▲△▴▵▶▷►▼▽▾▿◀◁]/u,
};
const controls = {
  box: "input, textarea",
  button: "button, [role=button], input:is([type=button], [type=submit], [type=image])",
  field: "input, textarea, select",
  icon: "button, a[href], [role=button]",
  link: "a[href]",
  menu: "[role=menu], nav, menu",
  tab: "[role=tab]",
};
// The hue of a color as people name it.
const hues = [
  [15, "red"], [45, "orange"], [70, "yellow"], [165, "green"], [260, "blue"], [300, "purple"], [345, "pink"],
];
const colorName = value => {
  const [red, green, blue, alpha] = checks.colour(value);
  const [least, most] = [Math.min(red, green, blue), Math.max(red, green, blue)];
  if (alpha <= 0.5) return "";
  if (most - least < 40) return most < 60 ? "black" : most > 230 ? "white" : "gray";
  const part = (one, other) => ((one - other) / (most - least)) * 60;
  const degrees = most === red ? part(green, blue) : most === green ? 120 + part(blue, red) : 240 + part(red, green);
  return hues.find(([end]) => (degrees + 360) % 360 < end)?.[1] ?? "red";
};

const middleOf = element => {
  const { left, width } = element.getBoundingClientRect();
  return left + width / 2;
};

// Left and right are those of the window, or of the block that gives the instruction.
const looks = (element, { word, block, beside }) => {
  const style = getComputedStyle(element);
  const { width, height } = element.getBoundingClientRect();
  if (/^(left|right)$/.test(word)) {
    return (middleOf(element) > (beside ? middleOf(block) : innerWidth / 2)) === (word === "right");
  }
  if (/^(round|circular|circle)$/.test(word)) {
    return Math.abs(width - height) < 4 && parseFloat(style.borderTopLeftRadius) >= Math.min(width / 2, 50);
  }
  return colorName(style.backgroundColor) === word.replace("grey", "gray");
};

const hasControl = instruction =>
  Boolean(controls[instruction.thing]) && [...document.querySelectorAll(controls[instruction.thing])]
    .some(element => checks.isVisible(element) && looks(element, instruction));

const hasSign = ({ word }, documents) =>
  Boolean(signs[word]) && documents.some(page => signs[word].test(page.body.textContent));
