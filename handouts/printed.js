// What this page says on paper, in its order. Pictures and fields say their words elsewhere; what is clipped away is not printed.

const unsaid = "svg, textarea, input, script, style";

function isClipped(style) {
  return style.clipPath === "inset(50%)";
}

// What a style sheet puts after an element: strings, and the values of attributes.
function generated(element) {
  const { content, display } = getComputedStyle(element, "::after");
  if (display === "none" || content === "none" || content === "normal") return "";
  const parts = content.matchAll(/"((?:[^"\\]|\\.)*)"|attr\(([\w-]+)\)/g);
  return [...parts].map(([, text, name]) => (name ? element.getAttribute(name) : text.replace(/\\(.)/g, "$1"))).join("");
}

// The words of a node; those for screen readers alone only where `all` are asked for.
function words(node, all = false) {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.matches(unsaid)) return "";
  const style = getComputedStyle(node);
  if (style.display === "none" || (!all && isClipped(style))) return "";
  return [...node.childNodes].map((child) => words(child, all)).join("");
}

const isShown = (element) => element.checkVisibility();
const printed = [...document.body.querySelectorAll("*")].filter(isShown);
const headings = printed.filter((element) => element.matches("h1, h2, h3, h4, h5, h6"));

return {
  title: document.title,
  language: document.documentElement.lang,
  text: words(document.body),
  added: printed.map(generated).join(""),
  headings: headings.map((heading) => [Number(heading.localName[1]), words(heading)]),
  links: printed.filter((element) => element.matches("a[href]")).map((link) => words(link, true)),
};
