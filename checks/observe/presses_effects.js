// What a press changes: text that is in sight, and what `aria-expanded` says.
const live = `[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], [role=timer], [role=marquee],
  [role=progressbar], output, ${isDialog}`;

const ownText = element => {
  const texts = [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
  return checks.oneLine(texts.map(node => node.data).join(" "));
};

const textsShown = () =>
  new Map([...document.body.querySelectorAll("*")].map(element => [element, ownText(element)])
    .filter(([element, text]) => text && !element.matches("script, style, option") && checks.isOnScreen(element)));

// The texts of the first that the second does not have there.
const beyond = (texts, others) => [...texts].filter(([element, text]) => others.get(element) !== text);

const textsOf = (appeared, control) =>
  appeared.filter(([element]) => !control.contains(element))
    .map(([element, words]) => ({ words, announced: element.closest(live) !== null }));

const stateOf = control => {
  const controlled = checks.referred(control, "aria-controls");
  return {
    said: control.getAttribute("aria-expanded"),
    shown: controlled.length ? controlled.some(checks.isOnScreen) : null,
    texts: textsShown(),
  };
};

const expansionOf = (before, after, again) => {
  if (!before.said || !after.said) return null;
  const appeared = beyond(after.texts, before.texts);
  const vanished = beyond(before.texts, after.texts);
  return {
    said_before: before.said === "true",
    said_after: after.said === "true",
    shown_before: before.shown,
    shown_after: after.shown,
    shows: appeared.length > 0 && appeared.every(([element]) => !again.texts.has(element)),
    hides: vanished.length > 0 && vanished.every(([element]) => again.texts.has(element)),
  };
};
