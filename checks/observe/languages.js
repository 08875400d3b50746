// Lists, for every element that says which language it is in, the texts that take their language from it: what is
// shown, and the names that only assistive technology gets. Called with numbers of texts, it describes those.
const [wanted] = arguments;

// What is not in the language of its surroundings, or in none. <https://html.spec.whatwg.org/#the-translate-attribute>
const noLanguage = "script, style, template, noscript, code, pre, kbd, samp, var, math, textarea, [translate=no], " +
  ".notranslate";

const langOf = element => element.getAttribute("lang") ?? element.getAttribute("xml:lang");

const speakers = new Map();
const speakerOf = element => {
  if (!element) return null;
  if (!speakers.has(element)) {
    speakers.set(element, langOf(element) === null ? speakerOf(checks.parentOf(element)) : element);
  }
  return speakers.get(element);
};

const blocks = new Map();
const blockOf = element => {
  if (!blocks.has(element)) {
    const isBlock = !/^(inline|contents)/.test(getComputedStyle(element).display) || element === document.body;
    blocks.set(element, isBlock ? element : blockOf(checks.parentOf(element)));
  }
  return blocks.get(element);
};

const rendered = new Map();
const isRendered = element => {
  if (!rendered.has(element)) {
    rendered.set(element, !element.closest(noLanguage) && element.checkVisibility({ visibilityProperty: true }));
  }
  return rendered.get(element);
};

const texts = []; // of one block and one language each, or one name
const open = new Map();

const add = (element, block, words) => {
  const speaker = speakerOf(element);
  if (!speaker || !words.trim()) return;
  let text = block && open.get(block);
  if (!text || text.speaker !== speaker) {
    text = { speaker, element: block ?? element, words: "" };
    texts.push(text);
    if (block) open.set(block, text);
  }
  text.words += words;
};

const referredTo = element =>
  (element.getAttribute("aria-labelledby") ?? "").split(/\s+/).filter(Boolean)
    .map(id => element.getRootNode().getElementById(id))
    .filter(named => named && !isRendered(named))
    .map(named => named.textContent);

const addNames = element => {
  for (const name of ["alt", "aria-label", "aria-description", "title", "placeholder"]) {
    if (element.hasAttribute(name)) add(element, null, element.getAttribute(name));
  }
  if (element.matches("input:is([type=button], [type=submit], [type=reset])")) add(element, null, element.value);
  for (const words of referredTo(element)) add(element, null, words);
};

const walk = root => {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.nodeType === Node.TEXT_NODE ? node.parentElement ?? node.getRootNode().host : node;
    if (node === element && element.shadowRoot) walk(element.shadowRoot);
    if (!isRendered(element)) continue;
    if (node === element) addNames(element);
    else if (node.data.trim() || open.has(blockOf(element))) add(element, blockOf(element), node.data || " ");
  }
};

if (document.contentType !== "text/html" || !document.body) return [];
const html = document.documentElement;
if (langOf(html) !== null && document.title) texts.push({ speaker: html, element: null, words: document.title });
walk(document.body);
if (wanted) return wanted.map(number => checks.describe(texts[number].element ?? document.body));

const all = Map.groupBy(texts.map((text, number) => ({ ...text, number })), text => text.speaker);
return [...all].map(([speaker, own]) => ({
  lang: langOf(speaker),
  page: speaker === html,
  target: speaker === html ? null : checks.describe(speaker),
  texts: own.map(({ number, words }) => [number, checks.oneLine(words)]),
}));
