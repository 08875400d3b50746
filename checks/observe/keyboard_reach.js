// A part of keyboard.js: what a mouse can use, and whether Tab comes to it.

const widgets = ["button", "checkbox", "combobox", "link", "menuitem", "menuitemcheckbox", "menuitemradio", "option",
  "radio", "searchbox", "slider", "spinbutton", "switch", "tab", "textbox", "treeitem"];

const controls = `a[href], button, input:not([type=hidden]), select, textarea, summary, audio[controls],
  video[controls], [contenteditable=""], [contenteditable=true],
  ${widgets.map(role => `[role=${role}]`).join(", ")}`;

const isOff = element =>
  element.matches(":disabled") || Boolean(element.closest("[inert], [aria-disabled=true]")) ||
  (element.localName === "summary" && element.parentElement?.localName !== "details");

const isForMouse = element => checks.isOnScreen(element) && !isOff(element) && isShown(element);

// By Tab, even if a script takes the focus on from there.
const isReached = element => walk.stops.has(element) || walk.suspects.has(element);

const isAroundReached = element =>
  [...walk.stops.keys(), ...walk.suspects].some(stop => holds(element, stop) || holds(stop, element));

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
  return boxesOf(element).filter(inView).flatMap(at => pointsOf(at)).some(([x, y]) => {
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
  const all = everyElement(page).filter(isForMouse).map(element => [element, kindOf(element)]);
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
