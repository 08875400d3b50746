// Follows the focus through the page while a real Tab key is pressed, and then says where it stopped, what it
// never came to, and at which stops the style sheet leaves open whether the focus can be seen. arguments: a
// task and what it needs. Between calls the page remembers the walk.
const [task, argument] = arguments;
const walk = (globalThis[Symbol.for("checks.keyboard")] ??= {});
const shown = globalThis[Symbol.for("checks.opened")]?.shown ?? [];

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// The parent across shadow roots.
const parentOf = element => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

const ancestors = element => {
  const all = [];
  for (let at = parentOf(element); at; at = parentOf(at)) all.push(at);
  return all;
};

const holds = (outer, inner) => outer === inner || ancestors(inner).includes(outer);

const everyElement = (root = document) =>
  [...root.querySelectorAll("*")].flatMap(element =>
    element.shadowRoot ? [element, ...everyElement(element.shadowRoot)] : [element]);

const isShown = element => !shown.length || shown.some(root => holds(root, element));

// Tab moves on inside these without the page's focus changing.
const manyStops = `iframe, object, embed, audio, video, input[type="date"], input[type="datetime-local"],
  input[type="month"], input[type="time"], input[type="week"]`;

// The walk

const isTabbable = element => element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility();

const outlineOf = element => {
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(element);
  return outlineStyle === "none" || parseFloat(outlineWidth) < 1 ? "" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
};

// The key moves the focus between its going down and its going up; at any other time a script does.
const noteFocus = () => {
  walk.moves += 1;
  if (!walk.keyIsDown) walk.strange = true;
};

const noteKeyDown = event => {
  if (event.key !== "Tab") return;
  record(false);
  Object.assign(walk, { pressed: true, keyIsDown: true, moves: 0 });
};

const noteKeyUp = () => (walk.keyIsDown = false);

// Notes where the last Tab has led. A fast walk that sees anything but one step for one key, or the focus on
// something out of sight, is `strange`: a script has a hand in it, or may yet bring it into sight.
const record = slowly => {
  if (!walk.pressed || walk.done) return;
  walk.pressed = false;
  const element = checks.activeElement();
  if (!slowly && (walk.moves > 1 || element?.matches("iframe, object, embed"))) walk.strange = true;
  if (!element) return leave();
  if (element === walk.last) return stay(element, slowly);
  walk.last = element;
  walk.stays = 0;
  if (walk.round.has(element)) return (walk.done = true);
  walk.round.add(element);
  if (!walk.stops.has(element) || walk.stops.get(element).unseen) walk.stops.set(element, measure(element));
  if (walk.stops.get(element).unseen) walk.strange = true;
  if (shown.length && !isShown(element)) walk.done = walk.wanted.every(wanted => walk.stops.has(wanted));
};

const leave = () => {
  walk.last = null;
  walk.done = walk.fromTop || walk.left;
  walk.left = true;
};

const stay = (element, slowly) => {
  walk.stays += 1;
  if (element.matches(manyStops)) walk.done = walk.stays > 60; else if (slowly) {
    walk.done = walk.stays > 1;
    walk.stuck = walk.done ? element : null;
  } else walk.strange = true;
};

// Lets the next Tab go on from an element, or from the top of the page: scrolling moves that place.
const startFrom = element => {
  const at = element ?? document.body;
  if (!element) at.tabIndex = -1;
  at.blur();
  at.focus({ preventScroll: true });
  if (!element) at.blur();
  if (!element) at.removeAttribute("tabindex");
};

// What can be seen of a stop

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

// What the style sheet settles: something that was out of sight before it had the focus; an outline that was not there before, on a ground that is known, not cut off

const luminance = ({ red, green, blue }) => {
  const [r, g, b] = [red, green, blue].map(part =>
    part <= 10.314 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one, other) => {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
};

// The colour that the outline is painted on, or null where that cannot be told from the style sheet.
const groundAt = (element, x, y) => {
  const top = topAt(x, y);
  if (!top || !holds(top, element)) return null;
  for (const at of [top, ...ancestors(top)]) {
    const { backgroundColor, backgroundImage } = getComputedStyle(at);
    const painted = colour(backgroundColor);
    if (backgroundImage !== "none" || !painted || (painted.alpha > 0 && painted.alpha < 1)) return null;
    if (painted.alpha === 1) return painted;
  }
  return matchMedia("(prefers-color-scheme: dark)").matches ? null : { red: 255, green: 255, blue: 255 };
};

const cuts = at => {
  const { overflowX, overflowY, clipPath, clip, contain, filter, opacity, maskImage, transform, mixBlendMode } =
    getComputedStyle(at);
  if (clipPath !== "none" || clip !== "auto" || filter !== "none" || maskImage !== "none") return "yes";
  if (opacity !== "1" || mixBlendMode !== "normal" || /paint|strict|content/.test(contain)) return "yes";
  if (transform !== "none") return "yes";
  return overflowX !== "visible" || overflowY !== "visible" ? "outside" : "no";
};

const isInside = (x, y, { left, top, right, bottom }) => x > left && x < right && y > top && y < bottom;

const hasOutline = element => {
  const outline = outlineOf(element);
  if (!outline || !element.matches(":focus-visible") || (walk.resting.get(element) ?? outline)) return false;
  const style = getComputedStyle(element);
  const ring = colour(style.outlineColor);
  if (ring?.alpha !== 1) return false;
  const around = [element, ...ancestors(element)].filter(at => at !== document.documentElement && at !== document.body);
  if (around.some(at => cuts(at) === "yes")) return false;
  const clips = around.slice(1).filter(at => cuts(at) === "outside").map(at => at.getBoundingClientRect());
  const away = parseFloat(style.outlineOffset) + Math.min(parseFloat(style.outlineWidth) / 2, 1);
  const boxes = boxesOf(element);
  const [first, last] = [boxes[0], boxes.at(-1)];
  const middle = box => (box.top + box.bottom) / 2;
  const points = [[first.left - away, middle(first)], [last.right + away, middle(last)]];
  if (boxes.length === 1) points.push([(first.left + first.right) / 2, first.bottom + away]);
  const seen = points.filter(([x, y]) => {
    const ground = clips.every(clip => isInside(x, y, clip)) ? groundAt(element, x, y) : null;
    return ground && contrast(ring, ground) >= 3;
  });
  return seen.length >= 2;
};

// A field for typing shows the focus by its caret.
const hasCaret = element => {
  const isField = element.localName === "input" && !element.matches(`[type=button], [type=checkbox], [type=color],
    [type=file], [type=image], [type=radio], [type=range], [type=reset], [type=submit]`);
  return (isField || element.localName === "textarea" || element.isContentEditable) && !element.readOnly &&
    colour(getComputedStyle(element).caretColor)?.alpha !== 0;
};

// What has to be reached

const widgets = ["button", "checkbox", "combobox", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
  "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "treeitem"];

const controls = `a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls],
  video[controls], [contenteditable=""], [contenteditable=true],
  ${widgets.map(role => `[role=${role}]`).join(", ")}`;

const isOff = element =>
  element.matches(":disabled") || Boolean(element.closest("[inert], [aria-disabled=true]")) ||
  (element.localName === "summary" && element.parentElement?.localName !== "details");

const isForMouse = element => checks.isOnScreen(element) && !isOff(element) && isShown(element);

const isReached = element => walk.stops.has(element);

const isAroundReached = element =>
  [...walk.stops.keys()].some(stop => holds(element, stop) || holds(stop, element));

const groups = `[role=tablist], [role=menu], [role=menubar], [role=listbox], [role=tree], [role=grid],
  [role=treegrid], [role=radiogroup], [role=toolbar]`;

// Arrow keys lead to it: a member of a group that has a stop, or that a stop owns.
const isByArrows = element => {
  if (element.localName === "input" && element.type === "radio" && element.name) {
    const twins = [...element.getRootNode().querySelectorAll(`input[type=radio][name="${CSS.escape(element.name)}"]`)];
    if (twins.some(twin => twin.form === element.form && isReached(twin))) return true;
  }
  const group = element.closest(groups);
  if (!group) return false;
  const owners = group.id ? `[aria-controls~="${CSS.escape(group.id)}"], [aria-owns~="${CSS.escape(group.id)}"]` : "";
  return isAroundReached(group) || Boolean(owners && [...document.querySelectorAll(owners)].some(isReached));
};

// Something that Tab reaches does the same: a link to the same place, a field whose own keys do it.
const hasTwin = element => {
  if (element.href && typeof element.href === "string")
    return [...walk.stops.keys()].some(stop => stop.href === element.href);
  const fields = "[role=combobox], [role=spinbutton], [role=searchbox], input:is([type=number], [type=search], [list])";
  return element.matches("[tabindex='-1']") && [...element.parentElement?.querySelectorAll(fields) ?? []].some(isReached);
};

// A mouse can get at it: not in a closed drawer, not on the slide of a carousel that is out of sight.
const canBeClicked = element => {
  if (!boxesOf(element).some(inView)) {
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    walk.scrolled = true;
  }
  return boxesOf(element).filter(inView).flatMap(pointsOf).some(([x, y]) => {
    const top = topAt(x, y);
    return top && holds(element, top);
  });
};

// What is clicked to close something that lies over the page: Escape is for that.
const isBackdrop = element => {
  const { width, height } = element.getBoundingClientRect();
  return !element.textContent.trim() && !element.querySelector("img, svg") && !element.getAttribute("aria-label") &&
    width * height > 0.5 * innerWidth * innerHeight;
};

const isForHidden = ({ control }) =>
  Boolean(control) && !control.matches(":disabled, [type=hidden]") && !checks.isOnScreen(control);

const blocks = "address, article, aside, div, dl, fieldset, figure, form, h1, h2, h3, h4, h5, h6, ol, p, section, table, ul";

const isClickable = element => {
  if (!walk.listeners.has(element) || element.matches("html, body, main, option")) return false;
  if (everyElement(element).some(isTabbable)) return false;
  if (getComputedStyle(element).cursor === "pointer") return true;
  return walk.listeners.get(element).has("click") &&
    (element.hasAttribute("onclick") || !element.querySelector(blocks));
};

const kindOf = element => {
  if (isBackdrop(element)) return "";
  if (element.localName === "label" && element.control)
    return isForHidden(element) && getComputedStyle(element).cursor === "pointer" ? "label" : "";
  if (element.matches(controls)) return element.closest("label") ? "" : "control";
  return isClickable(element) ? "listener" : "";
};

// What is there for a mouse before the walk, which may open and close things. Whether a mouse gets at it is
// asked of what cannot take the focus anyway; of the rest only if the walk does not come to it.
const listForMouse = () => {
  const all = everyElement(document.body).filter(isForMouse).map(element => [element, kindOf(element)]);
  const start = [scrollX, scrollY];
  walk.forMouse = new Map(all.filter(([element, kind]) => kind && (isTabbable(element) || canBeClicked(element))));
  if (walk.scrolled) startFrom(checks.activeElement());
  scrollTo({ left: start[0], top: start[1], behavior: "instant" });
};

const isMissed = (element, kind) => {
  if (!element.isConnected || isAroundReached(element) || isByArrows(element) || hasTwin(element)) return false;
  if (kind === "label" && (isReached(element.control) || isByArrows(element.control))) return false;
  return !isTabbable(element) || (isForMouse(element) && canBeClicked(element));
};

const missed = () => {
  const all = [...walk.forMouse].filter(([element, kind]) => isMissed(element, kind));
  return all.filter(([element]) => !ancestors(element).some(at => all.some(([other]) => other === at)));
};

// The look of a stop, unfocused and focused

const still = new CSSStyleSheet();
still.replaceSync("* { caret-color: transparent !important; scroll-behavior: auto !important }");

const holdStill = () => {
  checks.endAnimations();
  document.getAnimations().forEach(animation => animation.pause());
};

const frames = async () => {
  for (let count = 0; count < 2; count++) await new Promise(requestAnimationFrame);
};

const box = ({ left, top, right, bottom }, margin) => [left - margin, top - margin, right + margin, bottom + margin];

const tasks = {
  async begin() {
    const tabbable = everyElement().filter(isTabbable);
    const active = checks.activeElement();
    Object.assign(walk, {
      stops: new Map(), round: new Set(), resting: new Map(), hidden: new Set(), listeners: new Map(), moves: 0, stays: 0,
      pressed: false, keyIsDown: false, done: false, strange: false, left: false, stuck: null, last: null, fromTop: !active, scrolled: false,
      wanted: tabbable.filter(isShown),
    });
    for (const element of tabbable.filter(element => element !== active)) {
      walk.resting.set(element, outlineOf(element));
      if (!checks.isOnScreen(element) && checks.oneLine(element.textContent)) walk.hidden.add(element);
    }
    if (shown.length && !(active && isShown(active))) checks.find(argument)?.focus({ preventScroll: true });
    const start = checks.activeElement();
    if (start && isShown(start)) walk.stops.set(start, measure(start));
    walk.fromTop = !start;
    return (shown.length ? walk.wanted.length : tabbable.length) + 1;
  },

  // After the listeners are known; `argument` says whether a script listens to keys or to the focus.
  start() {
    listForMouse();
    walk.listens = argument;
    addEventListener("keydown", noteKeyDown, true);
    addEventListener("keyup", noteKeyUp, true);
    addEventListener("focusin", noteFocus, true);
    // The functions of this very call: in the next one they are others.
    walk.end = () => {
      removeEventListener("keydown", noteKeyDown, true);
      removeEventListener("keyup", noteKeyUp, true);
      removeEventListener("focusin", noteFocus, true);
    };
  },

  async fast() {
    await wait(walk.listens ? 30 : 0);
    record(false);
    return { done: walk.done, strange: walk.strange };
  },

  again() {
    walk.end();
    Object.assign(walk, { round: new Set(), moves: 0, stays: 0, last: null, done: false, left: false, fromTop: false });
  },

  async slow() {
    await wait(25);
    walk.pressed = true;
    if (whyUnseen(checks.activeElement() ?? document.body)) await wait(200);
    record(true);
    return walk.done;
  },

  report() {
    walk.end();
    const opened = [...walk.stops].filter(([element]) => isShown(element) && element.isConnected);
    walk.order = opened.map(([element]) => element);
    const stops = opened.map(([element, stop]) => ({
      ...stop,
      target: checks.describe(element),
      caret: hasCaret(element),
    }));
    return {
      stops,
      stuck: walk.stuck && checks.describe(walk.stuck),
      unreached: (walk.stuck ? [] : missed()).map(([element, kind]) => ({ kind, target: checks.describe(element) })),
    };
  },

  // Brings a stop into view, with no focus anywhere, so that the next Tab leads to it. Scrolling moves the place
  // from which Tab goes on, so that is set last.
  async rest() {
    const element = walk.order[argument];
    if (!document.adoptedStyleSheets.includes(still)) document.adoptedStyleSheets.push(still);
    checks.activeElement()?.blur();
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    const all = [...walk.stops.keys()];
    startFrom(all[all.indexOf(element) - 1]);
    checks.activeElement()?.blur();
    await frames();
    holdStill();
    walk.scroll = [scrollX, scrollY];
  },

  // The boxes in which the focus of that stop may show: its own and its labels', then those around it.
  async focused() {
    const element = walk.order[argument];
    if (checks.activeElement() !== element) element.focus({ focusVisible: true, preventScroll: true });
    if (checks.activeElement() !== element) return null;
    await frames();
    holdStill();
    const own = [element, ...(element.labels ?? [])].map(at => box(at.getBoundingClientRect(), 12));
    const outer = ancestors(element).slice(0, 3).map(at => box(at.getBoundingClientRect(), 0));
    return { boxes: [...own, ...outer], moved: [scrollX - walk.scroll[0], scrollY - walk.scroll[1]] };
  },

  end() {
    checks.activeElement()?.blur();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== still);
    scrollTo(0, 0);
  },
};

return await tasks[task]();
