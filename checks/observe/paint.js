// Stands before the scripts that ask how something is painted: the colours of an element and of what lies under it,
// as far as computed styles settle them. A colour is [red, green, blue, alpha], 0 to 255 and 0 to 1.

const styles = new Map();
const styleOf = element => {
  let style = styles.get(element);
  if (!style) styles.set(element, (style = getComputedStyle(element)));
  return style;
};

const boxes = new Map();
const boxOf = element => {
  let box = boxes.get(element);
  if (!box) boxes.set(element, (box = element.getBoundingClientRect()));
  return box;
};

const chains = new Map();
const chainOf = element => {
  let chain = chains.get(element);
  if (!chain) chains.set(element, (chain = [element, ...checks.ancestors(element)]));
  return chain;
};

const dilute = ([red, green, blue, alpha], share) => [red, green, blue, alpha * share];

// Why the colours in and under an element are not known from its styles alone, or "".
const oddity = new Map();
const oddityOf = element => {
  if (!oddity.has(element)) {
    const style = styleOf(element);
    oddity.set(element, style.backgroundImage !== "none" ? "a picture or gradient" :
      style.filter !== "none" || style.backdropFilter !== "none" ? "a filter" :
      style.mixBlendMode !== "normal" || style.maskImage !== "none" ? "a blend or mask" : "");
  }
  return oddity.get(element);
};

// The root's background, or else the body's, covers the whole page.
// <https://www.w3.org/TR/css-backgrounds-3/#special-backgrounds>
const isWholePage = element =>
  element === document.documentElement || (element === document.body &&
    styleOf(document.documentElement).backgroundColor === "rgba(0, 0, 0, 0)" &&
    styleOf(document.documentElement).backgroundImage === "none");

const fills = new Map();
const fillOf = element => {
  let fill = fills.get(element);
  if (!fill) {
    const isDrawn = element.namespaceURI === "http://www.w3.org/2000/svg" && element.localName !== "svg";
    fills.set(element, (fill = isDrawn ? [0, 0, 0, 0] : checks.colour(styleOf(element).backgroundColor)));
  }
  return fill;
};

const holds = (outer, inner) =>
  inner.left >= outer.left - 1 && inner.right <= outer.right + 1 &&
  inner.top >= outer.top - 1 && inner.bottom <= outer.bottom + 1;

// What `colour` looks like in an element, on a ground, and that ground: over all backgrounds up to the page,
// with the opacity of each element on the way. `layers` lie between the colour and the element.
const paint = (colour, element, layers = []) => {
  let [front, ground] = [colour, [0, 0, 0, 0]];
  for (const layer of layers) [front, ground] = [checks.over(front, layer), checks.over(ground, layer)];
  for (const at of chainOf(element)) {
    const fill = fillOf(at);
    if (fill[3]) [front, ground] = [checks.over(front, fill), checks.over(ground, fill)];
    const opacity = Number(styleOf(at).opacity);
    if (opacity < 1) [front, ground] = [dilute(front, opacity), dilute(ground, opacity)];
  }
  const page = checks.canvas();
  return [checks.over(front, page), checks.over(ground, page)].map(([red, green, blue]) => [red, green, blue].map(Math.round));
};

const documents = () => [document, ...checks.everyElement().map(({ shadowRoot }) => shadowRoot).filter(Boolean)];

// What `act` returns, which changes styles for a moment: each change shows at once, also when it is taken back.
const withoutTransitions = act => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("*, ::before, ::after { transition: none !important }");
  const roots = documents();
  for (const root of roots) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const answer = act();
  document.documentElement.getBoundingClientRect(); // the styles are as before while there are no transitions
  for (const root of roots) root.adoptedStyleSheets = root.adoptedStyleSheets.filter(other => other !== sheet);
  return answer;
};
