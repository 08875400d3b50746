// Finds what this page repeats of pages of this site that it links to, and which ways there are past that.
const [most] = arguments; // pages to read

const isHtml = document.contentType === "text/html";

const otherPages = () => {
  const all = [...document.querySelectorAll("a[href], area[href]")].map(link => URL.parse(link.href)).filter(Boolean);
  const here = all.filter(url => url.origin === location.origin && url.pathname !== location.pathname);
  return [...new Set(here.map(url => url.origin + url.pathname + url.search))].slice(0, most);
};

const headingTags = "h1, h2, h3, h4, h5, h6";

// The name of a picture or heading that is read in place of what is in it.
const nameOf = element =>
  element.matches(`img, svg, [role=img], ${headingTags}, [role=heading]`) ? checks.label(element) : "";

// What is read one after the other: texts, and names of pictures; and for each node, from where to where it has them.
const leavesOf = (root, isLeftOut, counts = () => true) => {
  const leaves = [];
  const spans = new Map();
  const walk = node => {
    const start = leaves.length;
    const isElement = node.nodeType === Node.ELEMENT_NODE;
    const name = isElement ? nameOf(node) : "";
    const words = checks.oneLine(node.nodeType === Node.TEXT_NODE ? node.data : name);
    if (words && counts(node)) leaves.push({ node, words });
    const isClosed = name || !isElement || node.matches("script, style, template, noscript, title") || isLeftOut(node);
    if (!isClosed) checks.childNodesOf(node).forEach(walk);
    spans.set(node, [start, leaves.length]);
  };
  walk(root);
  return { leaves, spans };
};

const read = async address => {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) return null;
  return Document.parseHTMLUnsafe(await answer.text());
};

// Runs of leaves that stand on the other page in the same order: two at least, or one that is a sentence.
const longEnough = run => run.length > 1 || run[0].words.length >= 20;

const markRepeated = (leaves, others) => {
  const places = Map.groupBy(others.keys(), index => others[index]);
  for (let at = 0; at < leaves.length; ) {
    const starts = places.get(leaves[at].words) ?? [];
    const lengthFrom = start => {
      let length = 0;
      while (at + length < leaves.length && leaves[at + length].words === others[start + length]) length += 1;
      return length;
    };
    const run = leaves.slice(at, at + Math.max(0, ...starts.map(lengthFrom)));
    if (run.length && longEnough(run)) for (const leaf of run) leaf.isRepeated = true;
    at += run.length || 1;
  }
};

const owner = node => (node.nodeType === Node.TEXT_NODE ? checks.parentOf(node) : node);

const isPerceived = element => checks.isVisible(element) || checks.isExposed(element);

const { leaves, spans } = isHtml && document.body
  ? leavesOf(document.body, element => !checks.isRendered(element), node => isPerceived(owner(node)))
  : { leaves: [], spans: new Map() };

const isLink = element => element.matches("a[*|href], area[href]");

const destination = link =>
  URL.parse(link.getAttribute("href") ?? link.getAttribute("xlink:href"), document.baseURI);

const isInPage = url => url?.href.split("#")[0] === location.href.split("#")[0];

// Whether a control does something that cannot be told from where it leads.
const worksByScript = control => {
  if (!isLink(control)) return true;
  const url = destination(control);
  return url?.protocol === "javascript:" ||
    (isInPage(url) && usage.path(control).some(target => usage.hears(target, ["click"])));
};

const canPress = "a[*|href], area[href], button, summary, [role=button], [role=link], [onclick]";
const controls = leaves.length ? checks.everyElement().filter(element => element.matches(canPress)) : [];
const scripted = controls.filter(worksByScript);

for (const address of leaves.length ? otherPages() : []) {
  const other = await read(address);
  if (other?.body) markRepeated(leaves, leavesOf(other.body, element => element.hidden).leaves.map(leaf => leaf.words));
}

const firstBlock = leaves.findIndex(leaf => leaf.isRepeated);
const after = firstBlock < 0 ? [] : leaves.slice(firstBlock).filter(leaf => !leaf.isRepeated);
const isAfter = new Set(after.map(leaf => leaf.node));

const leavesIn = element => leaves.slice(...(spans.get(element) ?? [0, 0]));
const ownLeavesIn = element => leavesIn(element).filter(leaf => isAfter.has(leaf.node));

const isPartSeen = (element, isSeen) => [element, ...checks.everyElement(element)].some(isSeen);

// The browser knows what a role does to a heading.
const isHeading = element =>
  element.matches(`:is(${headingTags})[role], [role~=heading i]`)
    ? element.computedRole === "heading" : element.matches(headingTags);

const heading = after.length && checks.everyElement().some(element =>
  isHeading(element) && ownLeavesIn(element).length && checks.isExposed(element) &&
  isPartSeen(element, checks.isVisible));

// A landmark that begins with what is not repeated; main also if it has any such thing.
const landmark = after.length && checks.everyElement().some(element => {
  const role = checks.landmarkRole(element);
  if (!role || !checks.isExposed(element)) return false;
  return isAfter.has(leavesIn(element)[0]?.node) || (role === "main" && ownLeavesIn(element).length > 0);
});

const decoded = text => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
};

// <https://html.spec.whatwg.org/multipage/browsing-the-web.html#find-a-potential-indicated-element>
const named = name => document.getElementById(name) ?? document.querySelector(`a[name="${CSS.escape(name)}"]`);

const fragmentOf = link => {
  const url = destination(link);
  return isInPage(url) ? url.hash.slice(1) : "";
};

// Whether what is read first from there on, or anything in it, is the page's own.
const leadsPast = name => {
  const target = name && (named(name) ?? named(decoded(name)));
  return Boolean(target) && (ownLeavesIn(target).length > 0 || isAfter.has(leaves[spans.get(target)?.[0]]?.node));
};

const idsIn = text => [...text.matchAll(/#([\w-]+)/g)].map(match => match[1]);

let changed = ""; // the address to open anew where a focus has changed the page

const isSeenWithFocus = control => {
  const putBack = usage.remember();
  control.focus({ preventScroll: true, focusVisible: true });
  checks.endAnimations();
  const isSeen = isPartSeen(control, checks.isOnScreen);
  changed = putBack() || changed;
  checks.endAnimations();
  return isSeen;
};

// An area has no box of its own.
const isUsable = control => checks.isExposed(control) &&
  (control.localName === "area" || isPartSeen(control, checks.isOnScreen) || isSeenWithFocus(control));

const leadIn = control =>
  (isLink(control) && leadsPast(fragmentOf(control))) || idsIn(control.getAttribute("onclick") ?? "").some(leadsPast);

const skip = after.length > 0 && controls.some(control => leadIn(control) && isUsable(control));
const button = after.length > 0 && !heading && !landmark && !skip && scripted.some(isUsable);

const firstOwn = after[0]?.node;
return {
  block: firstBlock < 0 ? null : checks.describe(owner(leaves[firstBlock].node)),
  content: firstOwn ? checks.describe(owner(firstOwn)) : null,
  words: leaves[firstBlock]?.words.slice(0, 80) ?? "",
  heading: Boolean(heading), landmark: Boolean(landmark), skip, button, changed,
};
