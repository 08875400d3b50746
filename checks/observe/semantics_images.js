// A part of semantics.js: the pictures that a reader sees, what stands for them in words, and what stands around them.

const imageSelector = 'img, canvas, svg, [role="img"], [role="image"], input[type="image"]';

const isImage = element =>
  !element.parentElement?.closest('svg, [role="img"], [role="image"]') && isSeen(element);

const svgTitle = element => [...element.children].find(child => child.localName === "title")?.textContent ?? "";

// What an author wrote to stand for a picture, whether or not anyone gets it.
const alternativeOf = element => [
  referred(element, "aria-labelledby").map(other => other.textContent).join(" "),
  element.getAttribute("aria-label"),
  element.getAttribute("alt"),
  element.localName === "svg" ? svgTitle(element) : "",
  element.getAttribute("title"),
].map(text => oneLine(text ?? "")).find(Boolean) ?? "";

// What stands inside a canvas is there for screen readers.
const hasFallback = element => element.localName === "canvas" && oneLine(element.textContent) !== "";

const isMarkedDecorative = element =>
  /^(none|presentation)$/.test(explicitRole(element)) ||
  (element.getAttribute("alt") === "" && !alternativeOf(element));

// Not given to assistive technology. <https://www.w3.org/WAI/standards-guidelines/act/rules/e88epe/proposed/>
const isWithheld = element =>
  !isExposed(element) || isMarkedDecorative(element) ||
  (element.matches("svg, canvas") && !explicitRole(element) && !alternativeOf(element) && !hasFallback(element));

const addressOf = element => element.currentSrc || element.getAttribute("src") || "";

const isBlank = element => {
  if (element.localName !== "canvas") return element.localName === "img" && !(element.complete && element.naturalWidth);
  if (!element.width || !element.height) return true;
  const copy = new OffscreenCanvas(element.width, element.height).getContext("2d");
  copy.drawImage(element, 0, 0);
  try {
    return copy.getImageData(0, 0, element.width, element.height).data.every(part => part === 0);
  } catch {
    return false; // it shows a picture of another site, which may not be read
  }
};

// The text of the link, button or caption that a picture belongs to.
const besideOf = element => {
  const caption = element.closest("figure")?.querySelector("figcaption");
  const holder = element.closest("a[href], button, [role=link], [role=button]");
  return [caption, holder].filter(Boolean).map(seenWords).filter(Boolean);
};

// The words that a picture shows: those that a script drew on a canvas, the text of a drawing.
const drawnOn = element => element.localName === "svg" ? [seenWords(element)].filter(Boolean)
  : [...(globalThis[Symbol.for("checks.drawn")]?.get(element) ?? [])];

const isEnd = node => node === null || (node.nodeType === Node.ELEMENT_NODE && node.matches("h1, h2, h3, h4, h5, h6"));

// What stands next to an element, before or after it, itself or around what it stands alone in.
const neighbour = (element, way) => {
  for (let at = element; at && at !== body; at = at.parentElement) {
    let node = at[way];
    while (node && (node.nodeType === Node.COMMENT_NODE || node.localName === "script" ||
      (node.nodeType === Node.TEXT_NODE && !isWritten(node)))) node = node[way];
    if (node) return node;
  }
  return null;
};

// The words that lead to a picture, where it is all that follows them before a heading or the end.
const leadOf = element => {
  const before = neighbour(element, "previousSibling");
  return before && !isEnd(before) && isEnd(neighbour(element, "nextSibling")) ? oneLine(innerText(before)) : "";
};

const images = () => chosen(imageSelector).filter(isImage).filter(element => !isBlank(element)).map(element => {
  const { width, height } = element.getBoundingClientRect();
  const withheld = isWithheld(element);
  const named = checks.ancestors(element).some(at => hasAuthorName(at) || oneLine(at.getAttribute("title") ?? ""));
  return {
    target: describe(element),
    kind: element.localName,
    alternative: alternativeOf(element),
    source: addressOf(element).slice(0, 300),
    size: Math.round(Math.min(width, height)),
    withheld: withheld && !named,
    exposed: !withheld,
    hidden: nearest(element, hides) !== null,
    beside: besideOf(element),
    lead: withheld && !named ? leadOf(element) : "",
    drawn: drawnOn(element),
  };
});
