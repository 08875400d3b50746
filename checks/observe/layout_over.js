// Texts that lie over each other.
const core = ({ left, top, right, bottom, width: wide, height }) => ({
  left: left + Math.min(1, wide / 4), right: right - Math.min(1, wide / 4),
  top: top + height / 4 + scrollY, bottom: bottom - height / 4 + scrollY,
});

const isAfloat = element =>
  [element, ...ancestors(element)].find(at => /^(fixed|sticky)$/.test(styleOf(at).position)) ?? null;

const isOpaque = element => {
  const { backgroundColor, backgroundImage } = styleOf(element);
  return backgroundImage !== "none" || checks.colour(backgroundColor)[3] > 0.9 || element.matches("img, video, canvas, iframe");
};

// Both texts can be seen at that place: nothing opaque that belongs to only one of them lies between them.
const showsThrough = (one, other, x, y) => {
  scrollTo({ top: Math.max(0, y - innerHeight / 2), left: 0, behavior: "instant" });
  const shared = new Set([one, ...ancestors(one)].filter(at => [other, ...ancestors(other)].includes(at)));
  const stack = document.elementsFromPoint(x - scrollX, y - scrollY);
  const own = stack.filter(element => !shared.has(element));
  const covers = own.filter(isOpaque);
  const holds = (outer, inner) => outer.contains(inner);
  return !covers.some(cover => holds(cover, one) !== holds(cover, other) || !holds(cover, one));
};

const cutTo = (line, cutters) => cutters.reduce((seen, cutter) => {
  const box = clientBox(cutter);
  return {
    left: Math.max(seen.left, box.left), right: Math.min(seen.right, box.right),
    top: Math.max(seen.top, box.top), bottom: Math.min(seen.bottom, box.bottom),
  };
}, line);

const overlaps = all => {
  const lines = all.filter(text => !text.aside).flatMap(text => {
    const cutters = allCutters(text.element);
    return text.lines.map(line => {
      const { left, top, right, bottom } = cutTo(line, cutters);
      return { text, ...core({ left, top, right, bottom, width: right - left, height: bottom - top }) };
    });
  }).filter(line => line.right > line.left && line.bottom > line.top).sort((a, b) => a.top - b.top);
  const pairs = new Map();
  lines.forEach((line, index) => {
    for (let next = index + 1; next < lines.length && lines[next].top < line.bottom; next++) {
      const other = lines[next];
      const wide = Math.min(line.right, other.right) - Math.max(line.left, other.left);
      const tall = Math.min(line.bottom, other.bottom) - other.top;
      if (other.text === line.text || wide < 3 || tall < 2) continue;
      if (pairs.has(line.text) || isAfloat(line.text.element) !== isAfloat(other.text.element)) continue;
      if (line.text.node.data.trim() === other.text.node.data.trim()) continue;
      const x = Math.max(line.left, other.left) + wide / 2 + scrollX;
      if (x < 0 || x > page.scrollWidth) continue;
      pairs.set(line.text, { line, other, x, y: other.top + tall / 2 });
    }
  });
  return [...pairs.values()].filter(({ line, other, x, y }) =>
    showsThrough(line.text.element, other.text.element, x, y));
};

