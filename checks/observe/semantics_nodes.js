// A part of semantics.js: which elements are looked at, what is exposed to assistive technology, what can be seen.

const { shown = [] } = globalThis[Symbol.for("checks.opened")] ?? {};
const body = document.body ?? document.documentElement; // a drawing by itself has no body
const { oneLine, parentOf, childNodesOf, everyElement, referred, describe } = checks;

// The whole page, or, where something was opened, what that has shown.
const looked = shown.length ? [...new Set(shown.flatMap(root => [root, ...everyElement(root)]))] : everyElement();
const chosen = selector => looked.filter(element => element.matches(selector));

const once = measure => {
  const known = new Map();
  return key => {
    if (!known.has(key)) known.set(key, measure(key));
    return known.get(key);
  };
};

const styleOf = once(element => getComputedStyle(element));
const isCutAway = once(element =>
  element !== null && element !== body && (checks.isCutAway(element) || isCutAway(element.parentElement)));
const isSeen = once(element => checks.isVisible(element) && !isCutAway(element));

// The nearest element, itself included, that a selector fits: across shadow roots.
const nearest = (element, selector) => {
  for (let at = element; at; at = at.getRootNode().host) {
    const found = at.closest(selector);
    if (found) return found;
  }
  return null;
};

const hides = '[aria-hidden="true"]';

const isInert = element => {
  const isBehindModal = element.ownerDocument.querySelector("dialog:modal") && !nearest(element, "dialog:modal");
  return nearest(element, "[inert]") !== null || Boolean(isBehindModal);
};

// Included in the accessibility tree. <https://www.w3.org/TR/wai-aria-1.2/#accessibility_tree>
const isExposed = element =>
  checks.isRendered(element) && !nearest(element, hides) && !isInert(element);

const idsIn = (element, attribute) => (element.getAttribute(attribute) ?? "").split(/\s+/).filter(Boolean);

const explicitRole = element =>
  (element.getAttribute("role") ?? "").toLowerCase().split(/\s+/).find(role => role && !role.includes(":")) ?? "";

const hasAuthorName = element =>
  oneLine(element.getAttribute("aria-label") ?? "") !== "" || idsIn(element, "aria-labelledby").length > 0;

// An icon font turns a word such as "search" into one glyph: where it has come, that is far narrower than its letters.
const pen = new OffscreenCanvas(1, 1).getContext("2d");
const widthOf = text => pen.measureText(text).width;

const isIconWord = node => {
  const word = node.data.trim();
  if (!/^[a-z_]{3,}$/i.test(word)) return false;
  if (checks.hasIconFont(node.parentElement)) return true;
  const { fontStyle, fontWeight, fontFamily } = styleOf(node.parentElement);
  pen.font = `${fontStyle} ${fontWeight} 20px ${fontFamily}`;
  return widthOf(word) < 0.6 * [...word].reduce((sum, letter) => sum + widthOf(letter), 0);
};

const inkOf = once(node => {
  const range = document.createRange();
  range.selectNodeContents(node);
  return range.getBoundingClientRect();
});

// The boxes that cut an element off: not those between an absolute element and what it is placed by.
const cuttersOf = once(element => {
  if (!element || element === body) return [];
  const { position, overflowX, overflowY } = styleOf(element);
  const around = position === "fixed" ? null : position === "absolute" ? element.offsetParent : parentOf(element);
  const cuts = /hidden|clip/.test(overflowX + overflowY);
  return cuts ? [...cuttersOf(around), element] : cuttersOf(around);
});

const hasInk = node => {
  const { left, right, top, bottom } = inkOf(node);
  if (right - left <= 1 || bottom - top <= 1 || right + scrollX <= 0 || bottom + scrollY <= 0) return false;
  return cuttersOf(node.parentElement).map(element => element.getBoundingClientRect()).every(box =>
    Math.min(right, box.right) - Math.max(left, box.left) > 1 &&
    Math.min(bottom, box.bottom) - Math.max(top, box.top) > 1);
};

const isWritten = node => node.nodeType === Node.TEXT_NODE && node.data.trim() !== "";

const isSeenText = node => isWritten(node) && node.parentElement !== null && isSeen(node.parentElement) && hasInk(node);

const neverText = "script, style, template, noscript, select, textarea, svg title, svg desc, svg defs";

// <https://www.w3.org/WAI/standards-guidelines/act/rules/2ee8b8/proposed/#visible-inner-text>
const innerText = node => {
  if (node.nodeType === Node.TEXT_NODE) {
    if (!node.data.trim()) return node.data ? " " : "";
    return isSeenText(node) && !isIconWord(node) ? node.data.replace(/\s+/g, " ") : "";
  }
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(neverText)) return "";
  if (node.localName === "br") return "\n";
  const { display } = styleOf(node);
  if (display === "none") return "";
  const inner = childNodesOf(node).map(innerText).join("");
  const isUnseen = !inner.trim() && display !== "contents" && !isSeen(node);
  if (isUnseen) return node.getBoundingClientRect().width > 0 ? " " : "";
  if (/^(block|flex|grid|table|list-item|flow-root|table-caption)$/.test(display)) return `\n${inner}\n`;
  return /^table-(cell|row)$/.test(display) ? ` ${inner} ` : inner;
};

const seenWords = element => oneLine(innerText(element));
