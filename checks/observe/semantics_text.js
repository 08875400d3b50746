// A part of semantics.js: text that is seen and not announced, and blocks of text that are seen in another order than
// the markup has them in.

const textNodes = () =>
  looked.filter(element => [...element.childNodes].some(isWritten) && !element.closest(neverText) && isSeen(element))
    .flatMap(element => [...element.childNodes].filter(node => isWritten(node) && hasInk(node)))
    .sort((one, other) => (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1));

// Hidden text

const attributesTold = ["aria-label", "alt", "title", "value"];

// All that assistive technology gets, in sight or not.
const told = once(root => {
  const given = everyElement(root).filter(element => !element.matches("script, style") && !nearest(element, hides));
  return oneLine(given.flatMap(element => [
    ...[...element.childNodes].filter(isWritten).map(node => node.data),
    ...attributesTold.map(name => element.getAttribute(name) ?? ""),
  ]).join(" "));
});

// Letters, not signs, numbers or the words of an icon font.
const hasWords = node => /\p{L}{2}/u.test(node.data) && !isIconWord(node);

const isReferred = element => {
  const ids = [element, ...checks.ancestors(element), ...everyElement(element)].map(at => at.id).filter(Boolean);
  return ids.map(id => CSS.escape(id)).some(id =>
    document.querySelector(`[aria-labelledby~="${id}"], [aria-describedby~="${id}"]`));
};

const isBehindDialog = () => chosen('dialog[open], [aria-modal="true"]').some(isSeen);

// A text for screen readers, next to an element or to what it stands in.
const hasTextBeside = element =>
  [element, element.parentElement].some(at => [...(at?.parentElement?.children ?? [])].some(other =>
    other !== at && oneLine(other.textContent) !== "" && !isSeen(other) && isExposed(other)));

const hidden = texts => {
  const groups = new Map();
  for (const node of texts) {
    const outer = [node.parentElement, ...checks.ancestors(node.parentElement)].findLast(at => at.matches(hides));
    if (outer && hasWords(node)) groups.set(outer, [...(groups.get(outer) ?? []), node]);
  }
  return [...groups].map(([element, nodes]) => {
    const words = oneLine(nodes.map(node => node.data).join(" "));
    return {
      target: describe(element),
      words,
      repeated: told(body).toLowerCase().includes(words.toLowerCase()),
      beside: hasTextBeside(element),
      referred: isReferred(element),
      named: [element, ...checks.ancestors(element)].some(hasAuthorName),
      behind: isBehindDialog(),
    };
  });
};

// Order

const blocks = "address, blockquote, dd, dt, figcaption, h1, h2, h3, h4, h5, h6, li, p, pre, td, th";

const isBlock = element =>
  element.matches(blocks) || /^(block|flex|grid|list-item|table|table-cell|flow-root)$/.test(styleOf(element).display);

// What floats above the page or beside the text, whose place says little of its turn.
const isAfloat = once(element => {
  if (element === null) return false;
  const { position, float } = styleOf(element);
  return /^(fixed|sticky)$/.test(position) || float !== "none" || isAfloat(parentOf(element));
});

const parts = "main, nav, aside, header, footer, article, form, figure, dialog, table, svg, [role], [aria-label], " +
  "section[aria-labelledby], body";
const partOf = once(element => nearest(element, parts));

// One block stands before the other in every order of reading, by rows or by columns: it is wholly above and starts
// no further on, or it is wholly on the side where lines start and no lower.
const isBefore = (one, other, rightToLeft) => {
  const starts = rightToLeft ? one.right >= other.right - 4 : one.left <= other.left + 4;
  const aside = rightToLeft ? one.left >= other.right - 1 : one.right <= other.left + 1;
  const above = one.bottom <= other.top + 1;
  return (above && starts) || (aside && one.top <= other.top + 4 && one.bottom <= other.bottom + 4);
};

const grow = (box, { left, top, right, bottom }) => ({
  left: Math.min(box.left, left), top: Math.min(box.top, top),
  right: Math.max(box.right, right), bottom: Math.max(box.bottom, bottom),
});

// Around each text and all that is around it, within its part of the page: the box of the text, and its words.
const placesOf = texts => {
  const found = new Map();
  for (const node of texts) {
    const parent = node.parentElement;
    if (isAfloat(parent) || nearest(parent, hides)) continue;
    const box = inkOf(node);
    for (let at = parent; at && at !== partOf(parent); at = parentOf(at)) {
      const known = found.get(at) ?? { box, words: "" };
      found.set(at, { element: at, box: grow(known.box, box), words: `${known.words} ${node.data}` });
    }
  }
  return found;
};

const firstSwap = (parent, children) => {
  const rightToLeft = styleOf(parent).direction === "rtl";
  for (const [index, later] of children.entries()) {
    const earlier = children.slice(0, index).find(other => isBefore(later.box, other.box, rightToLeft));
    if (earlier) return [earlier, later];
  }
  return null;
};

const swapped = texts => {
  const isPhrase = ({ element, words }) => isBlock(element) && /\S\s+\S/.test(words);
  const places = [...placesOf(texts).values()].filter(isPhrase);
  const families = [...Map.groupBy(places, ({ element }) => parentOf(element))].filter(([, all]) => all.length > 1);
  const pairs = families.map(([parent, children]) => firstSwap(parent, children)).filter(Boolean);
  const begin = ({ words }) => oneLine(words).slice(0, 80);
  return {
    count: families.flatMap(([, children]) => children).length,
    pairs: pairs.map(([earlier, later]) => ({
      target: describe(later.element), words: begin(later), others: begin(earlier),
    })),
  };
};
