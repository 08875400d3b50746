// A part of keyboard.js: what can be seen of a stop.

const inView = ({ left, top, right, bottom }) => right > 0 && bottom > 0 && left < innerWidth && top < innerHeight;

const boxesOf = element => {
  const own = [...element.getClientRects()].filter(({ width, height }) => width >= 1 && height >= 1);
  return own.length ? own : [...element.querySelectorAll("*")].slice(0, 50)
    .flatMap(inner => [...inner.getClientRects()])
    .filter(({ width, height }) => width >= 1 && height >= 1);
};

const topAt = (x, y) => {
  let top = document.elementFromPoint(x, y);
  for (let inner; (inner = top?.shadowRoot?.elementFromPoint(x, y)) && inner !== top; ) top = inner;
  return top;
};

const few = [[0.5, 0.5], [0.1, 0.2], [0.9, 0.2], [0.1, 0.8], [0.9, 0.8]];
const shares = [0.05, 0.3, 0.5, 0.7, 0.95];
const many = shares.flatMap(across => shares.map(down => [across, down]));

const pointsOf = ({ left, top, width, height }, places = few) =>
  places.map(([across, down]) => [left + across * width, top + down * height]);

const isReplaced = element => element.matches("img, video, canvas, iframe, picture");

const isOpaque = element => {
  const { backgroundColor, backgroundImage } = getComputedStyle(element);
  return backgroundImage !== "none" || checks.colour(backgroundColor)[3] > 0.9 || isReplaced(element);
};

// What lies over each point of the element: nothing (itself, or something see-through), an ancestor, a cover.
const whatIsOver = (element, boxes, places) => {
  const parents = ancestors(element);
  const over = [];
  for (const [x, y] of boxes.filter(inView).slice(0, 4).flatMap(box => pointsOf(box, places))) {
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

const inSight = { unseen: "", cover: "" };
const outOfSight = unseen => ({ unseen, cover: "" });

// Why the element cannot be seen, and the selector of what covers it whole; both are "" where it is in sight. It is
// brought into view first if the browser has not done so.
const sightOf = element => {
  if (element.localName === "area") return inSight;
  let boxes = boxesOf(element);
  if (!boxes.length) return outOfSight("has no size");
  if (boxes.every(({ width, height }) => width <= 1 || height <= 1)) return outOfSight("is cut down to one pixel");
  if (!boxes.some(inView)) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    boxes = boxesOf(element);
  }
  if (!boxes.some(inView)) return outOfSight("stands off screen");
  if ([element, ...ancestors(element)].reduce((all, at) => all * getComputedStyle(at).opacity, 1) < 0.02)
    return outOfSight("is transparent");
  if (!walks) return inSight; // where the colours alone are others, nothing else lies over it
  const isHidden = places => {
    const over = withPointer(element, () => whatIsOver(element, boxes, places));
    return over.length && over.every(({ clip, cover }) => clip || cover) ? over : null;
  };
  const over = isHidden(few) && isHidden(many);
  if (!over) return inSight;
  const { cover } = over.find(found => found.cover) ?? {};
  return cover ? { unseen: "", cover: checks.selector(cover) } : outOfSight("is cut off by what it stands in");
};

// A field may be out of sight where its label, or a box that is drawn under it, is seen in its place: whether
// that shows the focus is another question.
const hasStandIn = (element, { unseen }) => {
  if ([...(element.labels ?? [])].some(label => checks.isOnScreen(label))) return true;
  const { width, height } = element.getBoundingClientRect();
  return unseen === "is transparent" && width >= 8 && height >= 8 &&
    element.matches("input:is([type=checkbox], [type=radio], [type=range], [type=file])");
};
