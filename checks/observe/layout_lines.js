// Lines of text: which are cut off or have to be scrolled to.
const noText = "script, style, template, noscript, title, option, datalist, svg";
const isReadable = remembered(element => isOnScreen(element) && !element.closest(noText));

const linesOf = node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return [...range.getClientRects()].filter(line => line.width > 1 && line.height > 1);
};

const texts = () => {
  const found = [];
  for (const root of [body, ...everyElement(body).map(element => element.shadowRoot).filter(Boolean)]) {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement ?? node.getRootNode().host;
      if (!node.data.trim() || !isReadable(element)) continue;
      found.push({ node, element, lines: linesOf(node), aside: element.closest("[aria-hidden=true]") !== null });
    }
  }
  return found;
};

const hasEllipsis = box => styleOf(box).textOverflow !== "clip" || styleOf(box).webkitLineClamp !== "none";

// A box that is as high as one line is meant to show one line, and so is one that counts its lines.
// <https://www.w3.org/WAI/standards-guidelines/act/rules/59br37/>
const countsLines = remembered(box => {
  const { lineHeight, fontSize, webkitLineClamp } = styleOf(box);
  const height = parseFloat(lineHeight) || 1.2 * parseFloat(fontSize);
  return webkitLineClamp !== "none" || height >= Math.floor(box.getBoundingClientRect().height);
});

// How a box cuts a line off at its sides and through its height: null, or what is missing of it in px. A line is cut
// through when its middle half is: above that are ascenders at most, below it descenders.
const cutAcross = (line, cutter, box, spare) => {
  if (styleOf(cutter).overflowX === "visible") return null;
  const seen = Math.min(line.right, box.right) - Math.max(line.left, box.left);
  if (seen <= 0) return { how: "gone", by: cutter, missing: line.width };
  if (hasEllipsis(cutter) || line.width - seen <= spare) return null;
  return { how: "cut", by: cutter, missing: line.width - seen };
};

const howGone = cutter => {
  if (!cutter) return "gone";
  if (countsLines(cutter)) return "meant";
  return isScrolling(styleOf(cutter).overflowY) ? "low" : "gone"; // on paper alone: a screen scrolls there
};

const cutThrough = (line, { top, bottom }, cutter) => {
  const quarter = line.height / 4;
  const seen = Math.min(line.bottom - quarter, bottom) - Math.max(line.top + quarter, top);
  const missing = line.height - Math.max(0, Math.min(line.bottom, bottom) - Math.max(line.top, top));
  if (seen <= 0) return { how: howGone(cutter), by: cutter, missing };
  return line.height / 2 - seen > loose ? { how: "low", by: cutter, missing } : null;
};

const cutByScroller = (line, cutter) =>
  line.width > cutter.clientWidth + loose && cutter.scrollWidth > cutter.clientWidth + loose
    ? { how: "scroll", by: cutter, missing: line.width - cutter.clientWidth }
    : null;

// Whether a page that is higher than the window cannot be scrolled down; under an open dialog it need not be.
const holdsStill = () => {
  const { overflowY } = styleOf(document.documentElement);
  const overflow = overflowY === "visible" ? styleOf(body).overflowY : overflowY;
  return !onPaper && /^(hidden|clip)$/.test(overflow) && !document.querySelector("dialog[open], [aria-modal=true]");
};

const cutByWindow = (line, scrollable, still, spare) => {
  const left = line.left + (scrollable ? 0 : scrollX);
  const right = left + line.width;
  if (right <= 0 || left >= width) return null;
  const missing = Math.max(-left, right - width);
  if (missing > spare) return { how: "window", by: null, missing };
  const low = still && cutThrough(line, { top: -scrollY, bottom: innerHeight - scrollY }, null);
  return low ? { ...low, how: low.how === "low" ? "window" : low.how } : null;
};

// What a box leaves of a line.
const within = (line, box, { overflowX, overflowY }) => {
  const [left, right] = overflowX === "visible" ? [line.left, line.right]
    : [Math.max(line.left, box.left), Math.min(line.right, box.right)];
  const [top, bottom] = overflowY === "visible" ? [line.top, line.bottom]
    : [Math.max(line.top, box.top), Math.min(line.bottom, box.bottom)];
  return { left, right, top, bottom, width: right - left, height: bottom - top };
};

// How a line is cut off by what it stands in, or by the window; null if it is not. On paper nothing scrolls.
const cutOf = (whole, cutters, still, spare) => {
  let line = whole;
  for (const cutter of cutters) {
    const box = clientBox(cutter);
    if (box.right - box.left <= 1 || box.bottom - box.top <= 1) return null;
    const { overflowX, overflowY } = styleOf(cutter);
    const [acrossScrolls, downScrolls] = [overflowX, overflowY].map(overflow => !onPaper && isScrolling(overflow));
    const low = downScrolls || overflowY === "visible" ? null : cutThrough(line, box, cutter);
    if (low && low.how !== "low") return low;
    const across = acrossScrolls ? cutByScroller(line, cutter) : cutAcross(line, cutter, box, spare);
    if (across || low || acrossScrolls || downScrolls) return across ?? low;
    line = within(line, box, styleOf(cutter));
  }
  return cutByWindow(line, cutters.length > 0, still, spare);
};

const allCutters = remembered(element => {
  const own = isCutting(element) && styleOf(element).display !== "inline";
  return own ? [element, ...cuttersOf(element)] : cuttersOf(element);
});

const cutLines = ({ element, lines, aside }, still) => {
  if (aside || (!onPaper && needsRoom(element))) return lines.map(() => null);
  const spare = loose + (parseFloat(styleOf(element).letterSpacing) || 0);
  return lines.map(line => cutOf(line, allCutters(element), still, spare));
};

// What is cut off of an element's own text: the worst of its lines. Those that are gone count after those of which a
// part is seen; if all are gone, it may be meant.
const cutTexts = (all, scrolls) => {
  const still = holdsStill();
  const isGone = cut => cut?.how === "gone";
  return [...Map.groupBy(all, ({ element }) => element)].flatMap(([element, texts]) => {
    const lines = texts.flatMap(text => cutLines(text, still));
    const cut = lines.filter(found => found && found.how !== "meant");
    const [worst] = cut.sort((one, other) => isGone(one) - isGone(other) || other.missing - one.missing);
    const isScrolledTo = worst?.how === "window" && scrolls;
    return worst && !isScrolledTo ? [{ ...worst, element, whole: lines.every(isGone) }] : [];
  });
};
