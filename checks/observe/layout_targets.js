// What a pointer aims at and is smaller than 24 × 24 px, with too little room around it.
// <https://www.w3.org/TR/WCAG22/#target-size-minimum>
const least = 24;
const aimedAt = `a[href], button, input:not([type=hidden]), select, textarea, summary, [onclick], [role=button],
  [role=link], [role=checkbox], [role=radio], [role=switch], [role=tab], [role=menuitem], [role=menuitemcheckbox],
  [role=menuitemradio], [role=option], [role=slider], [role=spinbutton], [role=combobox]`;

const isUsable = element =>
  !element.closest(":disabled, [aria-disabled=true], [inert], svg, [role=application]") &&
  styleOf(element).pointerEvents !== "none";

// All boxes that take a click for one control: its own, those of what is in it, and those of its labels.
const boxesOf = remembered(element => {
  const parts = [element, ...(element.labels ?? [])].filter(isOnScreen);
  return parts.flatMap(part => [part, ...part.querySelectorAll("*")].flatMap(inner =>
    [...inner.getClientRects()].filter(box => box.width > 1 && box.height > 1)));
});

const around = boxes => {
  const [left, top] = ["left", "top"].map(side => Math.min(...boxes.map(box => box[side])));
  const [right, bottom] = ["right", "bottom"].map(side => Math.max(...boxes.map(box => box[side])));
  return { left, top, right, bottom, width: right - left, height: bottom - top };
};

const isLarge = ({ width: wide, height }) => Math.min(wide, height) > least - 0.1;

// A link that goes on in the next line is as large as the largest of its boxes.
const isLargeEnough = remembered(element => {
  const own = [...element.getClientRects()];
  if (own.some(isLarge) || boxesOf(element).some(isLarge)) return true;
  return own.length === 1 && isLarge(around(boxesOf(element)));
});

const isInLine = element => /^(inline|contents|ruby)/.test(styleOf(element).display);

const blockOf = element => {
  let at = element;
  while (parentOf(at) && isInLine(at)) at = parentOf(at);
  return at;
};

// In a line with text that is no target: its size follows from that text.
const isInSentence = element => {
  if (!isInLine(element)) return false;
  const block = blockOf(element);
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const holder = node.parentElement;
    const isTargets = holder.closest(aimedAt) ?? (holder.closest("label")?.control === element);
    if (/[\p{L}\p{N}]/u.test(node.data) && !isTargets && blockOf(holder) === block && isOnScreen(holder)) return true;
  }
  return false;
};

// As the browser draws it: without the page's styles it has the same size. What is no field takes its size from the
// text around it too.
const isBrowsers = element => {
  const { fontSize, lineHeight } = styleOf(element);
  const isField = element.matches("button, input, select, textarea");
  if (!isField && (lineHeight !== "normal" || parseFloat(fontSize) < 16)) return false;
  const size = () => [element.offsetWidth, element.offsetHeight].join();
  const [drawn, style] = [size(), element.getAttribute("style")];
  element.style.setProperty("all", "revert", "important");
  const plain = size();
  element.setAttribute("style", style ?? "");
  if (style === null) element.removeAttribute("style");
  return drawn === plain;
};

// Pseudo-elements have no boxes that could be asked for, but they take clicks.
const takesClicksAround = element => {
  const places = ancestors(element).map(at => [at, at.scrollLeft, at.scrollTop]);
  element.scrollIntoView({ block: "center", inline: "center", behavior: "instant" });
  const { left, top, width: wide, height } = element.getBoundingClientRect();
  const [x, y, reach] = [left + wide / 2, top + height / 2, least / 2 - 0.5];
  const own = [element, ...(element.labels ?? [])];
  const takes = [[-1, -1], [1, -1], [-1, 1], [1, 1]].every(([across, down]) => {
    const hit = element.getRootNode().elementFromPoint(x + across * reach, y + down * reach);
    return own.some(part => part.contains(hit));
  });
  for (const [at, across, down] of places) at.scrollTo({ left: across, top: down, behavior: "instant" });
  return takes;
};

const takesIn = (outer, inner) => [outer, ...(outer.labels ?? [])].some(part => part.contains(inner));

const middleOf = ({ left, top, width: wide, height }) => [left + wide / 2, top + height / 2];

const distance = ([x, y], { left, top, right, bottom }) =>
  Math.hypot(Math.max(left - x, 0, x - right), Math.max(top - y, 0, y - bottom));

// Of the targets whose circle or box meets the circle of this one: the nearest, by what is left between them.
const crowding = (target, all) => {
  const middle = middleOf(target.outer);
  const near = all.filter(other => !takesIn(other.element, target.element) && !takesIn(target.element, other.element));
  const room = other => Math.min(
    ...other.boxes.map(box => distance(middle, box) - least / 2),
    other.large ? Infinity : Math.hypot(...middle.map((at, way) => at - middleOf(other.outer)[way])) - least);
  const [nearest] = near.map(other => ({ other, room: room(other) })).sort((a, b) => a.room - b.room);
  return nearest && nearest.room < -0.1 ? nearest.other : null;
};

const pointerTargets = () => {
  const usable = everyElement(body).filter(element =>
    element.matches(aimedAt) && isUsable(element) && [element, ...(element.labels ?? [])].some(isOnScreen));
  const small = usable.filter(element => !isLargeEnough(element) && !isInSentence(element));
  if (!small.length) return { count: usable.length, crowded: [] };
  const all = usable.map(element =>
    ({ element, boxes: boxesOf(element), outer: around(boxesOf(element)), large: isLargeEnough(element) }));
  const twins = new Set(usable.filter(element => !small.includes(element)).map(({ href }) => href));
  const crowded = all.filter(({ element }) => small.includes(element))
    .map(target => ({ ...target, near: crowding(target, all) }))
    .filter(({ element, near }) => near && !takesClicksAround(element));
  return { count: usable.length, crowded: crowded.map(target => ({
    ...target,
    browsers: isBrowsers(target.element),
    twin: Boolean(target.element.href) && twins.has(target.element.href),
  })) };
};
