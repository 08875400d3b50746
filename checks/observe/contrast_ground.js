// A part of contrast.js: what lies under a line of text, and whether computed styles settle that.

const isShape = element => element instanceof SVGGeometryElement;
const isReplaced = element => element.matches("img, video, canvas, iframe, object, embed, image, use, foreignObject");
const hasPaint = element =>
  isShape(element) || isReplaced(element) || fillOf(element)[3] > 0 || styleOf(element).backgroundImage !== "none";

const anchors = new Map();
const anchorOf = element => {
  if (!element) return null;
  if (!anchors.has(element)) {
    const isFixed = /^(fixed|sticky)$/.test(styleOf(element).position);
    anchors.set(element, isFixed ? element : anchorOf(checks.parentOf(element)));
  }
  return anchors.get(element);
};

const band = 64; // px
const bands = new Map();
const bandsOf = ({ top, bottom }) => {
  const first = Math.floor(top / band);
  return Array.from({ length: Math.max(Math.floor(bottom / band) - first + 1, 0) }, (_, index) => first + index);
};
for (const element of checks.everyElement(body)) {
  if (!hasPaint(element) || !element.checkVisibility({ visibilityProperty: true })) continue;
  const box = boxOf(element);
  if (!box.width && !box.height) continue;
  for (const number of bandsOf(box)) bands.get(number)?.push(element) ?? bands.set(number, [element]);
}

const coreOf = ({ left, right, top, bottom, height }) => ({
  left: left + 0.5, right: right - 0.5, top: top + height / 4, bottom: bottom - height / 4,
});

const isOver = (one, other) =>
  one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;

const painters = (element, core) => {
  const chain = chainOf(element);
  const near = new Set(bandsOf(core).flatMap(number => bands.get(number) ?? []));
  return [...near].filter(at => isOver(boxOf(at), core) && !chain.includes(at) &&
    (!anchorOf(at) || anchorOf(at) === anchorOf(element)));
};

const pointsIn = ({ left, right, top, bottom }, step) => {
  const count = Math.max(Math.ceil((right - left) / step), 2);
  const columns = Array.from({ length: count + 1 }, (_, index) => left + ((right - left) * index) / count);
  return columns.flatMap(x => [top, (top + bottom) / 2, bottom].map(y => [x, y]));
};

// A painter lies below an opaque box of the text's own, as the order of painting at three points shows.
const isBelow = (painter, opaque, core) => {
  const y = (core.top + core.bottom) / 2;
  return [core.left, (core.left + core.right) / 2, core.right].every(x => {
    const stack = document.elementsFromPoint(x, y);
    return stack.includes(painter) && stack.includes(opaque) && stack.indexOf(opaque) < stack.indexOf(painter);
  });
};

// Whether a drawing's shape is filled at all points of a line, at none, or at some ("part"); where its stroke is, too.
const reach = (shape, core) => {
  const matrix = shape.getScreenCTM()?.inverse();
  if (!matrix) return "part";
  const style = styleOf(shape);
  const own = points => points.map(([x, y]) => new DOMPoint(x, y).matrixTransform(matrix));
  const isStroked = point => style.stroke !== "none" && shape.isPointInStroke(point);
  const isFilled = point => style.fill !== "none" && shape.isPointInFill(point);
  const { left, right, top, bottom } = core;
  const corners = own([[left, top], [right, top], [left, bottom], [right, bottom]]);
  if (corners.some(isStroked)) return "part";
  const inside = corners.filter(isFilled).length;
  if (inside % 4) return "part";
  if (inside && shape.matches("rect, circle, ellipse")) return "all"; // they have no hollows
  const points = own(pointsIn(core, bottom - top));
  if (points.some(isStroked)) return "part";
  const filled = points.filter(isFilled).length;
  return filled === 0 ? "none" : filled === points.length ? "all" : "part";
};

// The layers of a drawing under a line of its text, the uppermost first; null where pictures have to tell.
const layersUnder = (element, core, near) => {
  const inside = [...chainOf(element), ...near.flatMap(chainOf)].filter(at => at.namespaceURI === drawing);
  if (inside.some(at => !isShape(at) && Number(styleOf(at).opacity) < 1 || oddityOf(at))) return null;
  const layers = [];
  for (const shape of near) {
    if (!isShape(shape) || shape.ownerSVGElement !== element.ownerSVGElement) return null;
    const found = reach(shape, core);
    const isLater = element.compareDocumentPosition(shape) & Node.DOCUMENT_POSITION_FOLLOWING;
    const { fill, fillOpacity, opacity } = styleOf(shape);
    if (found === "part" || (found === "all" && (isLater || /url/.test(fill)))) return null;
    if (found === "all") layers.unshift(dilute(checks.colour(fill), fillOpacity * opacity));
  }
  return layers;
};

// A painted box that a style sheet puts beside the element's contents, at a place of its own.
const adorned = new Map();
const isAdorned = element => {
  if (!adorned.has(element)) {
    adorned.set(element, ["::before", "::after"].some(name => {
      const { content, position, backgroundColor, backgroundImage, width, height } = getComputedStyle(element, name);
      if (content === "none" || !/absolute|fixed/.test(position)) return false;
      if (backgroundImage === "none" && !checks.colour(backgroundColor)[3]) return false;
      return parseFloat(width) * parseFloat(height) > boxOf(element).width * boxOf(element).height * 0.25;
    }));
  }
  return adorned.get(element);
};

// What an element's text stands on as far as its own ancestors go: the painted boxes up to the first opaque one, and
// whether something on the way cannot be told from styles.
const grounds = new Map();
const groundOf = element => {
  if (!element) return { painted: [], opaque: null, odd: false };
  if (!grounds.has(element)) {
    const above = groundOf(checks.parentOf(element));
    const faint = above.faint || Number(styleOf(element).opacity) < 1;
    const isPainted = fillOf(element)[3] > 0 && !isWholePage(element);
    const isOpaque = isPainted && fillOf(element)[3] === 1 && !faint;
    const odd = isAdorned(element) || oddityOf(element) !== "" || (isOpaque ? above.blended : above.odd);
    const blended = above.blended || /filter|blend/.test(oddityOf(element));
    const painted = isOpaque ? [element] : isPainted ? [element, ...above.painted] : above.painted;
    grounds.set(element, { painted, opaque: isOpaque ? element : above.opaque, odd, blended, faint });
  }
  return grounds.get(element);
};

// Whether styles settle what lies under a line: the layers of a drawing between the text and its element's own
// background (none in HTML); or null.
const settle = (element, line) => {
  const core = coreOf(line);
  const { painted, opaque, odd } = groundOf(element);
  if (odd || !painted.every(at => holds(boxOf(at), core))) return null;
  const isHidden = at => opaque && (anchorOf(opaque) !== anchorOf(at) || isBelow(at, opaque, core));
  const near = painters(element, core).filter(at => !isHidden(at));
  return element.namespaceURI === drawing ? layersUnder(element, core, near) : near.length ? null : [];
};

