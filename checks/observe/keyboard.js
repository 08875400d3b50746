// Follows the focus through the page while a real Tab key is pressed, and then says where it stopped, what it
// never came to, and at which stops the style sheet leaves open whether the focus can be seen. arguments: the opener
// of what stands open, and whether to walk at all. The page keeps the functions, under `tasks`, and remembers the walk.
const [opener, walks] = arguments;
const walk = (globalThis[Symbol.for("checks.keyboard")] = {});
const page = document.body ?? document.documentElement; // an SVG has no body
const shown = globalThis[Symbol.for("checks.opened")]?.shown ?? [];

const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

// Whether a script has put something off for a moment.
const timers = globalThis[Symbol.for("checks.watch")]?.timers ?? new Map();
const isPutOff = () => [...timers.values()].some(({ delay, repeats }) => !repeats && delay <= 50);

// Also until that has come about, however busy the machine is.
const settle = async milliseconds => {
  await wait(milliseconds);
  for (let times = 0; times < 5 && isPutOff(); times++) await wait(20);
};

// Without the focus, a window hears of none in it. It has been brought to the front, which takes a moment.
const windowFocus = async () => {
  for (let times = 0; times < 30 && !document.hasFocus(); times++) await wait(10);
};

const { ancestors, everyElement } = checks;

const holds = (outer, inner) => outer === inner || ancestors(inner).includes(outer);

const isShown = element => !shown.length || shown.some(root => holds(root, element));

// Tab moves on inside these without the page's focus changing.
const manyStops = `iframe, object, embed, audio, video, input[type="date"], input[type="datetime-local"],
  input[type="month"], input[type="time"], input[type="week"]`;

const isTabbable = element => element.tabIndex >= 0 && !element.matches(":disabled") && element.checkVisibility();

// A stop

const isAfloat = element => walk.floats.some(float => holds(float, element));

const outer = "ul, ol, dl, nav, form, fieldset, table, section, article, aside, header, footer, main, body";

const placeOnPage = element => {
  const { left, top, right, bottom } = element.getBoundingClientRect();
  return [left + scrollX, top + scrollY, right + scrollX, bottom + scrollY].map(Math.round);
};

const measure = element => {
  checks.endAnimations();
  const sight = sightOf(element);
  const isElsewhere = Boolean(sight.unseen || sight.cover) && hasStandIn(element, sight);
  const { unseen, cover } = isElsewhere ? inSight : sight;
  const look = unseen || cover || isElsewhere ? { shows: false, contrast: null } : lookOf(element);
  return { unseen, cover, onWayBack: false, ...look, place: placeOnPage(element) };
};

// The walk

// The key moves the focus between its going down and its going up; at any other time a script does.
const noteFocus = event => {
  const [element] = event.composedPath();
  if (element === window || element === document) return;
  walk.moves += 1;
  walk.got.push(element);
  if (!walk.keyIsDown) walk.strange = true;
};

const noteKeyDown = event => {
  if (event.key !== "Tab") return;
  if (!walk.slowly) record();
  Object.assign(walk, { pressed: true, keyIsDown: true, keyDown: event, leftNow: false, moves: 0, got: [] });
};

const noteKeyUp = () => {
  walk.keyIsDown = false;
  walk.atKeyUp = checks.activeElement();
};

const noteBlur = event => {
  if (event.target === window) walk.leftNow = true;
};

const hasMovedSince = () => !walk.keyIsDown && checks.activeElement() !== walk.atKeyUp;

// Notes where the last Tab has led. A fast walk that sees anything but one step for one key, or the focus on
// something out of sight, is `strange`: a script has a hand in it, or may yet bring it into sight.
const record = () => {
  if (!walk.pressed || walk.done) return;
  walk.pressed = false;
  const element = checks.activeElement();
  if (walk.isBack) return recordBack(element);
  if (walk.moves > 1 || isPutOff() || hasMovedSince() || element?.matches("iframe, object, embed")) walk.strange = true;
  suspectMoves(element);
  walk.first ??= element;
  if (!element) return walk.moves ? (walk.strange = true) : leave();
  if (element === walk.last) return stay(element);
  const isFromEnd = isWrap(walk.last, element);
  walk.last = element;
  walk.stays = 0;
  if (walk.round.has(element) && isFromEnd) return (walk.done = true);
  if (walk.round.has(element)) return beStuck([...walk.round].slice([...walk.round].indexOf(element)));
  if (walk.earlier.has(element)) return (walk.done = true);
  walk.round.add(element);
  const known = walk.stops.get(element);
  if (!known || known.unseen || known.cover) walk.stops.set(element, measure(element));
  if (walk.stops.get(element).unseen || walk.stops.get(element).cover || openedModal()) walk.strange = true;
  if (shown.length && !isShown(element)) walk.done = walk.wanted.every(wanted => walk.stops.has(wanted));
};

// By the key alone from the last stop to the first: where the window has no focus, the browser's frame is no stop.
const isWrap = (from, to) => walk.moves <= 1 && !walk.keyDown?.defaultPrevented && !hasMovedSince() &&
  Boolean(from?.compareDocumentPosition(to) & Node.DOCUMENT_POSITION_PRECEDING);

const leave = () => {
  walk.last = null;
  walk.done = walk.fromTop || walk.left;
  walk.left = true;
  walk.earlier = walk.round;
  walk.round = new Set();
};

const stay = element => {
  walk.stays += 1;
  if (element.matches(manyStops)) walk.done = walk.stays > 60; else if (!walk.slowly) walk.strange = true;
  else if (walk.stays > 1) beStuck([element]);
};

const beStuck = members => {
  walk.done = true;
  walk.members = members;
  walk.strange = true;
};

// On the way back, what sticks to the top of the window may cover what the way on has shown.
const recordBack = element => {
  const stop = walk.stops.get(element);
  if (!stop || walk.round.has(element)) return (walk.done = true);
  walk.round.add(element);
  const { cover } = sightOf(element);
  if (cover && !stop.cover && !hasStandIn(element, inSight)) Object.assign(stop, { cover, onWayBack: true });
};

// Lets the next Tab go on from an element, or from the top of the page: scrolling moves that place.
const startFrom = element => {
  const at = element ?? page;
  if (!element) at.tabIndex = -1;
  at.blur();
  at.focus({ preventScroll: true });
  if (!element) at.blur();
  if (!element) at.removeAttribute("tabindex");
};

const goToOpener = () => {
  const active = checks.activeElement();
  if (!(active && isShown(active))) checks.find(opener)?.focus({ preventScroll: true });
};

const dialogs = "dialog, [popover], [aria-modal=true], [role=dialog], [role=alertdialog], [role=menu], [role=listbox]";

// The dialog or menu that was opened and that has not taken the focus, though Tab is to lead into it.
const layerToEnter = start =>
  start === checks.find(opener) && shown.flatMap(root => [root, ...root.querySelectorAll(dialogs)])
    .find(layer => layer.matches(dialogs) && walk.wanted.some(wanted => holds(layer, wanted)));

// What sticks to the window while the page scrolls.
const floatsOf = elements => elements.filter(element => /^(fixed|sticky)$/.test(getComputedStyle(element).position));

// The part of the page that something sticking to the window can come over: what is sticky stays in its parent.
const reachOf = float => {
  const { left, right } = float.getBoundingClientRect();
  const parent = checks.parentOf(float);
  if (!parent || getComputedStyle(float).position === "fixed") return { left, right, top: -Infinity, bottom: Infinity };
  const [, top, , bottom] = placeOnPage(parent);
  return { left, right, top, bottom };
};

// Notes which elements listen to a mouse. Returns whether anything listens to keys or to the focus.
const noteListeners = elements => {
  const all = [window, document, ...elements].map(target => [target, Object.keys(getEventListeners(target))]);
  for (const [target, types] of all) {
    const activating = types.filter(type => /^(click|mousedown|pointerdown)$/.test(type));
    if (activating.length) walk.listeners.set(target, new Set(activating));
  }
  const following = /^(blur|focus|focusin|focusout|keydown|keyup|keypress)$/;
  return all.some(([, types]) => types.some(type => following.test(type)));
};

// The look of a stop, unfocused and focused

const steady = new CSSStyleSheet();
steady.replaceSync("* { scroll-behavior: auto !important }");
const still = new CSSStyleSheet();
still.replaceSync("* { caret-color: transparent !important }");

const wear = sheet => {
  if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
};

const holdStill = () => {
  checks.endAnimations();
  document.getAnimations().forEach(animation => animation.pause());
};

const frames = async () => {
  for (let count = 0; count < 2; count++) await new Promise(requestAnimationFrame);
};

const box = ({ left, top, right, bottom }, margin) => [left - margin, top - margin, right + margin, bottom + margin];

const described = ([element, stop]) => ({
  ...stop,
  target: checks.describe(element),
  caret: hasCaret(element),
  tabindex: element.tabIndex,
  number: walk.numbers.get(element) ?? -1,
  block: walk.blocks.indexOf(element.closest(outer)),
  isAfloat: isAfloat(element),
  isRtl: getComputedStyle(element).direction === "rtl",
});

walk.tasks = {
  async fast() {
    walk.strange ||= isPutOff();
    await settle(walk.listens ? 30 : 0);
    record();
    return { done: walk.done, strange: walk.strange || hasMovedSince() };
  },

  async again() {
    await windowFocus();
    Object.assign(walk, {
      slowly: true, round: new Set(), earlier: new Set(), noted: [], got: [], moves: 0, stays: 0, last: null,
      first: null, pressed: false, done: false, left: false, fromTop: !shown.length, members: [],
    });
    if (shown.length) goToOpener(); else startFrom(null);
  },

  async slow() {
    await settle(30);
    walk.pressed = true;
    const active = checks.activeElement();
    if (active && !active.matches("body, iframe") && sightOf(active).unseen) await wait(200);
    record();
    walk.got = [];
    return walk.done;
  },

  // Whether to go back too, because something that sticks may cover stops beside it; and from where.
  back() {
    const stops = [...walk.stops].filter(([element]) => !isAfloat(element)).map(([, { place }]) => place);
    const floats = walk.floats.filter(float => checks.isVisible(float)).map(reachOf);
    const mayCover = ([left, top, right, bottom]) => floats.some(reach =>
      reach.left < right && reach.right > left && reach.top < bottom && reach.bottom > top);
    if (shown.length || walk.members.length || !stops.some(mayCover)) return 0;
    Object.assign(walk, { isBack: true, done: false, pressed: false, round: new Set() });
    [...walk.stops.keys()].at(-1).focus();
    return walk.stops.size;
  },

  // The looks of all stops without walking: where the colours alone are others, the way is the same.
  looks() {
    for (const element of walk.tabbable.filter(element => !element.matches("iframe, object, embed"))) {
      element.focus({ focusVisible: true });
      if (checks.activeElement() === element) walk.stops.set(element, measure(element));
    }
  },

  report() {
    walk.done = true;
    const opened = [...walk.stops].filter(([element]) => isShown(element) && element.isConnected);
    walk.order = opened.map(([element]) => element);
    walk.blocks = [...document.querySelectorAll(outer)];
    const isLeftOut = walk.layer && !walk.members.length && !(walk.first && holds(walk.layer, walk.first));
    return {
      stops: opened.map(described),
      stuck: walk.members.map(checks.describe),
      suspects: walk.suspects.size,
      layer: isLeftOut ? checks.describe(walk.layer) : null,
      unreached: walks && !walk.members.length
        ? missed().map(([element, kind]) => ({ kind, target: checks.describe(element) })) : [],
    };
  },

  async changes() {
    const found = [];
    for (const element of [...walk.suspects].slice(0, 10)) {
      const change = element.isConnected ? await changeBy(element) : null;
      const to = change?.to && checks.describe(change.to);
      if (change) found.push({ kind: change.kind, target: checks.describe(element), to });
    }
    return found;
  },

  // Brings a stop into view, with no focus anywhere, so that the next Tab leads to it. Scrolling moves the place
  // from which Tab goes on, so that is set last.
  async rest(number) {
    const element = walk.order[number];
    wear(still);
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
  async focused(number) {
    const element = walk.order[number];
    if (checks.activeElement() !== element) element.focus({ focusVisible: true, preventScroll: true });
    if (checks.activeElement() !== element) return null;
    await frames();
    holdStill();
    const own = [element, ...(element.labels ?? [])].map(at => box(at.getBoundingClientRect(), 12));
    const around = ancestors(element).slice(0, 3).map(at => box(at.getBoundingClientRect(), 0));
    const isOwn = getComputedStyle(element).outlineStyle === "auto";
    return { boxes: [...own, ...around], moved: [scrollX - walk.scroll[0], scrollY - walk.scroll[1]], isOwn };
  },

  ...exits,

  ...skip,

  end() {
    removeEventListener("keydown", noteKeyDown, true);
    removeEventListener("keyup", noteKeyUp, true);
    removeEventListener("focus", noteFocus, true);
    removeEventListener("blur", noteBlur, true);
    walk.unwatch?.();
    checks.activeElement()?.blur();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(sheet => sheet !== still && sheet !== steady);
    scrollTo(0, 0);
  },
};

const elements = everyElement();
const tabbable = elements.filter(isTabbable);
const active = checks.activeElement();

Object.assign(walk, {
  tabbable, wanted: tabbable.filter(isShown), numbers: new Map(tabbable.map((element, number) => [element, number])),
  stops: new Map(), round: new Set(), earlier: new Set(), resting: new Map(), hidden: new Set(), listeners: new Map(),
  suspects: new Set(), noted: [], got: [], members: [],
  floats: floatsOf(elements), modals: modals(), ground: pageGround(),
  moves: 0, stays: 0, pressed: false, keyIsDown: false, slowly: false, isBack: false, done: false, strange: false,
  left: false, leftNow: false, atKeyUp: active, keyDown: null, first: null, last: null, scrolled: false,
});
for (const element of tabbable.filter(element => element !== active)) {
  walk.resting.set(element, outlineOf(element));
  if (!checks.isOnScreen(element) && checks.oneLine(element.textContent)) walk.hidden.add(element);
}
wear(steady);
if (!walks) return 0;

walk.listens = noteListeners(elements);
if (shown.length) goToOpener();
const start = checks.activeElement();
if (start && isShown(start)) walk.stops.set(start, measure(start));
walk.fromTop = false; // where Tab goes on from is unknown after anything was used: the way is whole when it comes round
walk.layer = shown.length && start ? layerToEnter(start) : null;
listForMouse();
watch();
addEventListener("keydown", noteKeyDown, true);
addEventListener("keyup", noteKeyUp, true);
addEventListener("focus", noteFocus, true);
addEventListener("blur", noteBlur, true);
return (shown.length ? walk.wanted.length : tabbable.length) + 2; // out of the page, and in again
