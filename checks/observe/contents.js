// Lists what stands on the page, in document order. A link or heading is one item, its text is not listed
// once more.
const kinds = [
  ["link", "a[href], area[href]"],
  ["heading", "h1, h2, h3, h4, h5, h6, [role=heading]"],
  ["picture", "img, svg, [role=img]"],
  ["control", "button, input:not([type=hidden]), select, textarea, summary"],
];

const kindOf = element => kinds.find(([, selector]) => element.matches(selector))?.[0];

const words = (kind, element) =>
  checks.oneLine(kind === "picture" ? (element.getAttribute("alt") ?? element.getAttribute("aria-label") ??
  "") : element.textContent);

const items = [];

const add = (kind, element, text) =>
  items.push({
    kind,
    words: text,
    target: checks.describe(element),
    address: element.getAttribute("href") ?? "",
    level: kind === "heading" ? Number(element.getAttribute("aria-level") ?? element.localName[1]) : 0,
    onScreen: checks.isOnScreen(element),
  });

const hasNoBox = element => element.localName === "area" || getComputedStyle(element).display === "contents";

const isHidden = element =>
  element.matches("script, style, template, noscript") ||
  !(element.checkVisibility({ visibilityProperty: true }) || hasNoBox(element));

const walk = (element, inside) => {
  if (isHidden(element)) return;
  const kind = kindOf(element);
  if (kind) add(kind, element, words(kind, element));
  if (kind === "picture") return;
  for (const child of (element.shadowRoot ?? element).childNodes) {
    if (child.nodeType === Node.ELEMENT_NODE) walk(child, inside || Boolean(kind)); else if (child.nodeType
    === Node.TEXT_NODE && !inside && !kind && child.data.trim()) add("text", element,
    checks.oneLine(child.data));
  }
};

walk(document.body, false);

return { title: document.title, language: document.documentElement.lang, items };
