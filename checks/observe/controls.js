// Measures what tells controls from the page: the boundaries of fields, the signs in buttons without words, and, under
// forced colours, whether what is checked or selected looks different.
const drawing = "http://www.w3.org/2000/svg";
const isForced = matchMedia("(forced-colors: active)").matches;
const { shown = [] } = globalThis[Symbol.for("checks.opened")] ?? {};
const all = (shown.length ? shown : [document.documentElement]).flatMap(root => [root, ...checks.everyElement(root)]);

const isInUse = element =>
  !element.matches(":disabled") && !element.closest("[aria-disabled=true]") && checks.isOnScreen(element) &&
  chainOf(element).every(at => Number(styleOf(at).opacity) > 0.1);

// The colour of the page in an element, or null where a picture, gradient or filter has a part in it.
const groundIn = element => {
  for (const at of chainOf(element)) {
    if (oddityOf(at)) return null;
    if (fillOf(at)[3] === 1) break;
  }
  return paint([0, 0, 0, 0], element)[1];
};

// The boundaries of fields

const field = `input:not([type=hidden], [type=range], [type=color], [type=file], [type=image], [type=button],
  [type=submit], [type=reset]), textarea`;
const isBox = element => element.matches("[type=checkbox], [type=radio]");

// The browser's own boundaries, which authors are not held to.
const usual = ["rgb(118, 118, 118)", "rgb(133, 133, 133)"];
const isUsual = element => {
  const { appearance, borderTopStyle, borderTopColor } = styleOf(element);
  return isBox(element) ? appearance !== "none" :
    usual.includes(borderTopColor) && (borderTopStyle === "inset" || element.localName === "textarea");
};

const edgesOf = element => {
  const style = styleOf(element);
  const sides = ["Top", "Right", "Bottom", "Left"].filter(side => parseFloat(style[`border${side}Width`]) > 0);
  const shadows = style.boxShadow.match(/[a-z]+\([^)]+\)/g) ?? [];
  const lines = style.outlineStyle === "none" ? [] : [style.outlineColor];
  const edges = [...sides.map(side => style[`border${side}Color`]), ...shadows, ...lines];
  return edges.map(checks.colour).filter(([, , , alpha]) => alpha);
};

// The strongest contrast of an element's edges and ground with what is around it.
const standsOut = element => {
  const [outside, inside] = [groundIn(checks.parentOf(element)), groundIn(element)];
  if (!outside || !inside) return null;
  const edges = edgesOf(element).map(edge => paint(edge, element)[0]);
  return Math.max(...[inside, ...edges].map(colour => checks.contrast(colour, outside)));
};

// A box around a field and little else shows where the field is.
const framesOf = element => {
  const { width, height } = boxOf(element);
  return checks.ancestors(element).slice(0, 3).filter(at =>
    boxOf(at).width <= width + 120 && boxOf(at).height <= height + 24 && !at.matches("body, form, main"));
};

const measureField = element => {
  const found = [element, ...framesOf(element)].map(standsOut);
  if (found.includes(null)) return [];
  const isPainted = ["::before", "::after"].some(name => !/none|normal/.test(getComputedStyle(element, name).content));
  if (isUsual(element) || isPainted || (!isBox(element) && (element.placeholder || element.value))) return [];
  return [{ target: checks.describe(element), contrast: Math.max(...found) }];
};

// The signs in controls without words

const button = "button, summary, [role=button]" + (isForced ? ", a[href]" : "");
const hasWords = element => element.checkVisibility() && /[\p{L}\p{N}]/u.test(element.innerText ?? "");

// The contrast of each part of a sign with its ground; null for a part that only pictures tell.
const partsOf = control => [...control.querySelectorAll("*")].flatMap(element => {
  const style = styleOf(element);
  if (!element.checkVisibility({ visibilityProperty: true })) return [];
  if (element.matches("img, picture, video, canvas, object, use, image, input")) return [null];
  const isInDrawing = element.namespaceURI === drawing;
  const ground = groundIn(isInDrawing ? element.closest("svg") : checks.parentOf(element));
  if (!ground) return [null];
  if (style.maskImage !== "none") return [checks.contrast(paint(fillOf(element), checks.parentOf(element))[0], ground)];
  if (element instanceof SVGGeometryElement || element.matches("text, tspan")) {
    const { fill, fillOpacity, stroke, strokeOpacity } = style;
    const inks = [[fill, fillOpacity], [stroke, strokeOpacity]].filter(([ink]) => ink !== "none");
    if (inks.some(([ink]) => /url/.test(ink))) return [null];
    const painted = inks.map(([ink, share]) => paint(dilute(checks.colour(ink), share), element)[0]);
    return painted.map(colour => checks.contrast(colour, ground));
  }
  if (isInDrawing) return [];
  if (edgesOf(element).length || style.backgroundImage !== "none" || element.innerText?.trim()) return [null];
  const painted = paint([0, 0, 0, 0], element)[1];
  const isBar = !element.children.length && boxOf(element).width >= 4 && boxOf(element).height >= 1;
  return isBar ? [checks.contrast(painted, ground)] : [];
});

const measureSign = control => {
  const own = ["::before", "::after"].map(name => getComputedStyle(control, name));
  if (own.some(({ content }) => !/^(none|normal)$/.test(content))) return [];
  const isLettered = [...control.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const parts = isLettered || styleOf(control).backgroundImage !== "none" ? [] : partsOf(control);
  if (!parts.length || parts.includes(null)) return [];
  return [{ target: checks.describe(control), contrast: Math.max(...parts) }];
};

// What is checked or selected, under forced colours

const looks = `display visibility opacity color backgroundImage maskImage borderTopStyle borderTopWidth
  borderTopColor borderBottomStyle borderBottomWidth borderBottomColor borderLeftWidth outlineStyle outlineWidth content
  textDecorationLine fontWeight fontStyle transform translate left right clipPath fill stroke`.split(/\s+/);

// Grounds count as they are painted: a forced colour may be there and the same as the page's.
const lookOf = elements => {
  fills.clear();
  return elements.flatMap(element => ["", "::before", "::after"].map(name => {
    const style = getComputedStyle(element, name || null);
    if (name && style.content === "none") return "";
    const [ground] = paint(name ? checks.colour(style.backgroundColor) : [0, 0, 0, 0], element).slice(name ? 0 : 1);
    return [ground, ...looks.map(property => style[property])].join(";");
  })).join("|");
};

// A box that the browser draws shows its state; one that is hidden or drawn by style sheets may not.
const isDrawn = box => styleOf(box).appearance === "none" || !isInUse(box);

const measureToggle = box => {
  const labels = [...(box.labels ?? [])].flatMap(label => [label, ...label.querySelectorAll("*")]);
  const elements = [...new Set([box, box.nextElementSibling, ...labels])].filter(element => element?.checkVisibility());
  if (box.disabled || !elements.some(checks.isOnScreen)) return [];
  const sameName = `[type=radio][name="${CSS.escape(box.name)}"]`;
  const group = box.type === "radio" && box.name ? [...box.getRootNode().querySelectorAll(sameName)] : [box];
  const before = group.map(({ checked }) => checked);
  const [on, off] = [true, false].map(state => {
    box.checked = state;
    return lookOf(elements);
  });
  group.forEach((one, index) => (one.checked = before[index]));
  return [{ target: checks.describe(box), same: on === off }];
};

const measureSelected = element => {
  const state = ["aria-selected", "aria-checked"].find(name => element.getAttribute(name) === "true");
  const list = element.closest("[role=tablist], [role=listbox], [role=radiogroup], [role=menu]");
  const peer = [...(list?.querySelectorAll(`[${state}=false]`) ?? [])]
    .find(other => other.localName === element.localName && checks.isOnScreen(other));
  if (!peer || !checks.isOnScreen(element)) return [];
  const [own, its] = [element, peer].map(one => lookOf([one, ...one.children]));
  return [{ target: checks.describe(element), same: own === its }];
};

const checkable = all.filter(element => element.matches("input[type=checkbox], input[type=radio]"));
const fields = all.filter(element => element.matches(field) && isInUse(element));
const signs = all.filter(element => element.matches(button) && !hasWords(element) && isInUse(element));
const toggles = isForced ? withoutTransitions(() => checkable.filter(isDrawn).flatMap(measureToggle)) : [];
const chosen = isForced ? all.filter(element => element.matches("[aria-selected=true], [aria-checked=true]")) : [];
return {
  fields: fields.flatMap(measureField),
  signs: signs.flatMap(measureSign),
  toggles: [...toggles, ...chosen.flatMap(measureSelected)],
};
