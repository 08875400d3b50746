// A part of contrast.js: the colours of links and buttons under the pointer, with the focus and while they are pressed.
// For a moment every rule of the page's style sheets that waits for one of these applies to all elements, with the
// same weight: `:hover` becomes `:is(:hover, *)`.
const touchable = `a[href], button, summary, input:is([type=button], [type=submit], [type=reset]), [role=button],
  [role=link], [role=menuitem], [role=option], [role=tab]`;

const touches = {
  hover: ["hover"],
  focus: ["focus", "focus-visible", "focus-within"],
  active: ["hover", "active", "focus", "focus-within"],
};
const awaited = /:(hover|focus-visible|focus-within|focus|active)(?![\w-])/g;
const colouring = /color|background|opacity|fill|filter|mix-blend/;

const rulesOf = holder => {
  try {
    return [...holder.cssRules].flatMap(rule =>
      [rule, ...(rule.styleSheet ? rulesOf(rule.styleSheet) : rule.cssRules ? rulesOf(rule) : [])]);
  } catch {
    return []; // a style sheet of another origin
  }
};

const waiting = () => documents()
  .flatMap(root => [...root.styleSheets, ...root.adoptedStyleSheets])
  .flatMap(rulesOf)
  .filter(rule => rule.selectorText?.match(awaited) && colouring.test(rule.style.cssText))
  .map(rule => ({ rule, selector: rule.selectorText }));

const apply = (rules, states) => {
  for (const { rule, selector } of rules)
    rule.selectorText = selector.replace(awaited, (one, name) => (states.includes(name) ? `:is(${one}, *)` : one));
  for (const known of [fills, oddity, grounds]) known.clear();
};

const isPlainly = text => !isDrawnOddly(text) && text.style.textShadow === "none" && !groundOf(text.element).odd;

// Texts of the same elements and classes all the way up, which the same rules fit: all that is said holds for each.
const alike = texts => {
  const groups = new Map();
  for (const text of texts) {
    const path = chainOf(text.element).map(at => `${at.localName}.${at.getAttribute("class") ?? ""}`);
    const key = [...path, text.found.front, text.found.ground, isLarge(text.style)].join();
    groups.get(key)?.push(text) ?? groups.set(key, [text]);
  }
  return [...groups.values()];
};

// Groups of texts whose colours are enough at rest and not when touched: the first text and how many there are.
const touchedTexts = texts => {
  const rules = matchMedia("print").matches ? [] : waiting();
  const groups = alike(texts.filter(text => text.found.contrast >= neededOf(text)));
  const found = [];
  if (!rules.length || !groups.length) return found;
  withoutTransitions(() => {
    for (const [how, states] of Object.entries(touches)) {
      if (!rules.some(({ selector }) => selector.includes(`:${how}`))) continue;
      apply(rules, states);
      for (const [text, ...others] of groups) {
        if (!isPlainly(text)) continue;
        const [front, ground] = paint(inkOf(text), text.element);
        const contrast = checks.contrast(front, ground);
        if (contrast < neededOf(text)) found.push({ text, how, front, ground, contrast, others: others.length });
      }
    }
    apply(rules, []);
  });
  return found.map(({ text, ...look }) => ({ ...describe(text), ...look }));
};
