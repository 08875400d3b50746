// Lists what stands on the page, in the order in which it is read. A link or heading is one item, its text is
// not listed once more. What most items share is left out: no name, no address, on screen.
const kinds = [
  ["link", "a[*|href], area[href]"],
  ["heading", "h1, h2, h3, h4, h5, h6, [role=heading]"],
  ["picture", ":is(img, svg):not([role=none], [role=presentation]), [role=img]"],
  ["control", "button, input:not([type=hidden]), select, textarea, summary"],
];

// What another role makes of a heading is left to the browser. A link with another role still leads somewhere.
const isOther = (kind, element) =>
  kind === "heading" && element.matches("[role]:not([role=heading])") && element.computedRole !== "heading";

const kindOf = element =>
  kinds.find(([kind, selector]) => element.matches(selector) && !isOther(kind, element))?.[0];

const words = (kind, element) =>
  checks.oneLine(kind === "picture" ? (element.getAttribute("alt") ?? element.getAttribute("aria-label") ??
  "") : element.textContent);

// Where it leads, what it shows, or where its form is sent, without the origin of this page.
const place = element => {
  const drawn = element.href?.baseVal; // a link in SVG
  const address = drawn ? URL.parse(drawn, document.baseURI)?.href : element.href || element.src || element.form?.action;
  if (typeof address !== "string") return "";
  return address.startsWith(`${location.origin}/`) ? address.slice(location.origin.length) : address;
};

const items = [];

const add = (kind, element, text, around) => {
  const item = { kind, words: text, target: checks.describe(element) };
  if (around.landmark) item.landmark = around.landmark;
  if (around.inHeading) item.inHeading = true;
  if (around.cut || !checks.isVisible(element)) item.onScreen = false;
  if (kind !== "text") {
    item.name = checks.accessibleName(element);
    item.address = element.getAttribute("href") ?? element.getAttribute("xlink:href") ?? "";
    item.place = place(element);
  }
  if (kind === "heading") item.level = Number(element.getAttribute("aria-level") ?? element.localName[1]) || 2;
  items.push(item);
};

const hasNoBox = element => element.localName === "area" || getComputedStyle(element).display === "contents";

const isHidden = element =>
  element.matches("script, style, template, noscript") ||
  !(element.checkVisibility({ visibilityProperty: true }) || hasNoBox(element));

// What holds for all that is inside an element: its landmark, whether a heading holds it, whether it is cut to nothing.
const around = (element, kind, outside) => {
  const role = checks.landmarkRole(element);
  return {
    inItem: outside.inItem || Boolean(kind),
    inHeading: outside.inHeading || kind === "heading",
    cut: outside.cut || (element !== document.body && checks.isCutAway(element)),
    landmark: role ? `${role} ${checks.label(element)}`.trim() : outside.landmark,
  };
};

const walk = (element, outside) => {
  if (isHidden(element)) return;
  const kind = kindOf(element);
  const inside = around(element, kind, outside);
  if (kind) add(kind, element, words(kind, element), { ...inside, inHeading: outside.inHeading });
  if (kind === "picture") return;
  for (const child of checks.childNodesOf(element)) {
    const isText = child.nodeType === Node.TEXT_NODE && !inside.inItem && child.data.trim();
    if (isText) add("text", element, checks.oneLine(child.data), inside);
    if (child.nodeType === Node.ELEMENT_NODE) walk(child, inside);
  }
};

walk(document.body ?? document.documentElement, { inItem: false, inHeading: false, cut: false, landmark: "" });

return {
  title: document.contentType === "text/html" ? document.title : "",
  language: document.documentElement.lang ?? "", // none in an SVG document
  place: location.pathname + location.search,
  items,
};
