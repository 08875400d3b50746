// What every script of the gate can use, as `checks`. Selectors cross open shadow roots with " >>> ".
const checks = (() => {
  const short = (text, length) => (text.length > length ? `${text.slice(0, length - 1)}…` : text);
  // Whether an element's letters are to be drawn as pictures; the font itself may not have come.
  const hasIconFont = element =>
    /icon|symbols|awesome/i.test(getComputedStyle(element).fontFamily.split(",")[0]) ||
    /\bmaterial-(icons|symbols)/.test(element.getAttribute("class") ?? "");

  const oneLine = text => text.replace(/\s+/g, " ").trim();

  const landmarks = "main, header, footer, nav, article, aside, dialog, body, html";

  // What is looked up again and again in one go is remembered until the script next waits.
  let remembered = null;
  const remember = (about, key, find) => {
    if (!remembered) {
      remembered = new Map();
      queueMicrotask(() => (remembered = null));
    }
    if (!remembered.has(about)) remembered.set(about, new Map());
    const known = remembered.get(about);
    if (!known.has(key)) known.set(key, find());
    return known.get(key);
  };

  const isUnique = (selector, root) =>
    remember(root, selector, () => root.querySelectorAll(selector).length === 1);

  // A step of a selector for each child of an element.
  const stepsBelow = parent => {
    const steps = new Map();
    for (const twins of Map.groupBy(parent.children, child => child.localName).values()) {
      const tag = CSS.escape(twins[0].localName);
      twins.forEach((twin, index) => steps.set(twin, twins.length > 1 ? `${tag}:nth-of-type(${index + 1})` : tag));
    }
    return steps;
  };

  const step = element => {
    const parent = element.parentElement;
    const steps = parent && remember("steps", parent, () => stepsBelow(parent));
    return steps?.get(element) ?? CSS.escape(element.localName);
  };

  // The shortest of: an id; a path of tags, with positions where siblings share a tag, from the nearest
  // ancestor with an id.
  const selectorInRoot = element => {
    const root = element.getRootNode();
    const steps = [];
    for (let at = element; at?.nodeType === Node.ELEMENT_NODE; at = at.parentElement) {
      const id = at.id && `#${CSS.escape(at.id)}`;
      if (id && isUnique(id, root)) return [id, ...steps].join(" > ");
      steps.unshift(step(at));
      if (!at.matches(landmarks)) continue;
      const path = steps.join(" > "); // leads to one element from a first step that only one element fits
      if (isUnique(steps[0], root) || isUnique(path, root)) return path;
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
    const headings = remember("page", "headings", () => [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")]);
    let [begin, end] = [0, headings.length]; // the last one above is looked for by halves
    while (begin < end) {
      const middle = (begin + end) >> 1;
      const isAbove = headings[middle].compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING;
      if (isAbove) begin = middle + 1; else end = middle;
    }
    return begin ? short(oneLine(headings[begin - 1].textContent), 100) : "";
  };

  const template = element => checks.templates.find(shell => element.closest(shell)) ?? "";

  const rendered = { opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true };

  const isInScroller = element => {
    for (let at = element; at && at !== document.body; at = at.parentElement)
      if (/^(auto|scroll)$/.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true;
    return false;
  };

  // Rendered, not hidden, of some size, and not moved off the page to the left, the right or above it; what its own box
  // scrolls to is on the page.
  const isVisible = element => {
    if (!element.checkVisibility(rendered)) return false;
    const { width, height, right, bottom, left } = element.getBoundingClientRect();
    const page = Math.max(document.documentElement.scrollWidth, innerWidth);
    if (!(width > 0 && height > 0 && right + scrollX > 0 && bottom + scrollY > 0)) return false;
    return left + scrollX < page || isInScroller(element);
  };

  // Cut down to nearly nothing, which is how text for screen readers alone is hidden.
  const isCutAway = element => {
    const style = getComputedStyle(element);
    if (style.overflow === "visible" && style.clipPath === "none" && style.clip === "auto") return false;
    if (style.clipPath === "inset(50%)") return true;
    const { width, height } = element.getBoundingClientRect();
    return width <= 1 && height <= 1;
  };

  const isOnScreen = element => {
    if (!isVisible(element)) return false;
    for (let at = element; at && at !== document.body; at = at.parentElement) if (isCutAway(at)) return false;
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

  const { navigation } = globalThis[Symbol.for("checks.watch")] ?? globalThis;

  const endedAnimations = (globalThis[Symbol.for("checks.ended")] ??= new Set());

  // What is animated, or was since the page was opened. What a script has taken back, and transitions, do not count.
  const animations = () => {
    const noted = globalThis[Symbol.for("checks.watch")]?.animations ?? [];
    return [...new Set([...document.getAnimations(), ...endedAnimations, ...noted])].filter(animation =>
      !(animation instanceof CSSTransition) && animation.effect?.target?.isConnected &&
      (animation.playState === "running" || animation.playState === "finished"));
  };

  const endAnimations = () => {
    for (const animation of document.getAnimations()) {
      if (!(animation.effect?.getComputedTiming().endTime < Infinity)) continue;
      endedAnimations.add(animation);
      animation.finish();
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

  // [red, green, blue, alpha], 0 to 255 and 0 to 1, of any colour that CSS knows.
  const colours = new Map();
  const pen = () => (colours.pen ??= new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true }));
  const paintedColour = text => {
    pen().clearRect(0, 0, 1, 1);
    pen().fillStyle = text;
    pen().fillRect(0, 0, 1, 1);
    const [red, green, blue, alpha] = pen().getImageData(0, 0, 1, 1).data;
    return [red, green, blue, alpha / 255];
  };

  const colour = text => {
    if (!colours.has(text)) {
      const plain = text.match(/^rgba?\(([\d.]+), ([\d.]+), ([\d.]+)(?:, ([\d.]+))?\)$/);
      colours.set(text, plain ? [...plain.slice(1, 4).map(Number), Number(plain[4] ?? 1)] : paintedColour(text));
    }
    return colours.get(text);
  };

  // <https://www.w3.org/TR/WCAG22/#dfn-relative-luminance>, <https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio>
  const luminance = ([red, green, blue]) => {
    const linear = part => (part <= 10.31475 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
  };

  const contrast = (one, other) => {
    const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };

  // One colour painted over another. <https://www.w3.org/TR/compositing-1/#simplealphacompositing>
  const over = (one, other) => {
    const alpha = one[3] + other[3] * (1 - one[3]);
    const mix = part => (alpha ? (one[part] * one[3] + other[part] * other[3] * (1 - one[3])) / alpha : 0);
    return [mix(0), mix(1), mix(2), alpha];
  };

  // What the page stands on where nothing paints it: Chromium's canvases.
  const canvas = () => {
    const scheme = getComputedStyle(document.documentElement).colorScheme;
    const isDark = /dark/.test(scheme) &&
      (!/light/.test(scheme) || matchMedia("(prefers-color-scheme: dark)").matches);
    if (!isDark) return [255, 255, 255, 1];
    return matchMedia("(forced-colors: active)").matches ? [0, 0, 0, 1] : [18, 18, 18, 1];
  };

  // What is below a node as it is rendered: the content of an open shadow root, what a slot shows.
  const childNodesOf = node => {
    if (node.shadowRoot) return [...node.shadowRoot.childNodes];
    const shown = node.localName === "slot" ? node.assignedNodes() : [];
    return shown.length ? shown : [...node.childNodes];
  };

  // Rendered and visible, if only off screen: an area and an element with display: contents have no box to ask.
  const isRendered = element => {
    if (element.checkVisibility({ visibilityProperty: true })) return true;
    const hasNoBox = element.localName === "area" || getComputedStyle(element).display === "contents";
    const above = hasNoBox && parentOf(element);
    return hasNoBox && (!above || isRendered(above));
  };

  // Rendered, and not hidden from screen readers.
  const isExposed = element =>
    isRendered(element) && ![element, ...ancestors(element)].some(at => at.getAttribute("aria-hidden") === "true");

  const referred = (element, attribute) =>
    (element.getAttribute(attribute) ?? "").split(/\s+/)
      .map(id => id && element.getRootNode().getElementById?.(id))
      .filter(Boolean);

  const ownLabel = element => {
    if (element.getAttribute("aria-label")?.trim()) return element.getAttribute("aria-label");
    if (element.matches("img, area, input[type=image]")) return element.getAttribute("alt");
    if (element.matches("input[type=button], input[type=submit], input[type=reset]")) return element.value;
    const isTitle = child => child.localName === "title";
    return element.localName === "svg" ? [...element.children].find(isTitle)?.textContent : "";
  };

  // What is read of a node inside something else: text, alternatives, labels; of what is hidden only when referred to.
  const spoken = (node, isReferred = false) => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.matches("script, style, template, title")) return "";
    if (!isReferred && (node.getAttribute("aria-hidden") === "true" || !isRendered(node))) return "";
    const label = ownLabel(node);
    if (label) return ` ${label} `;
    const inside = childNodesOf(node).map(child => spoken(child)).join("");
    return getComputedStyle(node).display.startsWith("inline") ? inside : ` ${inside} `;
  };

  const first = texts => texts.map(text => oneLine(text ?? "")).find(Boolean) ?? "";

  // The name that an element is given from outside its content, such as a landmark's.
  const label = element =>
    first([referred(element, "aria-labelledby").map(other => spoken(other, true)).join(" "), ownLabel(element)]);

  // The accessible name, by those steps of <https://www.w3.org/TR/accname-1.2/> that pages use.
  const accessibleName = element => {
    const hasContent = !element.matches("input, select, textarea, iframe, img");
    return label(element) || first([
      [...(element.labels ?? [])].map(outer => spoken(outer)).join(" "),
      hasContent ? childNodesOf(element).map(child => spoken(child)).join("") : "",
      element.getAttribute("title"),
      element.getAttribute("placeholder"),
    ]);
  };

  // Buttons and the like that a reader sees and a screen reader names: [element, name].
  const canControl = `button, select, input:is([type=button], [type=submit], [type=reset], [type=image], [type=checkbox],
    [type=range]), a:not([href]), a[href^="#"], a[href^="javascript:" i], [role=button], [role=switch], [role=checkbox],
    [role=slider]`;

  const controls = () => [...document.querySelectorAll(canControl)]
    .filter(element => isOnScreen(element) && isExposed(element) && !element.closest(":disabled"))
    .map(element => [element, accessibleName(element)])
    .filter(([, name]) => name);

  const landmarkRoles = "banner complementary contentinfo form main navigation region search".split(" ");
  const landmarkTags = { main: "main", nav: "navigation", aside: "complementary", search: "search" };

  // The role of a landmark; "" for what is none. <https://www.w3.org/TR/html-aam-1.0/#html-element-role-mappings>
  const landmarkRole = element => {
    const role = element.getAttribute("role")?.trim().split(/\s+/)[0];
    if (role) return landmarkRoles.includes(role) ? role : "";
    const tag = element.localName;
    const isNamed = () => element.hasAttribute("aria-label") || element.hasAttribute("aria-labelledby");
    if (tag === "form" || tag === "section") return isNamed() ? { form: "form", section: "region" }[tag] : "";
    if (tag !== "header" && tag !== "footer") return landmarkTags[tag] ?? "";
    const isPart = Boolean(element.parentElement?.closest("article, aside, main, nav, section"));
    return isPart ? "" : { header: "banner", footer: "contentinfo" }[tag];
  };

  return {
    childNodesOf,
    isRendered,
    isExposed,
    referred,
    spoken,
    label,
    accessibleName,
    landmarkRole,
    controls,
    colour,
    contrast,
    over,
    canvas,
    parentOf,
    ancestors,
    everyElement,
    selector,
    find,
    describe,
    isVisible,
    isCutAway,
    isOnScreen,
    activeElement,
    endAnimations,
    animations,
    navigation,
    hasIconFont,
    oneLine,
    templates: [],
  };
})();
