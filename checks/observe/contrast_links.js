// A part of contrast.js: links in a sentence that nothing but their colour tells from the words beside them.

const blockOf = element => chainOf(element).find(at => !/^(inline|contents)/.test(styleOf(at).display)) ?? body;

const hasMark = element =>
  element.querySelector("img, svg, picture, canvas") !== null ||
  ["::before", "::after"].some(name => !/^(none|normal|""|" ")$/.test(getComputedStyle(element, name).content));

const hasBorder = style => ["Top", "Right", "Bottom", "Left"].some(side =>
  parseFloat(style[`border${side}Width`]) > 0 && checks.colour(style[`border${side}Color`])[3] > 0);

const differsFrom = (style, other) =>
  Math.abs(style.fontWeight - other.fontWeight) >= 200 || style.fontStyle !== other.fontStyle ||
  style.fontFamily !== other.fontFamily || style.verticalAlign !== other.verticalAlign ||
  style.textTransform !== other.textTransform || style.fontVariantCaps !== other.fontVariantCaps ||
  Math.abs(parseFloat(style.fontSize) / parseFloat(other.fontSize) - 1) > 0.15;

// [1], [source 2]: the brackets of a reference.
const isBracketed = element => /^\[[^\]]+\]$/.test(checks.oneLine(element.textContent));

const isMarked = (element, beside) => {
  const style = styleOf(element);
  return style.textDecorationLine !== "none" || hasBorder(style) || fillOf(element)[3] > 0 ||
    style.backgroundImage !== "none" || style.boxShadow !== "none" || style.outlineStyle !== "none" ||
    differsFrom(style, styleOf(beside)) || isBracketed(element) || hasMark(element);
};

// The link, what is in it, and what wraps it alone.
const wholeOf = (link, block) => {
  const words = checks.oneLine(link.textContent);
  const outer = chainOf(link).slice(1);
  const wraps = outer.slice(0, Math.max(outer.indexOf(block), 0))
    .filter(at => checks.oneLine(at.textContent) === words);
  return [link, ...link.querySelectorAll("*"), ...wraps];
};

const linksInSentences = measured => {
  const blocks = new Map();
  for (const text of measured) {
    if (!text.element.closest("a[href], [role=link]")) continue;
    const block = blockOf(text.element);
    if (!blocks.has(block)) blocks.set(block, textNodesIn(block));
  }
  return [...blocks].flatMap(([block, nodes]) => nodes.flatMap((node, index) => {
    const link = node.parentElement.closest("a[href], [role=link]");
    const text = texts.get(node.parentElement);
    if (!link || !block.contains(link) || link === block || !text?.found) return [];
    const beside = [nodes[index - 1], nodes[index + 1]]
      .filter(other => other && blockOf(other.parentElement) === block && !other.parentElement.closest(touchable))
      .map(other => texts.get(other.parentElement))
      .filter(other => other?.found && /\p{L}{2}/u.test(other.words));
    return beside.length ? [{ link, block, text, beside: beside[0] }] : [];
  }));
};

const textNodesIn = block => {
  const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) if (/[\p{L}\p{N}]/u.test(walker.currentNode.data)) nodes.push(walker.currentNode);
  return nodes;
};

// How many links stand in sentences, and those that differ from the words beside them in colour alone, by less than
// 3 : 1. <https://www.w3.org/WAI/WCAG22/Techniques/general/G183>
const plainLinks = measured => {
  const links = new Map(linksInSentences(measured).map(found => [found.link, found]));
  const plain = [...links.values()].filter(({ link, block, text, beside }) =>
    String(text.found.front) !== String(beside.found.front) &&
    checks.contrast(text.found.front, beside.found.front) < 3 &&
    !wholeOf(link, block).some(at => isMarked(at, beside.element)));
  return {
    links: links.size,
    plain: plain.map(({ link, text, beside }) => ({
      target: checks.describe(link),
      words: checks.oneLine(link.textContent).slice(0, 60),
      colour: text.found.front,
      beside: beside.found.front,
      contrast: checks.contrast(text.found.front, beside.found.front),
    })),
  };
};
