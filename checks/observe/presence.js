// Counts what success criteria need in order to occur, hidden or not, also where scripts do not run. DevTools lends
// `getEventListeners`.
const notes = globalThis[Symbol.for("checks.watch")];

const selectors = {
  sounds: "audio",
  videos: "video",
  frames: "iframe, frame, object, embed",
  images: "img, canvas, object, embed, video, input[type=image], svg image",
  gifs: 'img:is([src*=".gif" i], [src*=".webp" i], [src*=".apng" i], [src*=".avif" i], [src*="image/gif"])',
  pictures: "img, svg, canvas, object, embed, video, input[type=image], [role=img]",
  canvases: "canvas",
  links: "a[href], area[href]",
  headings: "h1, h2, h3, h4, h5, h6, [role=heading]",
  controls: `a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex],
    [contenteditable], [role=button], [role=link]`,
  fields: `input:not([type=hidden], [type=button], [type=submit], [type=reset], [type=image]), select, textarea,
    [contenteditable=""], [contenteditable=true], [role=textbox], [role=searchbox], [role=combobox], [role=listbox],
    [role=checkbox], [role=radio], [role=slider], [role=spinbutton]`,
  questions: `input:not([type]), input:is([type=text], [type=email], [type=tel], [type=url], [type=password],
    [type=number], [type=date], [type=month]), select, textarea, [role=textbox], [role=combobox]`,
  conditions: `[required], [aria-required=true], [pattern], [minlength], [aria-invalid]:not([aria-invalid=false]),
    input:is([type=email], [type=url], [type=number], [type=date], [type=month], [type=time], [min], [max])`,
  settings: `input:is([type=checkbox], [type=radio], [type=range], [type=color]), select, [aria-checked],
    [aria-pressed], [aria-selected], [role=switch], [role=tab]`,
  submissions: "form",
  passwords: `input[type=password], [autocomplete~=username], [autocomplete~=current-password],
    [autocomplete~=new-password], [autocomplete~=one-time-code], [autocomplete~=webauthn]`,
  refreshes: 'meta[http-equiv="refresh" i]',
  shortcuts: "[accesskey], [aria-keyshortcuts]",
  draggable: "[draggable=true]",
  moving: "marquee, blink, animate, animateTransform, animateMotion, set",
  messages: "[role=status], [role=alert], [role=log], [role=timer], output, progress, [aria-live]:not([aria-live=off])",
  tooltips: "[role=tooltip], [popover=hint], [interestfor]",
};

const signIn = /\b(sign|log)[ -]?in\b|\bcaptcha\b/i;

// Also what stands in shadow roots, and in <noscript>, which is text where scripts run.
const shadows = checks.everyElement().map(element => element.shadowRoot).filter(Boolean);
const parts = [...document.querySelectorAll("noscript")].map(({ textContent }) =>
  new DOMParser().parseFromString(textContent, "text/html"));
const all = selector => [document, ...shadows, ...parts].flatMap(root => [...root.querySelectorAll(selector)]);

const inSearch = element => element.closest("search, [role=search]");
const counts = Object.fromEntries(Object.entries(selectors).map(([name, selector]) => [name, all(selector).length]));
counts.questions = all(selectors.questions).filter(element => !inSearch(element)).length;
counts.submissions = all("form").filter(form => !inSearch(form) || form.method === "post").length;
counts.passwords += all("a, button, iframe, input[type=submit]")
  .filter(element => signIn.test(element.textContent || element.value || element.src)).length;

// Style rules that show something while the pointer or the focus is on something.
const shows = /(^|[;\s])(display|visibility|opacity|content|clip|clip-path|max-height|height|transform|left|top)\s*:/;
const rules = sheet => {
  try {
    return [...sheet.cssRules];
  } catch {
    return []; // of another site
  }
};
const flat = list => list.flatMap(rule => (rule.cssRules?.length ? [rule, ...flat([...rule.cssRules])] : [rule]));
const sheets = [...document.styleSheets, ...document.adoptedStyleSheets].flatMap(sheet => flat(rules(sheet)));
const raster = /url\((?!["']?(data:image\/svg|[^)]*\.svg\b))/;
counts.images += sheets.filter(({ style }) => raster.test(style?.backgroundImage)).length +
  all("[style*='url(']").filter(({ style }) => raster.test(style.backgroundImage)).length;
const onHover = /:(hover|focus|focus-within|focus-visible)\b[^,]*[\s>+~][^,]*$/;
counts.hovers = sheets.filter(({ selectorText, style }) =>
  selectorText?.split(",").some(part => onHover.test(part)) && shows.test(style.cssText)).length;

counts.animations = checks.animations().length;
counts.timers = (notes?.timers.size ?? 0) + (notes?.connections ?? 0);
counts.repaints = notes?.frames.size ?? 0;
counts.sounds += (notes?.played.size ?? 0) + (notes?.sounds ?? 0);

// Which events the page listens to: of its elements, of the document and of the window.
const kinds = {
  keys: /^key(down|press|up)$/,
  paths: /^(touchstart|touchmove|pointermove|mousemove|gesture\w+)$/,
  drags: /^(drag\w*|drop|touchmove|pointermove|mousemove)$/,
  presses: /^(mousedown|pointerdown|touchstart)$/,
  pointing: /^(mouse|pointer)(enter|over|move)$|^focus(in)?$/,
  tilts: /^device(motion|orientation|orientationabsolute)$/,
  answers: /^(click|dblclick|input|change|submit)$/,
};
const heard = [window, document, ...checks.everyElement()].flatMap(target => Object.keys(getEventListeners(target)));
for (const [name, kind] of Object.entries(kinds)) counts[name] = heard.filter(type => kind.test(type)).length;
return counts;
