// A part of keyboard.js: what can be seen of a stop.

const inView = ({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;

const boxesOf = element => {
  const own = [...element.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1);
  return own.length ? own : [...element.querySelectorAll("*")].slice(0, 50).flatMap(inner => [...inner.getClientRects()])
    .filter(({ width, height }) => width >= 1 && height >= 1);
};

const topAt = (x, y) => {
  let top = document.elementFromPoint(x, y);
  for (let inner; (inner = top?.shadowRoot?.elementFromPoint(x, y)) && inner !== top; ) top = inner;
  return top;
};

const pointsOf = ({ left, top, width, height }) =>
  [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]].map(([x, y]) => [left + x * width, top + y * height]);

const colour = text => {
  const [red, green, blue, alpha = 1] = (text.match(/^rgba?\((.*)\)$/)?.[1].match(/[\d.]+/g) ?? []).map(Number);
  return red === undefined ? null : { red, green, blue, alpha };
};

const isOpaque = element => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== "none" || colour(backgroundColor)?.alpha > 0.9 ||
    element.matches("img, video, canvas, iframe, picture");
};

// What lies over each point of the element: nothing (itself, or something see-through), an ancestor, a cover.
const whatIsOver = (element, boxes) => {
  const parents = ancestors(element);
  const over = [];
  for (const [x, y] of boxes.filter(inView).slice(0, 4).flatMap(pointsOf)) {
    const top = topAt(x, y);
    if (!top) continue;
    if (holds(element, top)) return [];
    over.push(parents.includes(top) ? { clip: top } : isOpaque(top) ? { cover: top } : {});
  }
  return over;
};

const withPointer = (element, ask) => {
  if (getComputedStyle(element).pointerEvents !== "none") return ask();
  const style = element.getAttribute("style");
  element.style.setProperty("pointer-events", "auto", "important");
  const answer = ask();
  if (style === null) element.removeAttribute("style"); else element.setAttribute("style", style);
  return answer;
};

// Why the element cannot be seen, or "". It is brought into view first.
const whyUnseen = element => {
  if (element.localName === "area") return "";
  let boxes = boxesOf(element);
  if (!boxes.length) return "has no size";
  if (boxes.every(({ width, height }) => width <= 1 || height <= 1)) return "is cut down to one pixel";
  if (!boxes.some(inView)) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    boxes = boxesOf(element);
  }
  if (!boxes.some(inView)) return "stands off screen";
  if ([element, ...ancestors(element)].reduce((all, at) => all * getComputedStyle(at).opacity, 1) < 0.02)
    return "is transparent";
  const over = withPointer(element, () => whatIsOver(element, boxes));
  if (!over.length || over.some(({ clip, cover }) => !clip && !cover)) return "";
  const { cover } = over.find(found => found.cover) ?? {};
  return cover ? `is covered by ${checks.selector(cover)}` : "is cut off by what it stands in";
};

// A field may be out of sight where its label, or a box that is drawn under it, is seen in its place: whether
// that shows the focus is another question.
const hasStandIn = (element, why) => {
  if ([...(element.labels ?? [])].some(label => checks.isOnScreen(label))) return true;
  const { width, height } = element.getBoundingClientRect();
  return why === "is transparent" && width >= 8 && height >= 8 &&
    element.matches("input:is([type=checkbox], [type=radio], [type=range], [type=file])");
};

const measure = element => {
  checks.endAnimations();
  const why = whyUnseen(element);
  const unseen = why && !hasStandIn(element, why) ? why : "";
  return { unseen, showsFocus: !unseen && (hasOutline(element) || (!why && walk.hidden.has(element))) };
};
