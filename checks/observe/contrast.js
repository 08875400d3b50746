// Measures the colours of all text and of what it stands on, from computed styles where these settle them; the rest is
// noted for pictures. Under forced colours the browser paints a plain ground behind such text.
const low = [];
const open = [];
const measured = [];
for (const text of texts.values()) {
  text.found = measure(text);
  if (!text.found && !isForced) open.push(text);
  if (text.found && (isForced || String(text.found.front) !== String(text.found.ground))) measured.push(text);
}
for (const text of measured)
  if (text.found.contrast < (isLarge(text.style) ? 4.5 : 7)) low.push({ ...describe(text), ...text.found });

// For the pictures: a text has one colour of its own where nothing is painted into it or over it.
const isPlain = text =>
  !isDrawnOddly(text) && inkOf(text)[3] === 1 && chainOf(text.element).every(at => Number(styleOf(at).opacity) === 1) &&
  !groundOf(text.element).blended && text.lines.every(line => !painters(text.element, coreOf(line)).length);

const isClipped = ({ element }) => chainOf(element).some(at => styleOf(at).backgroundClip.includes("text"));
const isMoving = ({ element, lines }) =>
  lines.some(line => painters(element, coreOf(line)).some(at => at.matches("video, canvas, iframe, object, embed")));

open.sort((one, other) => one.lines[0].top - other.lines[0].top);
globalThis[Symbol.for("checks.contrast")] = open.map(({ element, lines }) => ({
  element, lines: lines.map(({ left, top, width, height }) => [left + scrollX, top + scrollY, width, height]),
}));

const inTouch = measured.filter(({ element }) => element.namespaceURI !== drawing && element.closest(touchable));
return {
  settled: measured.length,
  low,
  open: open.map(text => ({
    ...describe(text),
    front: isPlain(text) ? inkOf(text).slice(0, 3) : null,
    still: !isClipped(text) && !isMoving(text),
  })),
  ...plainLinks(measured),
  touchable: inTouch.length,
  touched: touchedTexts(inTouch),
};
