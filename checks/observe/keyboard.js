// Follows the focus through the page while a real Tab key is pressed, and then says where it stopped, what it
// never came to, and at which stops the style sheet leaves open whether the focus can be seen. arguments: a
// task and what it needs. Between calls the page remembers the walk.
const [task, argument] = arguments;
const walk = (globalThis[Symbol.for("checks.keyboard")] ??= {});
const shown = globalThis[Symbol.for("checks.opened")]?.shown ?? [];

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

const { parentOf, ancestors, everyElement } = checks;

const holds = (outer, inner) => outer === inner || ancestors(inner).includes(outer);

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
