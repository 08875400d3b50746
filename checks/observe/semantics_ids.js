// A part of semantics.js: labels and references that name an id, and what has it.

const naming = ["for", "aria-labelledby", "aria-describedby", "aria-errormessage", "aria-details", "aria-controls",
  "aria-owns", "aria-activedescendant"];

const bearersOf = (element, id) => [...element.getRootNode().querySelectorAll(`[id="${CSS.escape(id)}"]`)];

// Whether it is all one which of them is meant: a label is for the first one alone, so fields after it need another
// name; elsewhere their words count.
const isAllOne = (attribute, bearers) => (attribute === "for"
  ? bearers.slice(1).every(bearer => !("labels" in bearer) || bearer.computedName.trim())
  : new Set(bearers.map(bearer => oneLine(bearer.textContent))).size === 1);

const namedIds = () => {
  const found = chosen(naming.map(name => `[${name}]`).join(", ")).filter(isExposed).flatMap(element =>
    naming.filter(name => name !== "for" || element.localName === "label").flatMap(attribute =>
      idsIn(element, attribute).map(id => ({ element, attribute, id, bearers: bearersOf(element, id) }))));
  const several = found.filter(({ bearers }) => bearers.length > 1);
  return {
    count: found.filter(({ bearers }) => bearers.length === 1).length,
    several: several.map(({ attribute, id, bearers }) => ({
      target: describe(bearers[1]), id, attribute, number: bearers.length, same: isAllOne(attribute, bearers),
    })),
  };
};
