// Measures where text and boxes stand, and returns it; the parts before it do the work. Lines are those that were laid
// out. argument: the name of the state, which says what there is to measure.
const start = [scrollX, scrollY];
const isIn = (...names) => names.includes(state);
const named = ({ element, ...rest }) => ({ ...rest, target: checks.describe(element) });

const all = isIn("opened") ? [] : texts();
const scrolls = page.scrollWidth > width + loose && !/^(hidden|clip)$/.test(viewportOverflow());
const { wide, empty } = scrolls && !isIn("opened") ? causes(all) : { wide: [], empty: false };
const cut = cutTexts(all, scrolls);
const over = overlaps(all);
const rules = isIn("wide", "narrow", "large-text") ? styleRules() : [];
const { turned, asked } = isIn("wide") ? turnedParts(rules) : { turned: [], asked: [] };
const { count, crowded } = isIn("wide", "narrow", "opened") ? pointerTargets() : { count: 0, crowded: [] };
scrollTo({ left: start[0], top: start[1], behavior: "instant" });

return {
  width,
  page_width: page.scrollWidth,
  scrolls: scrolls && !empty,
  texts: all.length,
  wide: wide.map(named),
  cut: cut.map(({ element, how, missing, by, whole }) => ({
    target: checks.describe(element), how, missing: Math.ceil(missing), by: by ? checks.selector(by) : "", whole,
  })),
  over: over.map(({ line, other }) => ({
    target: checks.describe(line.text.element),
    words: checks.oneLine(line.text.node.data).slice(0, 60),
    others: checks.oneLine(other.text.node.data).slice(0, 60),
  })),
  targets: count,
  crowded: crowded.map(({ element, outer, near, browsers, twin }) => ({
    target: checks.describe(element),
    width: Math.round(outer.width),
    height: Math.round(outer.height),
    near: checks.selector(near.element),
    browsers,
    twin,
  })),
  fluid: fluidTexts(isIn("wide", "narrow", "large-text") ? all : [], rules).map(named),
  locked: (isIn("text-spacing") ? lockedSpacing(all) : []).map(named),
  turned: turned.map(named),
  asked: asked.map(named),
  unrendered: (isIn("wide", "print") ? unrendered() : []).map(named),
  pale: (onPaper ? paleTexts(all) : []).map(named),
  menus: (onPaper ? menus() : []).map(element => checks.describe(element)),
};
