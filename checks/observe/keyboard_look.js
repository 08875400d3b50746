// A part of keyboard.js: stops whose focus shows by the style sheet alone. Something was out of sight before it had
// the focus, or there is an outline that was not there before, on a ground that is known, and not cut off.

const STRONG = 3; // to 1: WCAG 1.4.11

const outlineOf = element => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  const isNone = outlineStyle === "none" || parseFloat(outlineWidth) < 1;
  return isNone ? "" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
};

// The colour that an element is painted with: transparent (alpha 0), or null where that is not one colour.
const paintOf = element => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  const painted = checks.colour(backgroundColor);
  return backgroundImage !== "none" || isReplaced(element) || (painted[3] > 0 && painted[3] < 1) ? null : painted;
};

// The colour of the page where nothing stands: the root's, or else the body's, which then fills the window.
const pageGround = () => {
  for (const at of [document.documentElement, page]) {
    const painted = paintOf(at);
    if (!painted || painted[3] === 1) return painted;
  }
  return checks.canvas();
};

// The colour that an outline is painted on, or null where that cannot be told from the style sheet. What stands
// beside the element and is painted itself may lie over the outline.
const groundAt = (around, x, y) => {
  const top = topAt(x, y);
  if (!top) return null;
  for (const at of [top, ...ancestors(top)]) {
    const painted = paintOf(at);
    if (!painted) return null;
    if (painted[3] === 1) return around.includes(at) ? painted : null;
  }
  return walk.ground;
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

// Points on the four sides of an outline; of one over several lines, those that another line does not touch.
const pointsOn = (boxes, away) => {
  const [first, last] = [boxes[0], boxes.at(-1)];
  const middle = ({ top, bottom }) => (top + bottom) / 2;
  const centre = ({ left, right }) => (left + right) / 2;
  return [
    [first.left - away, middle(first)], [last.right + away, middle(last)],
    [centre(first), first.top - away], [centre(last), last.bottom + away],
  ];
};

// The contrast of the outline that came with the focus, at the second best of four points; 0 if it does not show
// or cannot be told, null where it is the browser's own. <https://www.w3.org/TR/WCAG22/#non-text-contrast>
const outlineContrast = element => {
  const outline = outlineOf(element);
  if (!outline || !element.matches(":focus-visible") || (walk.resting.get(element) ?? outline)) return 0;
  const style = getComputedStyle(element);
  const ring = checks.colour(style.outlineColor);
  const around = [element, ...ancestors(element)];
  const boxed = around.filter(at => at !== document.documentElement && at !== page).map(at => [at, cuts(at)]);
  if (boxed.some(([, how]) => how === "yes")) return 0;
  const clips = boxed.filter(([at, how]) => at !== element && how === "outside")
    .map(([at]) => at.getBoundingClientRect());
  const away = parseFloat(style.outlineOffset) + Math.min(parseFloat(style.outlineWidth) / 2, 1);
  const boxes = boxesOf(element);
  const grounds = (boxes.length ? pointsOn(boxes, away) : [])
    .map(([x, y]) => (clips.every(clip => isInside(x, y, clip)) ? groundAt(around, x, y) : null)).filter(Boolean);
  if (grounds.length < 2) return 0;
  if (style.outlineStyle === "auto") return null;
  return grounds.map(ground => checks.contrast(checks.over(ring, ground), ground)).sort((a, b) => b - a)[1];
};

// Whether the focus shows, and its contrast where that counts and is known. What does not show by the style sheet
// has to be looked at.
const lookOf = element => {
  if (walk.hidden.has(element)) return { shows: true, contrast: null };
  const contrast = outlineContrast(element);
  return contrast === null || contrast >= STRONG ? { shows: true, contrast } : { shows: false, contrast: null };
};

// A field for typing shows the focus by its caret.
const hasCaret = element => {
  const isField = element.localName === "input" && !element.matches(`[type=button], [type=checkbox], [type=color],
    [type=file], [type=image], [type=radio], [type=range], [type=reset], [type=submit]`);
  return Boolean(isField || element.localName === "textarea" || element.isContentEditable) && !element.readOnly &&
    checks.colour(getComputedStyle(element).caretColor)[3] !== 0;
};
