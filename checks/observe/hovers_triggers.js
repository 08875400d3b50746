// What might bring content into sight: by the style sheets' rules, and by what scripts listen to.
const showing = ["display", "visibility", "opacity", "content", "height", "max-height", "width", "max-width", "clip",
  "clip-path", "transform", "translate", "scale", "left", "right", "top", "bottom", "inset"];
const hiding = { display: "none", visibility: "hidden", opacity: "0" };

const shows = ({ style }) =>
  showing.some(property => style.getPropertyValue(property) && style.getPropertyValue(property) !== hiding[property]);

const styleRules = holder => {
  try {
    return [...holder.cssRules].flatMap(rule => {
      if (rule instanceof CSSMediaRule && !matchMedia(rule.conditionText).matches) return [];
      return rule.selectorText ? [rule] : rule.cssRules ? styleRules(rule) : [];
    });
  } catch {
    return []; // a style sheet from elsewhere
  }
};

// "nav li:hover > ul" shows something else than what the pointer is on; "a:hover" does not.
const triggersOf = selector => {
  const parts = selector.match(/^(.*?):(hover|focus-within|focus-visible|focus)(?![\w-])(.*)$/s);
  if (!parts || !/[\s>+~]\S|::?(before|after)/.test(parts[3])) return [];
  const base = /(^|[\s>+~])$/.test(parts[1]) ? `${parts[1]}*` : parts[1];
  return [{ selector: base, by: parts[2] === "hover" ? "pointer" : "focus" }];
};

const query = selector => {
  try {
    return [...document.querySelectorAll(selector)];
  } catch {
    return [];
  }
};

const isTrigger = element => !element.matches("html, body") && checks.isVisible(element);
const first = (elements, by) => elements.filter(isTrigger).slice(0, 1).map(element => ({ element, by }));

const byStyle = () => {
  const rules = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap(styleRules);
  const states = rules.filter(rule => /:(hover|focus)/.test(rule.selectorText) && shows(rule));
  const selectors = states.flatMap(rule => rule.selectorText.split(/,(?![^(]*\))/)).map(part => part.trim());
  return selectors.flatMap(triggersOf).flatMap(({ selector, by }) => first(query(selector), by));
};

const pointing = ["mouseenter", "mouseover", "pointerenter", "pointerover", "mousemove"];
const focusing = ["focus", "focusin"];
const tips = `[data-tooltip], [data-tip], [data-tippy-content], [data-bs-toggle=tooltip], [data-toggle=tooltip],
  [aria-describedby]:not(input, select, textarea)`;

const byScript = () => {
  const all = [...document.body.querySelectorAll("*")];
  const listening = (kinds, by) =>
    all.filter(element => usage.hears(element, kinds) && isTrigger(element)).map(element => ({ element, by }));
  const page = usage.path(document.body);
  const everywhere = page.some(target => usage.hears(target, pointing)) ? first(query(tips), "pointer") : [];
  return [...listening(pointing, "pointer"), ...listening(focusing, "focus"), ...everywhere];
};

// One of each kind: twenty terms with a note behave alike.
const oneOfEachKind = triggers => {
  const kinds = new Map();
  for (const { element, by } of triggers) {
    const kind = [by, element.localName, element.className].join();
    if (!kinds.has(kind)) kinds.set(kind, { element, by });
  }
  return [...kinds.values()];
};
