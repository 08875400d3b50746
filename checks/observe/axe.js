// Runs axe-core on the page, or, where something was opened, on what that has shown. arguments: axe's
// options. Its rules are for HTML; to an XML document they do not apply.
const [options] = arguments;
if (!/html/.test(document.contentType)) return { version: axe.version, rules: [] };
const { shown = [] } = globalThis[Symbol.for("checks.opened")] ?? {};
const context = shown.length ? { include: shown } : document;

// The contrast of text is measured by contrast.js, which does not look into frames: there axe does.
const hasFrames = document.querySelector("iframe, frame") !== null;
// It also takes the landmarks of a frame's document for the page's own.
const chosen = {
  ...options.rules, "color-contrast": { enabled: hasFrames }, "landmark-unique": { enabled: !hasFrames },
};
const isOurs = (id, { node }) => id === "color-contrast" && node.element?.ownerDocument === document;

// Where an object is sound or film that the browser does not play, an empty document stands in for it.
const isPage = held => /html/.test(held?.contentType) && held.URL !== "about:blank";

// What rules of axe-core take in and the ACT rules that they are for do not: fields that a fieldset disables, what has
// no presentational children, objects that are a page and no picture, sound or film.
const beside = {
  "autocomplete-valid": element => element.matches(":disabled"),
  "nested-interactive": element => element.matches("summary:not([role])"),
  "object-alt": element => isPage(element.contentDocument),
};
const isBeside = (id, { node: { element } }) => Boolean(element && beside[id]?.(element));

const about = new Map(axe.getRules().map(rule => [rule.ruleId, rule]));

const messages = checks => checks.map(check => check.message).filter(Boolean);

// In a frame there is no element at hand, only axe's own selector, one step for each frame.
const describe = ({ element, source, selector }) =>
  element?.isConnected && element.ownerDocument === document
    ? checks.describe(element)
    : { selector: [selector].flat(Infinity).join(" >>> "), snippet: source };

const node = result => ({
  target: describe(result.node),
  messages: { any: messages(result.any), all: messages(result.all), none: messages(result.none) },
});

const rule = ({ id, tags, help, description, helpUrl, ...results }) => {
  const [passes, violations, incomplete] = ["passes", "violations", "incomplete"]
    .map(kind => results[kind].filter(result => !isOurs(id, result) && !isBeside(id, result)));
  return {
    id,
    tags,
    help,
    description,
    helpUrl,
    actIds: about.get(id)?.actIds ?? [],
    passed: passes.length,
    failed: violations.map(node),
    cantTell: incomplete.map(node),
  };
};

// axe's own reporters work out a selector for every element that passed; this one counts those.
const rules = await new Promise((resolve, reject) => {
  const reporter = (results, _options, done) => done(resolve(results.map(rule)));
  axe.run(context, { ...options, rules: chosen, reporter }).catch(reject);
});

return { version: axe.version, rules };
