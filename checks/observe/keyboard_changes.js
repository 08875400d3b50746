// A part of keyboard.js: what happens when something merely gets the focus. The page is kept where it is: where it
// would be left, that is noted and does not come about.

const ANSWER = 60; // milliseconds, for what a script does with the focus

const notedFor = kind => {
  walk.noted.push(kind);
  const at = checks.activeElement();
  if (at) walk.suspects.add(at);
  walk.strange = true;
};

const noteNavigation = event => {
  const { sameDocument } = event.destination;
  if (sameDocument || event.hashChange || !event.cancelable) return;
  event.preventDefault();
  notedFor("navigates");
};

const outside = { open: null, alert: undefined, confirm: false, prompt: null, print: undefined };

// Also keeps a dialog of the browser from stopping the walk. `walk.unwatch` gives the page back what it had.
const watch = () => {
  const own = Object.keys(outside).map(name => [name, window[name]]);
  for (const [name, answer] of Object.entries(outside)) {
    window[name] = () => {
      notedFor(name === "open" ? "window" : "dialog");
      return answer;
    };
  }
  checks.navigation.addEventListener("navigate", noteNavigation);
  walk.unwatch = () => {
    checks.navigation.removeEventListener("navigate", noteNavigation);
    own.forEach(([name, original]) => (window[name] = original));
  };
};

const modals = () =>
  [...document.querySelectorAll(":modal, [aria-modal=true]")].filter(modal => modal.checkVisibility());

const openedModal = () => modals().find(modal => !walk.modals.includes(modal));

// The focus may pass on from a frame around something to what is inside it, and from what is there for that alone.
const mayPassOn = (element, to) =>
  !checks.isOnScreen(element) || Boolean(element.closest("[aria-hidden=true]")) ||
  (to && (holds(element, to) || holds(to, element))) ||
  !(checks.oneLine(element.textContent) || element.matches("a, button, input, select, textarea, [role], [aria-label]"));

// What got the focus and has it no longer, though no key took it away.
const suspectMoves = to => {
  for (const element of walk.got) if (element && element !== to && !mayPassOn(element, to)) walk.suspects.add(element);
  if (to && openedModal() && !holds(openedModal(), to)) walk.suspects.add(to);
};

// A suspect gets the focus once more, from nowhere, so that nothing else can be the cause. Where something holds the
// focus, that is the cause.
const changeBy = async element => {
  if (openedModal() && holds(openedModal(), element)) return null;
  walk.got = [];
  openedModal()?.close?.(); // which gives the focus back to what had it
  if (openedModal() && walk.got.includes(element)) return { kind: "dialog", to: openedModal() };
  checks.activeElement()?.blur();
  await settle(ANSWER);
  if (checks.activeElement()) return null;
  Object.assign(walk, { noted: [], got: [] });
  const known = modals();
  element.focus({ focusVisible: true, preventScroll: true });
  await settle(ANSWER);
  const active = checks.activeElement();
  if (!walk.got.includes(element)) return null;
  if (walk.noted.length) return { kind: walk.noted[0], to: null };
  const modal = modals().find(modal => !known.includes(modal));
  if (modal) return { kind: "dialog", to: modal };
  if (active === element || mayPassOn(element, active)) return null;
  return { kind: active ? "moves" : "loses", to: active };
};
