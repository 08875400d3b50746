// A part of contrast.js: which texts there are, and where their lines stand. Where something was opened, only those in
// what that has shown.
const drawing = "http://www.w3.org/2000/svg";
const { shown = [] } = globalThis[Symbol.for("checks.opened")] ?? {};
const modal = [...document.querySelectorAll(":modal")].at(-1);
const body = document.body ?? document.documentElement;
const roots = shown.length ? shown : [modal ?? body];

// Widgets and groups that are disabled, and the labels of such widgets, are exempt.
// <https://www.w3.org/WAI/standards-guidelines/act/rules/afw4f7/>
const widget = `a[href], button, input, select, textarea, option, fieldset, details, [role=button], [role=checkbox],
  [role=combobox], [role=gridcell], [role=group], [role=link], [role=listbox], [role=menu], [role=menubar],
  [role=menuitem], [role=menuitemcheckbox], [role=menuitemradio], [role=option], [role=progressbar], [role=radio],
  [role=radiogroup], [role=scrollbar], [role=searchbox], [role=slider], [role=spinbutton], [role=switch], [role=tab],
  [role=tablist], [role=tabpanel], [role=textbox], [role=toolbar], [role=tree], [role=treegrid], [role=treeitem]`;

const isDisabled = element =>
  element.matches(":disabled") ||
  (element.matches(widget) && chainOf(element).some(at => at.ariaDisabled === "true"));

const inactive = new Set();
for (const element of checks.everyElement()) {
  if (!element.matches(":disabled") && !element.closest("[aria-disabled=true]")) continue;
  if (!isDisabled(element)) continue;
  const named = (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean);
  const labels = named.map(id => element.getRootNode().getElementById(id)).filter(Boolean);
  for (const at of [element, ...(element.labels ?? []), ...labels]) inactive.add(at);
}

// Text that says nothing in a human language: punctuation, arrows, the glyphs of an icon font, a letter in place of a
// picture.
const isSymbol = (text, element) => {
  if (!/[\p{L}\p{N}]/u.test(text) || checks.hasIconFont(element)) return true;
  const labelled = [...text].length === 1 && element.closest("[aria-label], [aria-labelledby]");
  return Boolean(labelled) && labelled.textContent.trim() === text;
};

// Cut down to nearly nothing, which is how text for screen readers alone is hidden.
const cutAway = new Map();
const isCutAway = element => {
  if (!element || element === body || element === document.documentElement) return false;
  if (!cutAway.has(element)) {
    const { overflowX, clipPath, clip } = styleOf(element);
    const clips = overflowX !== "visible" || clipPath !== "none" || clip !== "auto";
    const gone = clips && (clipPath === "inset(50%)" || boxOf(element).width <= 1 || boxOf(element).height <= 1);
    cutAway.set(element, gone || isCutAway(checks.parentOf(element)));
  }
  return cutAway.get(element);
};

const pageWidth = Math.max(document.documentElement.scrollWidth, innerWidth);
const isOnPage = ({ width, height, left, right, bottom }) =>
  width > 1 && height > 1 && right + scrollX > 0 && bottom + scrollY > 0 && left + scrollX < pageWidth;

const isShown = element =>
  element.checkVisibility({ visibilityProperty: true }) && !isCutAway(element) &&
  !chainOf(element).some(at => inactive.has(at));

const range = document.createRange();
const linesOf = node => {
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(isOnPage);
};

const texts = new Map();
const addText = (element, words, lines, style = styleOf(element)) => {
  if (!lines.length || isSymbol(words, element)) return;
  const text = texts.get(element);
  if (text) text.lines.push(...lines);
  else texts.set(element, { element, style, words, lines });
};

const written = `text search url tel email password number date month week time datetime-local button submit
  reset`.split(/\s+/);

const readField = field => {
  if (field.localName === "input" && !written.includes(field.type)) return;
  const words = field.localName === "select" ? field.selectedOptions[0]?.label : field.value;
  const lines = [boxOf(field)].filter(isOnPage);
  if (words?.trim()) addText(field, words, lines);
  else if (field.placeholder) addText(field, field.placeholder, lines, getComputedStyle(field, "::placeholder"));
};

const unread = "script, style, noscript, template, title, option, video, audio, canvas, iframe, object";
const all = roots.flatMap(root => [root, ...checks.everyElement(root)]);
for (const element of all) {
  if (element.matches(unread)) continue;
  if (element.matches("input, select, textarea")) {
    if (isShown(element)) readField(element);
    continue;
  }
  const nodes = [...element.childNodes, ...(element.shadowRoot?.childNodes ?? [])]
    .filter(node => node.nodeType === Node.TEXT_NODE && /\S/.test(node.data));
  if (!nodes.length) continue;
  for (const node of nodes) {
    const parent = node.assignedSlot ?? element;
    if (isShown(parent)) addText(parent, node.data.trim(), linesOf(node));
  }
}

