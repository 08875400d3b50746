// Spacing that a style attribute fixes with !important and that is too narrow, as a part of the font size: a tool in
// the page cannot change it. <https://www.w3.org/WAI/standards-guidelines/act/rules/24afc2/>, 9e45ec and 78fd32
const needed = [["letter-spacing", 0.12], ["word-spacing", 0.16], ["line-height", 1.5]];
const ofParent = /^(inherit|unset|revert|revert-layer)$/;

// The height of lines counts where a text wraps in a wide window.
const isWrapped = texts =>
  width > 1000 && texts.some(({ lines }) => new Set(lines.map(line => Math.round(line.top))).size > 1);

const lockedSpacing = all => [...Map.groupBy(all, ({ element }) => element)].flatMap(([element, texts]) => {
  const own = element.style;
  const size = parseFloat(styleOf(element).fontSize);
  return needed.flatMap(([property, least]) => {
    if (own?.getPropertyPriority(property) !== "important" || ofParent.test(own.getPropertyValue(property))) return [];
    if (property === "line-height" && !isWrapped(texts)) return [];
    const normal = property === "line-height" ? 1.2 * size : 0;
    const part = (parseFloat(styleOf(element).getPropertyValue(property)) || normal) / size;
    return part < least - 0.001 ? [{ element, property, part: rounded(part), least }] : [];
  });
});
