// Throws if this is not the page that was asked for, or one that is too big to be looked at. Waits until fonts are loaded, animations have ended and two
// layouts in a row are equal; says whether that came about. Offsets and not rectangles: a transform that runs for ever
// does not move anything else.
const [limit, mostBytes] = arguments;
const { responseStatus, decodedBodySize } = performance.getEntriesByType("navigation")[0] ?? {};
if (location.protocol === "chrome-error:") {
  throw new Error("The page, or the one it sends its reader on to, could not be opened: the browser shows its own");
}
if (responseStatus >= 400) throw new Error(`The page could not be opened: the server answers ${responseStatus}`);
if (decodedBodySize > mostBytes) {
  const megabytes = (bytes) => (bytes / 1e6).toFixed(1);
  throw new Error(`The page has ${megabytes(decodedBodySize)} MB; it is looked at up to ${megabytes(mostBytes)} MB`);
}

const end = performance.now() + limit;

const frame = () => new Promise(requestAnimationFrame);

const layout = () => {
  let sum = 0;
  let place = 1;
  for (const element of document.querySelectorAll("body, body *")) {
    const { offsetLeft = 0, offsetTop = 0, offsetWidth = 0, offsetHeight = 0 } = element;
    const box = offsetLeft + 3 * offsetTop + 7 * offsetWidth + 11 * offsetHeight;
    sum = (sum + place * box) % 9007199254740881;
    place = (place % 999983) + 1;
  }
  return `${place} ${sum}`;
};

await document.fonts.ready;
for (let before = null; performance.now() < end; ) {
  await frame();
  checks.endAnimations();
  const now = layout();
  if (now === before && document.fonts.status === "loaded") return true;
  before = now;
}
return false;
