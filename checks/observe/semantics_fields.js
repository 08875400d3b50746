// A part of semantics.js: the labels that a reader sees at form fields, and what tells fields of one label apart.

const fieldSelector = `select, textarea,
  input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image]),
  [role=checkbox], [role=combobox], [role=listbox], [role=menuitemcheckbox], [role=menuitemradio], [role=radio],
  [role=searchbox], [role=slider], [role=spinbutton], [role=switch], [role=textbox]`;

const labelElements = element => {
  const named = referred(element, "aria-labelledby");
  return (named.length ? named : [...(element.labels ?? [])]).filter(isSeen);
};

// Words that a reader sees above or around a field: its group's legend, a heading.
const contextOf = element => {
  const group = element.closest("fieldset, [role=group], [role=radiogroup]");
  const legends = group ? [group.querySelector("legend"), ...referred(group, "aria-labelledby")].filter(Boolean) : [];
  const above = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]")].findLast(heading =>
    heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING && isSeen(heading));
  return [...legends.filter(isSeen), ...(above ? [above] : [])].map(seenWords).filter(Boolean).join(" ");
};

// Whether two fields differ in their hints, or there is anything to see between them but labels of fields.
const isToldApart = (one, other) => {
  if (one.getAttribute("placeholder") !== other.getAttribute("placeholder")) return true;
  const range = document.createRange();
  range.setStartAfter(one);
  range.setEndBefore(other);
  const walker = document.createTreeWalker(document);
  walker.currentNode = one;
  for (let node = walker.nextNode(); node && range.comparePoint(node, 0) <= 0; node = walker.nextNode()) {
    if (node.nodeType === Node.ELEMENT_NODE && node.matches(pictures) && isSeen(node)) return true;
    if (isSeenText(node) && !node.parentElement.closest("label, select, textarea")) return true;
  }
  return false;
};

const pictures = "img, svg, canvas, video, iframe, object";

const choices = `input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch],
  [role=menuitemcheckbox], [role=menuitemradio]`;

const isAlone = element => element.closest("table, [role=table], [role=grid]") === null;

const fields = () => {
  const seen = chosen(fieldSelector).filter(isSeen).map(element => {
    const labels = labelElements(element);
    return { element, labels, words: labels.map(seenWords).filter(Boolean) };
  }).filter(({ words }) => words.length);
  const first = new Map();
  return seen.map(({ element, labels, words }) => {
    const key = `${element.localName} ${element.type ?? ""} ${words.join(" ").toLowerCase()}`;
    const earlier = first.get(key);
    const twin = earlier && isAlone(element) && !labels.some(label => earlier.labels.includes(label)) &&
      !isToldApart(earlier.element, element) ? describe(earlier.element).snippet : "";
    if (!earlier || !twin) first.set(key, { element, labels });
    return {
      target: describe(element), labels: words, context: contextOf(element), choice: element.matches(choices), twin,
    };
  });
};
