// What assistive technology is told of a page, beside what a reader sees: one look for all of it, since each look at a
// page costs as much as what it measures. The parts are in files of their own.
const texts = textNodes();

return {
  controls: controls(),
  summaries: summaries(),
  attributes: attributes(),
  references: references(),
  ids: namedIds(),
  headers: headers(),
  fields: fields(),
  images: images(),
  hiddenFocus: hiddenFocus(),
  frames: frames(),
  hidden: hidden(texts),
  order: swapped(texts),
  words: `${document.title} ${told(body)}`,
};
