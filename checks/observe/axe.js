// Runs axe-core on the page, or, where something was opened, on what that has shown. arguments: axe's
// options.
const [options] = arguments;
const { shown = [] } = globalThis[Symbol.for("checks.opened")] ?? {};
const context = shown.length ? { include: shown } : document;

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

const rule = ({ id, tags, help, description, helpUrl, passes, violations, incomplete }) => ({
  id,
  tags,
  help,
  description,
  helpUrl,
  actIds: about.get(id)?.actIds ?? [],
  passed: passes.length,
  failed: violations.map(node),
  cantTell: incomplete.map(node),
});

// axe's own reporters work out a selector for every element that passed; this one counts those.
const rules = await new Promise((resolve, reject) => {
  const reporter = (results, _options, done) => done(resolve(results.map(rule)));
  axe.run(context, { ...options, reporter }).catch(reject);
});

return { version: axe.version, rules };
