// Finds instructions in English that say what to use by its shape, color or place, and looks for what they mean: a
// name that says the same, or a control or a sign that looks so.
const shape = "round|circular|circle|square|triangular|triangle|star-shaped|star|diamond|oval|heart|hexagonal|hexagon";
const color = "red|green|blue|yellow|orange|purple|pink|gr[ae]y|black|white|brown";
const side = "left|right";
const corner = "(?:far |top |bottom |upper |lower )?";
const whole = "(?:the|this|your) (?:page|screen|window)";
const here = "this (?:paragraph|sentence|text|line|section|list|table|box|note)|the text";
const alone = "\\b(?!['’]| (?:field|box|area|input|heading)\\b)"; // "the text" is something else in "the text field"
const form = "circle|square|triangle|star|diamond|heart|hexagon";
const near = "under|underneath|below|beneath|behind|beside|next to|inside|within|above";
const end = "[.,;:!?)]|$| (?:and|or|to|for|when|if)\\b";
const kind = "button|link|icon|menu|box|field|tab|panel|column|sidebar|picture|image|arrow";
const operate = "click(?: on)?|press|tap(?: on)?|push|hit|activate|interact with|select|choose|use|open";
const find = "look|find|found|see|search|go to|check|read|follow";

const verb = new RegExp(`\\b(?:${operate}|${find})\\b`, "i");
const sensory = new RegExp(`\\b(?:${shape}|${color}|${side})\\b`, "i");
const patterns = [
  // the green button, the round "Play" button
  new RegExp(`\\bthe (?<word>${shape}|${color})(?: [^\\s.]+){0,2}? (?<thing>${kind})s?\\b`, "i"),
  // the button on the right, the menu in the upper left corner, the button to the right of this paragraph
  new RegExp(`\\bthe (?:[\\w-]+ )?(?<thing>${kind})s? (?:on|to|at|in) the ${corner}(?<word>${side})` +
    `(?: of (?:${whole}|(?<beside>${here}))${alone})?(?! of\\b)`, "i"),
  new RegExp(`\\bon the (?<word>${side})[,:]? (?:${operate}) the (?<thing>${kind})\\b`, "i"),
  // click the star; look underneath the star
  new RegExp(`\\b(?:(?:${operate})|look (?:${near})) the (?<word>${form})(?=${end})(?<thing>)`, "i"),
];

const namers = "a[href], button, summary, h1, h2, h3, h4, h5, h6, label, legend, caption, figcaption, [role], " +
  "[aria-label], [title], img, iframe";

const seen = element => checks.isVisible(element) && !element.closest("script, style, code, pre, [aria-hidden=true]");

const blockOf = element => {
  const isBlock = !/^(inline|contents)/.test(getComputedStyle(element).display);
  return isBlock || element === document.body ? element : blockOf(checks.parentOf(element));
};

const isEnglish = element => {
  const lang = element.closest("[lang]")?.getAttribute("lang") ?? "";
  return !lang || /^en(-|$)/i.test(lang);
};

const instructionsIn = block =>
  checks.oneLine(block.textContent).split(/(?<=[.!?])\s+/).filter(text => verb.test(text)).flatMap(text => {
    const match = patterns.map(pattern => pattern.exec(text)).find(Boolean);
    if (!match) return [];
    const { word, thing, beside } = match.groups;
    return [{ block, text, word: word.toLowerCase(), thing: thing.toLowerCase(), beside: Boolean(beside) }];
  });

const instructions = () => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const blocks = new Set();
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    if (sensory.test(node.data)) blocks.add(blockOf(node.parentElement));
  }
  return [...blocks].filter(block => seen(block) && isEnglish(block)).flatMap(instructionsIn);
};

const nameOf = element =>
  checks.oneLine([element.getAttribute("aria-label"), element.getAttribute("alt"), element.getAttribute("title"),
    element.textContent, element.value].filter(text => typeof text === "string").join(" "));

// The page, the pages in its frames, and the pages that the block itself links to.
const places = async block => {
  const documents = [document];
  for (const frame of document.querySelectorAll("iframe, frame")) {
    if (frame.contentDocument?.body) documents.push(frame.contentDocument);
  }
  for (const link of [...block.querySelectorAll("a[href]")].slice(0, 3)) {
    if (link.origin !== location.origin || link.pathname === location.pathname) continue;
    const text = await fetch(link.href).then(answer => (answer.ok ? answer.text() : "")).catch(() => "");
    if (text) documents.push(new DOMParser().parseFromString(text, "text/html"));
  }
  return documents;
};

const plain = text => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

// In quotation marks, by a name that has the word in it, or by a name that the sentence says.
const isNamed = ({ block, text, word }, documents) => {
  if (/["“”„«»]|‘[^’]+’/.test(text)) return true;
  const names = documents.flatMap(page =>
    [...page.querySelectorAll(namers)]
      .filter(element => !element.contains(block) && !(block.contains(element) && element.localName === "a"))
      .map(nameOf));
  const says = name => name.length > 2 && name.length < 60 && ` ${plain(text)} `.includes(` ${name} `);
  return names.some(name => new RegExp(`\\b${word}`, "i").test(name) || says(plain(name)));
};

const found = [];
for (const one of document.body ? instructions() : []) {
  const documents = await places(one.block);
  found.push({
    target: checks.describe(one.block),
    text: one.text,
    word: one.word,
    named: isNamed(one, documents),
    there: hasControl(one) || hasSign(one, documents),
  });
}
return found;
