// Lists the frames, also those within frames, that screen readers get under one name.
const framesIn = page =>
  [...page.querySelectorAll("iframe, frame")].flatMap(frame =>
    frame.contentDocument ? [frame, ...framesIn(frame.contentDocument)] : [frame]);

const outermost = frame => {
  const outer = frame.ownerDocument.defaultView?.frameElement;
  return outer ? outermost(outer) : frame;
};

const isGiven = frame => checks.isExposed(frame) && (outermost(frame) === frame || checks.isExposed(outermost(frame)));

const read = frame => {
  const page = frame.contentDocument;
  return page?.body ? { title: page.title, words: checks.oneLine(page.body.innerText).slice(0, 5000) } : null;
};

const frames = framesIn(document);
if (frames.length < 2) return [];
const named = frames.filter(isGiven).map(frame => [checks.accessibleName(frame), frame]).filter(([name]) => name);
const sets = [...Map.groupBy(named, ([name]) => name.toLowerCase()).values()].filter(set => set.length > 1);
return sets.map(set => set.map(([name, frame]) => ({
  target: checks.describe(outermost(frame)), name, address: frame.src, page: read(frame),
})));
