// What style sheets make of the size and of the orientation of the window.

const sheets = () => [...document.styleSheets, ...document.adoptedStyleSheets];

// A rule inside another one selects by what the outer one does; declarations inside have no selector themselves.
const selectorOf = (rule, outer) =>
  (outer ? rule.selectorText?.replaceAll("&", `:is(${outer})`) : rule.selectorText) ?? outer;

// All declarations, each with the selector of its elements and the media lists that it stands under. A sheet of another
// site does not tell.
const styleRules = () => {
  const found = [];
  const walk = (rules, media, outer) => {
    for (const rule of rules) {
      const selector = selectorOf(rule, outer);
      if (rule.style && selector) found.push({ style: rule.style, selector, media });
      const inner = rule.styleSheet ? () => rule.styleSheet.cssRules : () => rule.cssRules;
      try {
        walk(inner() ?? [], rule.media ? [...media, rule.media] : media, selector);
      } catch {}
    }
  };
  for (const sheet of sheets()) {
    try {
      walk(sheet.cssRules, [sheet.media], "");
    } catch {}
  }
  return found;
};

const matched = ({ selector }) => {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
};

// Texts whose font size follows the window's and so may not grow when the page is zoomed.
// <https://www.w3.org/WAI/WCAG22/Techniques/failures/F94>
const byWindow = /\d(?:[sld]?v(?:w|h|i|b|min|max)|cq(?:w|h|i|b|min|max))\b/;

const fluidTexts = (all, rules) => {
  const fluid = new Set(rules.flatMap(({ style }) =>
    [...style].filter(name => name.startsWith("--") && byWindow.test(style.getPropertyValue(name)))));
  const isFluid = style => {
    const size = `${style.getPropertyValue("font-size")} ${style.getPropertyValue("font")}`;
    return byWindow.test(size) || [...size.matchAll(/var\((--[\w-]+)/g)].some(([, name]) => fluid.has(name));
  };
  const roots = new Set([
    ...rules.filter(({ style }) => isFluid(style)).flatMap(matched),
    ...[...document.querySelectorAll("[style*=font]")].filter(element => isFluid(element.style)),
  ]);
  if (!roots.size) return [];
  const elements = new Set(all.filter(({ aside }) => !aside).map(({ element }) => element));
  return [...elements].filter(element => [element, ...ancestors(element)].some(at => roots.has(at)))
    .map(element => ({ element, size: parseFloat(styleOf(element).fontSize) }));
};

// Orientation <https://www.w3.org/WAI/standards-guidelines/act/rules/b33eff/>

const ways = ["portrait", "landscape"];
const wayOf = ({ mediaText }) =>
  /\bnot\b/.test(mediaText) ? null : mediaText.match(/orientation:\s*(portrait|landscape)/)?.[1];

// <https://www.w3.org/TR/css-transforms-1/#transformable-element>
const canTurn = element =>
  getComputedStyle(element).display !== "inline" || element.namespaceURI !== "http://www.w3.org/1999/xhtml" ||
  element.matches("img, video, audio, canvas, iframe, embed, object");

// The angle that an element is turned by around the axis that points at the reader, in degrees.
const angleOf = element => {
  if (!canTurn(element)) return 0;
  const { transform, rotate } = getComputedStyle(element);
  const { a, b } = new DOMMatrix(transform === "none" ? "" : transform);
  const own = rotate === "none" || /^[xy] /.test(rotate) ? 0 : parseFloat(rotate.match(/(-?[\d.e+-]+)deg/)?.[1] ?? 0);
  return Math.atan2(b, a) * 180 / Math.PI + own;
};

const asksToTurn = text =>
  /\b(rotate|turn|tilt|flip|switch)\b/i.test(text) && /\b(device|phone|tablet|screen|landscape|portrait)\b/i.test(text);

const coversWindow = element => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  const wide = Math.min(right, innerWidth) - Math.max(left, 0);
  const tall = Math.min(bottom, innerHeight) - Math.max(top, 0);
  return /^(fixed|absolute)$/.test(getComputedStyle(element).position) && wide * tall > 0.9 * innerWidth * innerHeight;
};

// Style rules under an orientation are put in force for one orientation after the other, whatever else they ask for.
const inBothWays = (conditional, look) => {
  const lists = [...new Set(conditional.flatMap(({ media }) => media.filter(wayOf)))];
  const before = lists.map(list => [list, list.mediaText, wayOf(list)]);
  const seen = ways.map(way => {
    for (const [list, , own] of before) list.mediaText = own === way ? "all" : "not all";
    checks.endAnimations();
    return look();
  });
  for (const [list, text] of before) list.mediaText = text;
  checks.endAnimations();
  return seen;
};

const turnedParts = rules => {
  const conditional = rules.filter(({ media }) => media.some(wayOf));
  if (!conditional.length) return { turned: [], asked: [] };
  const turns = ({ style }) =>
    /rotate(3d|z)?\(|matrix(3d)?\(/i.test(style.transform) || (style.rotate && style.rotate !== "none");
  const elements = [...new Set([...conditional, ...rules.filter(turns)].flatMap(matched))];
  const turning = new Set(conditional.filter(turns).flatMap(matched));
  const [portrait, landscape] = inBothWays(conditional, () => ({
    words: (body.innerText ?? "").length,
    parts: elements.map(element => ({
      seen: checks.isVisible(element), angle: angleOf(element), covers: coversWindow(element),
    })),
  }));
  const both = elements.map((element, index) =>
    ({ element, one: portrait.parts[index], other: landscape.parts[index] }));
  const asks = (element, here, there, words, others) =>
    here.seen && !there.seen && asksToTurn(element.textContent) && (here.covers || words < others / 2);
  return {
    turned: both.filter(({ one, other }) => one.seen || other.seen)
      .filter(({ element, one, other }) => turning.has(element) || one.angle !== other.angle)
      .map(({ element, one, other }) => ({ element, portrait: one.angle, landscape: other.angle })),
    asked: both.flatMap(({ element, one, other }) => [
      ...(asks(element, one, other, portrait.words, landscape.words) ? [{ element, way: ways[0] }] : []),
      ...(asks(element, other, one, landscape.words, portrait.words) ? [{ element, way: ways[1] }] : []),
    ]),
  };
};
