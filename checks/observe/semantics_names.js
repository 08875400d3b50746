// A part of semantics.js: controls whose name an author has set, summaries without a name, names where none is allowed.

// Widgets that take their name from their content. <https://www.w3.org/TR/wai-aria-1.2/#namefromcontent>
const widgets = new Set(["button", "checkbox", "gridcell", "link", "menuitem", "menuitemcheckbox", "menuitemradio",
  "option", "radio", "switch", "tab", "treeitem"]);

const native = "a[href], area[href], button, summary, option";

const isWidget = element => widgets.has(explicitRole(element)) || (!explicitRole(element) && element.matches(native));

const isField = element => element.matches("input, select, textarea") && !element.matches(valueButtons);

const valueButtons = 'input[type="submit"], input[type="button"], input[type="reset"]';

// What a reader sees as the label: the control's own text, a button's value, or the text of its <label>.
const labelOf = element => {
  if (element.matches(valueButtons)) return element.value;
  const labels = isField(element) ? [...(element.labels ?? [])].map(seenWords) : [];
  return oneLine(labels.join(" ")) || (isWidget(element) ? seenWords(element) : "");
};

// The browser is asked for the name unless it is plain that the label is in it.
const nameOf = (element, label) => {
  const name = checks.accessibleName(element);
  return name.includes(label) ? name : element.computedName;
};

const controls = () =>
  chosen("[aria-label], [aria-labelledby]")
    .filter(element => hasAuthorName(element) && isExposed(element) && isSeen(element))
    .map(element => ({ element, label: labelOf(element) }))
    .filter(({ label }) => label)
    .map(({ element, label }) => ({
      target: describe(element), label, name: nameOf(element, label), field: isField(element),
    }));

// <https://www.w3.org/WAI/standards-guidelines/act/rules/2t702h/>
const isSummary = element =>
  element.parentElement?.localName === "details" &&
  [...element.parentElement.children].find(child => child.localName === "summary") === element &&
  /^(|none|presentation)$/.test(explicitRole(element)) && isExposed(element);

const summaries = () => {
  const found = chosen("summary").filter(isSummary);
  const unnamed = found.filter(element => ![...element.childNodes].some(isWritten) && !element.computedName.trim());
  return { count: found.length, unnamed: unnamed.map(describe) };
};

// Where ARIA requires a reference. <https://www.w3.org/WAI/standards-guidelines/act/rules/in6db8/proposed/>
const needsControls = '[role="combobox" i][aria-expanded="true" i][aria-controls], [role="scrollbar" i][aria-controls]';

const references = () =>
  chosen(needsControls)
    .filter(element => idsIn(element, "aria-controls").length > 0 && isExposed(element))
    .map(element => ({
      target: describe(element),
      ids: idsIn(element, "aria-controls"),
      found: referred(element, "aria-controls").length > 0,
    }));

// Roles that elements have by themselves and that prohibit a name. <https://www.w3.org/TR/html-aam-1.0/>
const plain = Object.entries({
  generic: "b, bdi, bdo, body, data, div, i, pre, q, samp, small, span, u, a:not([href])",
  caption: "caption", code: "code", deletion: "del, s", emphasis: "em", insertion: "ins", paragraph: "p",
  strong: "strong", subscript: "sub", superscript: "sup",
});

// An element with a shadow tree may have got its role from a script, and one to write in is a field in all but name.
const plainRole = element =>
  element.namespaceURI === "http://www.w3.org/1999/xhtml" && !element.shadowRoot && !element.isContentEditable
    ? (plain.find(([, selector]) => element.matches(selector))?.[0] ?? "") : "";

// "none" gives way to the element's own role where it has the focus or some attributes, so the browser is asked.
const roleOf = element => {
  const role = explicitRole(element);
  return /^(none|presentation)$/.test(role) ? element.computedRole : role || plainRole(element);
};

const prohibitable = ["aria-label", "aria-labelledby", "aria-braillelabel", "aria-roledescription",
  "aria-brailleroledescription"];

const attributes = () => {
  const found = chosen(prohibitable.map(name => `[${name}]`).join(", ")).filter(isExposed).map(element => ({
    element,
    role: roleOf(element),
    attributes: prohibitable.filter(name => oneLine(element.getAttribute(name) ?? "")),
  })).filter(({ attributes }) => attributes.length);
  return found.map(({ element, ...about }) => ({ target: about.role ? describe(element) : {}, ...about }));
};
