// Looks into the files of the pictures that a reader sees: the words that an SVG file draws and what else it draws;
// of other pictures, how much of them is of two colors.
const images = 'img, input[type="image"], object[data], embed[src]';
const drawn = "path, circle, ellipse, polygon, polyline, line, rect, image, use, foreignObject";
const unseen = "defs, clipPath, mask, pattern, symbol";
const side = 64; // px: to what pictures are shrunk to count their colors

const addressOf = element => element.currentSrc || element.data || element.src || "";

const isPicture = element =>
  element.matches("img, input") || /\.(svg|png|jpe?g|gif|webp|avif)$/i.test(addressOf(element).split(/[?#]/)[0]);

const isDecoration = element =>
  element.closest('[aria-hidden="true"]') !== null ||
  /^(none|presentation)$/.test(element.getAttribute("role") ?? "") ||
  (element.localName === "img" && element.getAttribute("alt") === "");

const isLogo = element =>
  [element, ...checks.ancestors(element).slice(0, 3)].some(at =>
    /logo|brand|wordmark/i.test(`${at.id} ${at.getAttribute("class") ?? ""} ${at.getAttribute("alt") ?? ""}`)) ||
  /logo|brand|wordmark/i.test(addressOf(element).slice(0, 200));

// Outside of the window a picture may not be loaded yet; its file is there all the same.
const fileOf = async element => {
  try {
    const answer = await fetch(addressOf(element), { cache: "force-cache" });
    return answer.ok ? await answer.blob() : null;
  } catch {
    return null; // of another site, which does not let us read it
  }
};

const { SVG_LENGTHTYPE_PERCENTAGE: PERCENT } = SVGLength;

const valueOf = ({ baseVal }, whole) =>
  baseVal.unitType === PERCENT ? (baseVal.valueInSpecifiedUnits / 100) * whole : baseVal.value;

// A rectangle that is the ground or the frame of all the rest.
const fills = (rect, svg) => {
  const { width, height } = svg.viewBox.baseVal ?? {};
  const wide = width || valueOf(svg.width, 300); // by default it is 300 by 150
  const tall = height || valueOf(svg.height, 150);
  return valueOf(rect.width, wide) > 0.8 * wide && valueOf(rect.height, tall) > 0.8 * tall;
};

const readSvg = text => {
  const svg = new DOMParser().parseFromString(text.trim(), "image/svg+xml").documentElement;
  if (!(svg instanceof SVGSVGElement)) return null;
  const seen = selector => [...svg.querySelectorAll(selector)].filter(part => !part.closest(unseen));
  return {
    words: checks.oneLine(seen("text").map(part => part.textContent).join(" ")),
    shapes: seen(drawn).filter(part => part.localName !== "rect" || !fills(part, svg)).length,
    flat: 0,
  };
};

const readPixels = async file => {
  const bitmap = await createImageBitmap(file).catch(() => null);
  if (!bitmap) return null;
  const canvas = new OffscreenCanvas(side, side).getContext("2d");
  canvas.imageSmoothingEnabled = false;
  canvas.drawImage(bitmap, 0, 0, side, side);
  const { data } = canvas.getImageData(0, 0, side, side);
  const counts = new Map();
  for (let at = 0; at < data.length; at += 4) {
    const color = data[at + 3] < 16 ? -1 : ((data[at] >> 4) << 8) | ((data[at + 1] >> 4) << 4) | (data[at + 2] >> 4);
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const [first = 0, second = 0] = [...counts.values()].sort((a, b) => b - a);
  return { words: "", shapes: 0, flat: Math.round((100 * (first + second)) / (side * side)) };
};

const found = [];
for (const element of checks.everyElement(document).filter(one => one.matches(images))) {
  if (!isPicture(element) || !checks.isVisible(element) || isDecoration(element) || isLogo(element)) continue;
  const file = await fileOf(element);
  if (!file) continue;
  const seen = file.type.startsWith("image/svg") ? readSvg(await file.text()) : await readPixels(file);
  const { width, height } = element.getBoundingClientRect();
  const size = { width: Math.round(width), height: Math.round(height) };
  if (seen) found.push({ ...seen, ...size, target: checks.describe(element) });
}
return found;
