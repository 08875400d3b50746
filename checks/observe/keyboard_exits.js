// A part of keyboard.js: ways out of where Tab is stuck.

const SETTLED = 40; // milliseconds: a known trap takes the focus back after 10

const joint = "\\s*(?:[+\\-–]|\\b(?:and|then|plus)\\b)\\s*";
const modifier = `(?:ctrl|control|alt|option|shift|cmd|command|meta)${joint}`;
const namedKey = "f\\d{1,2}|home|end|page ?up|page ?down|delete|backspace|insert";
const asked = "(?:press|hit|push|use|type)(?: the)?(?: key)?";
const keyNames = [
  new RegExp(`\\b((?:${modifier})+(?:${namedKey}|[a-z0-9]))\\b`, "gi"),
  new RegExp(`\\b(${namedKey}|[a-z0-9])[ -]key\\b`, "gi"),
  new RegExp(`\\b${asked} ["“'‘]?(${namedKey}|[a-z0-9])\\b(?!${joint})`, "gi"),
];

const modifierNames = { ctrl: "Control", option: "Alt", cmd: "Meta", command: "Meta" };
const longNames = { pageup: "PageUp", pagedown: "PageDown" };

const capitalised = word => word[0].toUpperCase() + word.slice(1).toLowerCase();

// "ctrl + M" as "Control+m", which is how a key is pressed here.
const asKey = text => {
  const parts = text.replace(/page /i, "page").split(new RegExp(joint, "i"));
  const key = parts.pop();
  const plain = key.length === 1 ? key.toLowerCase() : (longNames[key.toLowerCase()] ?? capitalised(key));
  return [...parts.map(part => modifierNames[part.toLowerCase()] ?? capitalised(part)), plain].join("+");
};

const textsOf = element => [
  ...[...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE).map(node => node.data),
  element.getAttribute("aria-label") ?? "",
  element.getAttribute("title") ?? "",
];

const isBeforeEnd = element => {
  const last = walk.members.at(-1);
  return holds(last, element) || !(last.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
};

// Keys that the page's words name, and whether a reader comes to them before the end of the trap.
const namedKeys = () => {
  const found = new Map();
  for (const element of everyElement(page).filter(checks.isExposed)) {
    const before = isBeforeEnd(element);
    const words = checks.oneLine(textsOf(element).join(" "));
    for (const [, keys] of keyNames.flatMap(names => [...words.matchAll(names)]))
      found.set(asKey(keys), found.get(asKey(keys)) || before);
  }
  return [...found].slice(0, 5);
};

const isMember = element => walk.members.some(member => holds(member, element));

const buttons = "button, summary, [role=button], a[href^='#'], a[href^='javascript:' i]";

// Keys that the page names once the buttons before the trap have been pressed, such as "How to get out".
const keysInHelp = async () => {
  const known = new Set(namedKeys().map(([key]) => key));
  const before = everyElement(page).filter(element =>
    element.matches(buttons) && isBeforeEnd(element) && !isMember(element) && checks.isVisible(element));
  before.slice(0, 10).forEach(button => button.click());
  await settle(SETTLED);
  return namedKeys().filter(([key]) => !known.has(key)).map(([key]) => [key, true]);
};

// At the edge of the page the key leaves it at once; what gets the focus back then is not what lost it.
const isOut = (before, hasLeft) => {
  const active = checks.activeElement();
  if (walk.members.every(member => !member.isConnected || !member.checkVisibility())) return true;
  return active ? !isMember(active) || (hasLeft && active !== before) : true;
};

// Tasks of keyboard.js.
const exits = {
  // Brings the focus back into the trap; says how many it has.
  async hold() {
    await windowFocus();
    const active = checks.activeElement();
    if (!active || !isMember(active)) walk.members[0].focus({ focusVisible: true });
    await settle(SETTLED);
    walk.held = checks.activeElement();
    walk.leftNow = false;
    return walk.members.length;
  },

  async isOut() {
    await settle(SETTLED);
    const out = isOut(walk.held, walk.leftNow);
    Object.assign(walk, { held: checks.activeElement(), leftNow: false });
    return out;
  },

  focusMember: index => walk.members[index].focus({ focusVisible: true }),

  namedKeys,

  keysInHelp,
};
