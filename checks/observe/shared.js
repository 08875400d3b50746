// What every script of the gate can use, as `checks`. Selectors cross open shadow roots with " >>> ".
const checks = (() => {
  const short = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  const oneLine = text => text.replace(/\s+/g, " ").trim();

  const landmarks = "main, header, footer, nav, article, aside, dialog, body, html";

  const isUnique = (selector, root) => root.querySelectorAll(selector).length === 1;

  // The shortest of: an id; a path of tags, with positions where siblings share a tag, from the nearest
  // ancestor with an id.
  const selectorInRoot = element => {
    const root = element.getRootNode();
    const steps = [];
    for (let at = element; at?.nodeType === Node.ELEMENT_NODE; at = at.parentElement) {
      const id = at.id && `#${CSS.escape(at.id)}`;
      if (id && isUnique(id, root)) return [id, ...steps].join(" > ");
      const tag = CSS.escape(at.localName);
      const siblings = [...(at.parentElement?.children ?? [])];
      const twins = siblings.filter(sibling => sibling.localName === at.localName);
      steps.unshift(twins.length > 1 ? `${tag}:nth-of-type(${twins.indexOf(at) + 1})` : tag);
      const path = steps.join(" > ");
      if (at.matches(landmarks) && isUnique(path, root)) return path;
    }
    return steps.join(" > ");
  };

  const selector = element => {
    const host = element.getRootNode().host;
    return host ? `${selector(host)} >>> ${selectorInRoot(element)}` : selectorInRoot(element);
  };

  const find = path =>
    path.split(" >>> ").reduce((found, step) => (found.shadowRoot ?? found).querySelector(step), document);

  const snippet = element => {
    const html = oneLine(element.outerHTML);
    const [tag] = oneLine(element.cloneNode(false).outerHTML).match(/^<[^]*?>(?=<\/|$)/) ?? [html];
    return html.length <= 200 ? html : short(`${tag}${short(oneLine(element.textContent), 100)}`, 300);
  };

  const headingAbove = element => {
    const isAbove = heading => heading.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
    const above = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].findLast(isAbove);
    return above ? short(oneLine(above.textContent), 100) : "";
  };

  const template = element => checks.templates.find(shell => element.closest(shell)) ?? "";

  const rendered = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };

  // Rendered, not hidden, of some size, and not moved off the page to the left, the right or above it.
  const isVisible = element => {
    if (!element.checkVisibility(rendered)) return false;
    const { width, height, right, bottom, left } = element.getBoundingClientRect();
    const page = Math.max(document.documentElement.scrollWidth, innerWidth);
    return width > 0 && height > 0 && right + scrollX > 0 && bottom + scrollY > 0 && left + scrollX < page;
  };

  // Also not cut down to nearly nothing, which is how text for screen readers alone is hidden.
  const isOnScreen = element => {
    if (!isVisible(element)) return false;
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      const style = getComputedStyle(at);
      const { width, height } = at.getBoundingClientRect();
      const clips = style.overflow !== "visible" || style.clipPath !== "none" || style.clip !== "auto";
      if (clips && (style.clipPath === "inset(50%)" || (width <= 1 && height <= 1))) return false;
    }
    return true;
  };

  const describe = element => ({
    selector: selector(element),
    snippet: snippet(element),
    template: template(element),
    heading: headingAbove(element),
  });

  const activeElement = () => {
    let at = document.activeElement;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    return at === document.body || at === document.documentElement ? null : at;
  };

  const endAnimations = () => {
    for (const animation of document.getAnimations()) {
      if (animation.effect?.getComputedTiming().endTime < Infinity) animation.finish();
    }
  };

  // The parent, the ancestors from the nearest on, and all elements below a root: across open shadow roots.
  const parentOf = element => element.assignedSlot ?? element.parentElement ?? element.getRootNode().host ?? null;

  const ancestors = element => {
    const all = [];
    for (let at = parentOf(element); at; at = parentOf(at)) all.push(at);
    return all;
  };

  const everyElement = (root = document) =>
    [...root.querySelectorAll("*")].flatMap(element =>
      element.shadowRoot ? [element, ...everyElement(element.shadowRoot)] : [element]);

  return {
    parentOf,
    ancestors,
    everyElement,
    selector,
    find,
    describe,
    isVisible,
    isOnScreen,
    activeElement,
    endAnimations,
    oneLine,
    templates: [],
  };
})();
