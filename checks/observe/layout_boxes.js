// What the other parts stand on, and the boxes that make the page wider than the window.
const [state] = arguments;
const onPaper = state === "print";
const page = document.scrollingElement ?? document.documentElement;
const body = document.body ?? document.documentElement; // a drawing of its own has no body
const width = document.documentElement.clientWidth;
const loose = 2; // px: borders, italics and rounding
const isRtl = getComputedStyle(document.documentElement).direction === "rtl";

const { parentOf, ancestors, everyElement } = checks;

const remembered = ask => {
  const known = new Map();
  return element => {
    if (!known.has(element)) known.set(element, ask(element));
    return known.get(element);
  };
};

const rounded = number => Math.round(number * 100) / 100;

const styleOf = remembered(element => getComputedStyle(element));

const isCutAway = remembered(element =>
  Boolean(element) && element !== body && (checks.isCutAway(element) || isCutAway(element.parentElement)));

const isOnScreen = remembered(element => checks.isVisible(element) && !isCutAway(element));

// What needs two dimensions to be understood or used. <https://www.w3.org/TR/WCAG22/#reflow>
const isTable = table =>
  !/^(none|presentation)$/.test(table.getAttribute("role") ?? "") &&
  table.querySelector("th, caption, [role=columnheader], [role=rowheader]") !== null;

const needsRoom = element => {
  const found = element.closest("table, [role=table], [role=grid], pre, code, samp, kbd, img, svg, canvas, video, " +
    "map, object, embed, iframe, math, [role=img], [role=toolbar], [role=application], textarea, select");
  return Boolean(found) && (found.localName !== "table" || isTable(found) || needsRoom(found.parentElement ?? found));
};

const isScrolling = overflow => /^(auto|scroll)$/.test(overflow);
const isCutting = element => styleOf(element).overflowX !== "visible" || styleOf(element).overflowY !== "visible";

// The ancestors that can cut an element off: those between a fixed or absolute element and what it is placed by
// do not, nor do the root and the body, whose overflow is the window's.
const cuttersOf = remembered(element => {
  const { position } = styleOf(element);
  let at = parentOf(element);
  if (position === "fixed") at = placerOf(at, style => style.transform !== "none");
  if (position === "absolute") at = placerOf(at, style => style.position !== "static" || style.transform !== "none");
  if (!at || at === document.documentElement || at === body) return [];
  return isCutting(at) ? [at, ...cuttersOf(at)] : cuttersOf(at);
});

const placerOf = (element, places) => {
  let at = element;
  while (at && !places(styleOf(at)) && !/paint|strict|content/.test(styleOf(at).contain)) at = parentOf(at);
  return at;
};

const clientBox = element => {
  const { left, top } = element.getBoundingClientRect();
  const x = left + element.clientLeft;
  const y = top + element.clientTop;
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
};

const viewportOverflow = () => {
  const { overflowX } = styleOf(document.documentElement);
  return overflowX === "visible" ? styleOf(body).overflowX : overflowX;
};

const sticksOut = ({ left, right, width: wide, height }) =>
  wide > 0 && height > 0 && (isRtl ? left + scrollX < -loose : right + scrollX > width + loose);

const widensPage = element => {
  if (!element.checkVisibility() || !sticksOut(element.getBoundingClientRect())) return false;
  if (element.closest("svg") && element.localName !== "svg") return false;
  if (styleOf(element).position === "fixed") return false;
  return !cuttersOf(element).length && !ancestors(element).some(at => styleOf(at).position === "fixed");
};

const fitsIn = (inner, outer) => {
  const [small, large] = [inner, outer].map(element => element.getBoundingClientRect());
  return small.left >= large.left - loose && small.right <= large.right + loose;
};

const extent = box => ({
  width: Math.round(box.width), edge: Math.round(isRtl ? width - box.left : box.right),
});

// What there is to read or use beyond the edge of the window: not the empty part of a box.
const things = "img, svg, video, canvas, iframe, object, embed, button, input, select, textarea";

const partsOutside = (element, texts) => [
  ...texts.filter(text => text.lines.some(sticksOut)).map(text => text.element)
    .filter(part => part === element || ancestors(part).includes(element)),
  ...[element, ...everyElement(element)]
    .filter(part => part.matches(things) && sticksOut(part.getBoundingClientRect())),
];

// From each of the innermost elements that stick out up to the one that is itself wider than its place; and the
// elements that fit while a line of their own text does not. `empty` says that only empty parts stick out.
const causes = texts => {
  const out = everyElement(body).filter(widensPage);
  const all = new Set(out);
  const inner = out.filter(element => ![...element.children].some(child => all.has(child)));
  const boxes = new Set(inner.map(element => {
    let at = element;
    while (all.has(parentOf(at)) && fitsIn(at, parentOf(at))) at = parentOf(at);
    return at;
  }));
  const lines = texts
    .filter(({ element }) => !all.has(element) && !cuttersOf(element).length && styleOf(element).position !== "fixed")
    .map(({ element, lines }) => ({ element, line: lines.find(sticksOut) }))
    .filter(({ element, line }) => line && !ancestors(element).some(at => boxes.has(at)));
  const wide = [...boxes].map(element => ({ element, parts: partsOutside(element, texts) }))
    .filter(({ parts }) => parts.length)
    .map(({ element, parts }) => ({
      element, ...extent(element.getBoundingClientRect()), needs_room: needsRoom(element) || parts.every(needsRoom),
    }));
  const long = lines.map(({ element, line }) => ({ element, ...extent(line), needs_room: needsRoom(element) }));
  return {
    wide: [...wide, ...long],
    empty: !wide.length && !lines.length && (boxes.size > 0 || sticksOut(body.getBoundingClientRect())),
  };
};
