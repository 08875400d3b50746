// A part of keyboard.js: stops whose focus shows by the style sheet alone. Something was out of sight before it had
// the focus, or there is an outline that was not there before, on a ground that is known, and not cut off.

const luminance = ({ red, green, blue }) => {
  const [r, g, b] = [red, green, blue].map(part =>
    part <= 10.314 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

// The colour that the outline is painted on, or null where that cannot be told from the style sheet.
const groundAt = (element, x, y) => {
  const top = topAt(x, y);
  if (!top || !holds(top, element)) return null;
  for (const at of [top, ...ancestors(top)]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const painted = colour(backgroundColor);
    if (backgroundImage !== "none" || !painted || (painted.alpha > 0 && painted.alpha < 1)) return null;
    if (painted.alpha === 1) return painted;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? null : { red: 255, green: 255, blue: 255 };
};

const cuts = at => {
  const { overflowX, overflowY, clipPath, clip, contain, filter, opacity, maskImage, transform, mixBlendMode } =
    getComputedStyle(at);
  if (clipPath !== "none" || clip !== "auto" || filter !== "none" || maskImage !== "none") return "yes";
  if (opacity !== "1" || mixBlendMode !== "normal" || /paint|strict|content/.test(contain)) return "yes";
  if (transform !== "none") return "yes";
  return overflowX !== "visible" || overflowY !== "visible" ? "outside" : "no";
};

const isInside = (x, y, { left, top, right, bottom }) => x > left && x < right && y > top && y < bottom;

const hasOutline = element => {
  const outline = outlineOf(element);
  if (!outline || !element.matches(":focus-visible") || (walk.resting.get(element) ?? outline)) return false;
  const style = getComputedStyle(element);
  const ring = colour(style.outlineColor);
  if (ring?.alpha !== 1) return false;
  const around = [element, ...ancestors(element)].filter(at => at !== document.documentElement && at !== document.body);
  if (around.some(at => cuts(at) === "yes")) return false;
  const clips = around.slice(1).filter(at => cuts(at) === "outside").map(at => at.getBoundingClientRect());
  const away = parseFloat(style.outlineOffset) + Math.min(parseFloat(style.outlineWidth) / 2, 1);
  const boxes = boxesOf(element);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const middle = box => (box.top + box.bottom) / 2;
  const points = [[first.left - away, middle(first)], [last.right + away, middle(last)]];
  if (boxes.length === 1) points.push([(first.left + first.right) / 2, first.bottom + away]);
  const seen = points.filter(([x, y]) => {
    const ground = clips.every(clip => isInside(x, y, clip)) ? groundAt(element, x, y) : null;
    return ground && contrast(ring, ground) >= 3;
  });
  return seen.length >= 2;
};

// A field for typing shows the focus by its caret.
const hasCaret = element => {
  const isField = element.localName === "input" && !element.matches(`[type=button], [type=checkbox], [type=color],
    [type=file], [type=image], [type=radio], [type=range], [type=reset], [type=submit]`);
  return (isField || element.localName === "textarea" || element.isContentEditable) && !element.readOnly &&
    colour(getComputedStyle(element).caretColor)?.alpha !== 0;
};
