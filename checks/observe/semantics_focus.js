// A part of semantics.js: what Tab leads to and assistive technology is not told of; frames that Tab passes by.

// Tab stops at an editing host, for which the browser says -1 as for what Tab passes by.
const isEditingHost = element =>
  element.isContentEditable && !element.parentElement?.isContentEditable && !element.hasAttribute("tabindex");

const isStop = element =>
  (element.tabIndex >= 0 || isEditingHost(element)) && !element.matches(":disabled") && !isInert(element);

const canFocus = element => isStop(element) && element.checkVisibility({ visibilityProperty: true });

// Whether Tab would stop in a frame, its open shadow roots and its own frames included; null for another site's.
// <https://www.w3.org/WAI/standards-guidelines/act/rules/akn7bn/proposed/>
const leadsInto = frame => {
  const inner = frame.contentDocument;
  if (!inner?.body) return null;
  return everyElement(inner).some(element =>
    isStop(element) && (element.localName === "iframe" ? leadsInto(element) : checks.isOnScreen(element)));
};

const hiddenFocus = () => {
  const outermost = chosen(hides).filter(hidden => !hidden.parentElement?.closest(hides));
  return outermost.map(hidden => {
    const inside = [hidden, ...everyElement(hidden)].filter(canFocus);
    const stops = inside.filter(element => element.localName !== "iframe" || leadsInto(element));
    return { target: describe(hidden), inside: stops.map(describe) };
  });
};

// A frame of a pixel or two shows nothing of what is in it.
const hasRoom = frame => frame.clientWidth > 4 && frame.clientHeight > 4;

const frames = () =>
  chosen("iframe").filter(frame => isSeen(frame) && hasRoom(frame) && !isInert(frame)).map(frame => ({
    target: describe(frame), skipped: frame.tabIndex < 0, leads: leadsInto(frame),
  })).filter(({ leads, skipped }) => leads || (leads === null && skipped));
