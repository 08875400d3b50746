// Measures where text and boxes stand: what makes the page wider than the window, which lines of text are cut
// off or have to be scrolled to, which texts lie over each other. Lines are those that were laid out.
const page = document.scrollingElement ?? document.documentElement;
const width = document.documentElement.clientWidth;
const loose = 2; // px: borders, italics and rounding
const isRtl = getComputedStyle(document.documentElement).direction === "rtl";

const { parentOf, ancestors, everyElement } = checks;

const styles = new Map();
const styleOf = element => {
  if (!styles.has(element)) styles.set(element, getComputedStyle(element));
  return styles.get(element);
};

// What needs two dimensions to be understood or used. <https://www.w3.org/TR/WCAG22/#reflow>
const isTable = table =>
  !/^(none|presentation)$/.test(table.getAttribute("role") ?? "") &&
  table.querySelector("th, caption, [role=columnheader], [role=rowheader]") !== null;

const needsRoom = element => {
  const found = element.closest("table, [role=table], [role=grid], pre, code, samp, kbd, img, svg, canvas, video, " +
    "map, object, embed, iframe, math, [role=img], [role=toolbar], [role=application], textarea, select");
  return Boolean(found) && (found.localName !== "table" || isTable(found) || needsRoom(found.parentElement ?? found));
};

const isCutting = element => styleOf(element).overflowX !== "visible" || styleOf(element).overflowY !== "visible";
const isScroller = element => /^(auto|scroll)$/.test(styleOf(element).overflowX);

// The ancestors that can cut an element off: those between a fixed or absolute element and what it is placed by
// do not, nor do the root and the body, whose overflow is the window's.
const cuttersOf = element => {
  const found = [];
  let position = styleOf(element).position;
  for (const at of ancestors(element)) {
    if (at === document.documentElement || at === document.body) break;
    const style = styleOf(at);
    const places = style.position !== "static" || style.transform !== "none" || /paint|strict|content/.test(style.contain);
    if ((position === "absolute" || position === "fixed") && !places) continue;
    if (position === "fixed" && style.transform === "none") continue;
    if (isCutting(at)) found.push(at);
    position = style.position;
  }
  return found;
};

const clientBox = element => {
  const { left, top } = element.getBoundingClientRect();
  const x = left + element.clientLeft;
  const y = top + element.clientTop;
  return { left: x, top: y, right: x + element.clientWidth, bottom: y + element.clientHeight };
};

// A page that is wider than the window

const viewportOverflow = () => {
  const [root, body] = [document.documentElement, document.body].map(styleOf);
  return root.overflowX === "visible" ? body.overflowX : root.overflowX;
};

const sticksOut = ({ left, right, width: wide, height }) =>
  wide > 0 && height > 0 && (isRtl ? left + scrollX < -loose : right + scrollX > width + loose);

const widensPage = element => {
  if (!element.checkVisibility({ visibilityProperty: false }) || !sticksOut(element.getBoundingClientRect())) return false;
  if (element.closest("svg") && element.localName !== "svg") return false;
  if (styleOf(element).position === "fixed") return false;
  return !cuttersOf(element).length && !ancestors(element).some(at => styleOf(at).position === "fixed");
};

const fitsIn = (inner, outer) => {
  const [small, large] = [inner, outer].map(element => element.getBoundingClientRect());
  return small.left >= large.left - loose && small.right <= large.right + loose;
};

const extent = box => ({
  width: Math.round(box.width), edge: Math.round(isRtl ? width - box.left : box.right),
});

// From each of the innermost elements that stick out up to the one that is itself wider than its place; and the
// elements that fit while a line of their own text does not.
const causes = texts => {
  const out = everyElement(document.body).filter(widensPage);
  const all = new Set(out);
  const inner = out.filter(element => ![...element.children].some(child => all.has(child)));
  const boxes = new Set(inner.map(element => {
    let at = element;
    while (all.has(parentOf(at)) && fitsIn(at, parentOf(at))) at = parentOf(at);
    return at;
  }));
  const lines = texts
    .filter(({ element }) => !all.has(element) && !cuttersOf(element).length && styleOf(element).position !== "fixed")
    .map(({ element, lines }) => ({ element, line: lines.find(sticksOut) }))
    .filter(({ element, line }) => line && !ancestors(element).some(at => boxes.has(at)));
  return [
    ...[...boxes].map(element => ({ element, ...extent(element.getBoundingClientRect()) })),
    ...lines.map(({ element, line }) => ({ element, ...extent(line) })),
  ];
};

// Lines of text

const isReadable = element => checks.isOnScreen(element) && !element.closest("option, noscript, script, style, title");

const linesOf = node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(line => line.width > 1 && line.height > 1);
};

const texts = () => {
  const found = [];
  const readable = new Map();
  for (const root of [document.body, ...everyElement(document.body).map(element => element.shadowRoot).filter(Boolean)]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement ?? node.getRootNode().host;
      if (!node.data.trim() || element.closest("svg")) continue;
      if (!readable.has(element)) readable.set(element, isReadable(element));
      if (readable.get(element)) found.push({ node, element, lines: linesOf(node) });
    }
  }
  return found;
};

const hasEllipsis = element => styleOf(element).textOverflow !== "clip" || styleOf(element).webkitLineClamp !== "none";

// How a line is cut off, or null. A line that is wholly outside is not meant to be seen: a closed menu, the next
// slide, a text for screen readers.
const cutOf = (line, cutters) => {
  for (const cutter of cutters) {
    const box = clientBox(cutter);
    const seen = Math.min(line.right, box.right) - Math.max(line.left, box.left);
    const tall = Math.min(line.bottom, box.bottom) - Math.max(line.top, box.top);
    if (isScroller(cutter)) {
      if (line.width > cutter.clientWidth + loose && cutter.scrollWidth > cutter.clientWidth + loose)
        return { how: "scroll", by: cutter, missing: line.width - cutter.clientWidth };
      return null;
    }
    if (seen <= 0 || tall <= 0 || box.right - box.left <= 1 || box.bottom - box.top <= 1) return null;
    if (hasEllipsis(cutter)) return null;
    if (line.width - seen > loose && styleOf(cutter).overflowX !== "visible")
      return { how: "cut", by: cutter, missing: line.width - seen };
    const scrolls = /^(auto|scroll)$/.test(styleOf(cutter).overflowY);
    if (!scrolls && tall < line.height / 2) return { how: "low", by: cutter, missing: line.height - tall };
    if (scrolls) return null;
  }
  const left = line.left + (cutters.length ? 0 : scrollX);
  const right = left + line.width;
  if (right <= 0 || left >= width) return null;
  const missing = Math.max(-left, right - width);
  return missing > loose ? { how: "window", by: null, missing } : null;
};

const cutText = ({ element, lines }, scrolls) => {
  if (needsRoom(element)) return null;
  const cutters = cuttersOf(element).concat();
  if (isCutting(element) && styleOf(element).display !== "inline") cutters.unshift(element);
  const worst = lines.map(line => cutOf(line, cutters)).filter(Boolean).sort((a, b) => b.missing - a.missing)[0];
  return worst && !(worst.how === "window" && scrolls) ? worst : null;
};

// Texts over each other

const core = ({ left, top, right, bottom, width: wide, height }) => ({
  left: left + Math.min(1, wide / 4), right: right - Math.min(1, wide / 4),
  top: top + height / 4 + scrollY, bottom: bottom - height / 4 + scrollY,
});

const isAfloat = element =>
  [element, ...ancestors(element)].find(at => /^(fixed|sticky)$/.test(styleOf(at).position)) ?? null;

const isOpaque = element => {
  const { backgroundColor, backgroundImage } = styleOf(element);
  const alpha = Number(backgroundColor.match(/^rgba\(.*,\s*([\d.]+)\)$/)?.[1] ?? 1);
  return backgroundImage !== "none" || alpha > 0.9 || element.matches("img, video, canvas, iframe");
};

// Both texts can be seen at that place: nothing opaque that belongs to only one of them lies between them.
const showsThrough = (one, other, x, y) => {
  scrollTo({ top: Math.max(0, y - innerHeight / 2), left: 0, behavior: "instant" });
  const shared = new Set([one, ...ancestors(one)].filter(at => [other, ...ancestors(other)].includes(at)));
  const stack = document.elementsFromPoint(x - scrollX, y - scrollY);
  const own = stack.filter(element => !shared.has(element));
  const covers = own.filter(isOpaque);
  const holds = (outer, inner) => outer.contains(inner);
  return !covers.some(cover => holds(cover, one) !== holds(cover, other) || !holds(cover, one));
};

const cutTo = (line, cutters) => cutters.reduce((seen, cutter) => {
  const box = clientBox(cutter);
  return {
    left: Math.max(seen.left, box.left), right: Math.min(seen.right, box.right),
    top: Math.max(seen.top, box.top), bottom: Math.min(seen.bottom, box.bottom),
  };
}, line);

const overlaps = all => {
  const lines = all.flatMap(text => {
    const cutters = cuttersOf(text.element);
    return text.lines.map(line => {
      const { left, top, right, bottom } = cutTo(line, cutters);
      return { text, ...core({ left, top, right, bottom, width: right - left, height: bottom - top }) };
    });
  }).filter(line => line.right > line.left && line.bottom > line.top).sort((a, b) => a.top - b.top);
  const pairs = new Map();
  lines.forEach((line, index) => {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next++) {
      const other = lines[next];
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      const tall = Math.min(line.bottom, other.bottom) - other.top;
      if (other.text === line.text || wide < 3 || tall < 2) continue;
      if (pairs.has(line.text) || isAfloat(line.text.element) !== isAfloat(other.text.element)) continue;
      if (line.text.node.data.trim() === other.text.node.data.trim()) continue;
      const x = Math.max(line.left, other.left) + wide / 2 + scrollX;
      if (x < 0 || x > page.scrollWidth) continue;
      pairs.set(line.text, { line, other, x, y: other.top + tall / 2 });
    }
  });
  return [...pairs.values()].filter(({ line, other, x, y }) =>
    showsThrough(line.text.element, other.text.element, x, y));
};

const start = [scrollX, scrollY];
const scrolls = page.scrollWidth > width + loose && !/^(hidden|clip)$/.test(viewportOverflow());
const all = texts();
const wide = scrolls ? causes(all) : [];
const cut = new Map();
for (const text of all) {
  const found = cutText(text, scrolls);
  if (found && (found.missing > (cut.get(text.element)?.missing ?? 0))) cut.set(text.element, found);
}
const over = overlaps(all);
scrollTo({ left: start[0], top: start[1], behavior: "instant" });

return {
  width,
  pageWidth: page.scrollWidth,
  scrolls,
  texts: all.length,
  wide: wide.map(({ element, width, edge }) => ({
    target: checks.describe(element),
    width,
    edge,
    needsRoom: needsRoom(element) || Boolean(element.querySelector("table, pre") && needsRoom(element.querySelector("table, pre"))),
  })),
  cut: [...cut].map(([element, { how, by, missing }]) => ({
    target: checks.describe(element), how, missing: Math.ceil(missing), by: by ? checks.selector(by) : "",
  })),
  over: over.map(({ line, other }) => ({
    target: checks.describe(line.text.element),
    words: checks.oneLine(line.text.node.data).slice(0, 60),
    others: checks.oneLine(other.text.node.data).slice(0, 60),
  })),
};
