// A part of contrast.js: the colours of a text, and what is said of it.

const isForced = matchMedia("(forced-colors: active)").matches;

// Forced colours reach the fill of letters without changing its computed value.
const inkOf = ({ element, style }) => element.namespaceURI === drawing ?
  dilute(checks.colour(style.fill), style.fillOpacity) :
  checks.colour(isForced ? style.color : style.webkitTextFillColor);

const isDrawnOddly = ({ element, style }) =>
  parseFloat(style.webkitTextStrokeWidth) > 0 ||
  (element.namespaceURI === drawing && (style.stroke !== "none" || /none|url/.test(style.fill)));

const measure = text => {
  const { element, lines } = text;
  if (isDrawnOddly(text) || text.style.textShadow !== "none") return null;
  const settled = lines.map(line => settle(element, line));
  if (settled.some(layers => !layers)) return null;
  const different = settled.filter((layers, index) => index === 0 || layers.length);
  const looks = different.map(layers => paint(inkOf(text), element, layers));
  return looks.map(([front, ground]) => ({ front, ground, contrast: checks.contrast(front, ground) }))
    .sort((a, b) => a.contrast - b.contrast)[0];
};

const isLarge = ({ fontSize, fontWeight }) =>
  parseFloat(fontSize) >= 24 || (parseFloat(fontSize) >= 18.66 && Number(fontWeight) >= 700);

const neededOf = ({ style }) => (isLarge(style) ? 3 : 4.5);

const describe = ({ element, style, words }) => ({
  target: checks.describe(element),
  words: checks.oneLine(words).slice(0, 60),
  size: parseFloat(style.fontSize),
  bold: Number(style.fontWeight) >= 700,
  large: isLarge(style),
  silent: element.closest("[aria-hidden=true]") !== null,
});
