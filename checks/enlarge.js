// Doubles the size of all text and nothing else, as a reader does who enlarges text alone. A line height given as a
// length grows with its text; one given as a number does so by itself.
const all = checks.everyElement(document.body ?? document.documentElement).concat(document.body ?? []);

const sizes = all.map(element => {
  const { fontSize, lineHeight } = getComputedStyle(element);
  return { element, size: parseFloat(fontSize), line: parseFloat(lineHeight) };
});

for (const { element, size, line } of sizes) {
  if (!element.style) continue;
  element.style.setProperty("font-size", `${2 * size}px`, "important");
  if (line) element.style.setProperty("line-height", `${2 * line}px`, "important");
}
