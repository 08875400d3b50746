// Doubles the size of all text and nothing else, as a reader does who enlarges text alone. Lengths in em and rem
// follow, and line heights in any unit. No attribute is touched: elements are still described as they were written.
const root = document.documentElement;
const all = checks.everyElement().filter(element => element.style);

const measure = element => {
  const { fontSize, lineHeight } = getComputedStyle(element);
  return [parseFloat(fontSize), parseFloat(lineHeight) || 0];
};

const wanted = new Map(all.map(element => [element, measure(element).map(length => 2 * length)]));
const isReached = element =>
  measure(element).every((length, index) => Math.abs(length - wanted.get(element)[index]) < 0.1);

const sheet = new CSSStyleSheet();
sheet.replaceSync(`:root:not(#checks#checks) { font-size: ${wanted.get(root)[0]}px !important }`);
document.adoptedStyleSheets.push(sheet);

// Most sizes follow that of the root. The rest is set from the outside in; what stands inside may then follow.
for (let left = all.filter(element => !isReached(element)); left.length; ) {
  const open = new Set(left);
  const outer = left.filter(element => !open.has(checks.parentOf(element)));
  for (const element of outer) {
    const [size, line] = wanted.get(element);
    const style = { fontSize: `${size}px`, ...(line ? { lineHeight: `${line}px` } : {}) };
    element.animate([style, style], { duration: 1, fill: "both" });
  }
  left = left.filter(element => !outer.includes(element) && !isReached(element));
}
