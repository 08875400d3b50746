// Finds what this page repeats of pages of this site that it links to, and which ways there are past that.
const [most] = arguments; // pages to read

const isHtml = document.contentType === "text/html";

const otherPages = () => {
  const all = [...document.querySelectorAll("a[href], area[href]")].map(link => URL.parse(link.href)).filter(Boolean);
  const here = all.filter(url => url.origin === location.origin && url.pathname !== location.pathname);
  return [...new Set(here.map(url => url.origin + url.pathname + url.search))].slice(0, most);
};

// What is read one after the other: texts, and pictures by their alternatives.
const leavesOf = (root, isLeftOut) => {
  const leaves = [];
  const walk = node => {
    const isText = node.nodeType === Node.TEXT_NODE;
    const words = checks.oneLine(isText ? node.data : node.localName === "img" ? node.alt ?? "" : "");
    if (words) leaves.push({ node, words });
    if (isText || node.nodeType !== Node.ELEMENT_NODE) return;
    if (node.matches("script, style, template, noscript, title") || isLeftOut(node)) return;
    checks.childNodesOf(node).forEach(walk);
  };
  walk(root);
  return leaves;
};

const read = async address => {
  const answer = await fetch(address).catch(() => null);
  if (!answer?.ok || !answer.headers.get("Content-Type")?.startsWith("text/html")) return null;
  return new DOMParser().parseFromString(await answer.text(), "text/html");
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

const own = isHtml && document.body ? leavesOf(document.body, element => !checks.isRendered(element)) : [];
const leaves = own.filter(leaf => isPerceived(owner(leaf.node)));

for (const address of leaves.length ? otherPages() : []) {
  const other = await read(address);
  if (other?.body) markRepeated(leaves, leavesOf(other.body, element => element.hidden).map(leaf => leaf.words));
}

const firstBlock = leaves.findIndex(leaf => leaf.isRepeated);
const after = firstBlock < 0 ? [] : leaves.slice(firstBlock).filter(leaf => !leaf.isRepeated);
const isAfter = new Set(after.map(leaf => leaf.node));

const leavesIn = element => leaves.filter(leaf => element.contains(leaf.node));
const ownLeavesIn = element => leavesIn(element).filter(leaf => isAfter.has(leaf.node));

const headingNodes = document.querySelectorAll("h1, h2, h3, h4, h5, h6, [role=heading]");
const heading = after.length && [...headingNodes].some(element =>
  ownLeavesIn(element).length && checks.isVisible(element) && checks.isExposed(element));

// A landmark that begins with what is not repeated; main also if it has any such thing.
const landmark = after.length && checks.everyElement().some(element => {
  const role = checks.landmarkRole(element);
  if (!role || !checks.isExposed(element)) return false;
  return isAfter.has(leavesIn(element)[0]?.node) || (role === "main" && ownLeavesIn(element).length > 0);
});

// What is read first from an element on.
const leafFrom = element =>
  leavesIn(element)[0] ??
  leaves.find(leaf => element.compareDocumentPosition(leaf.node) & Node.DOCUMENT_POSITION_FOLLOWING);

const leadsPast = id => {
  const target = id && document.getElementById(id);
  return Boolean(target) && (ownLeavesIn(target).length > 0 || isAfter.has(leafFrom(target)?.node));
};

const idsIn = text => [...text.matchAll(/#([\w-]+)/g)].map(match => match[1]);

const canPress = "a[href], area[href], button, summary, [role=button], [role=link], [onclick]";
const controls = [...document.querySelectorAll(canPress)];
const links = controls.filter(element => element.hash?.length > 1 && element.pathname === location.pathname);
const skip = after.length > 0 && (
  links.some(link => leadsPast(decodeURIComponent(link.hash.slice(1)))) ||
  controls.some(control => idsIn(control.getAttribute("onclick") ?? "").some(leadsPast)));

const button = after.length > 0 && controls.some(element => !element.matches("a, area") && checks.isExposed(element));

const firstOwn = after[0]?.node;
return {
  block: firstBlock < 0 ? null : checks.describe(owner(leaves[firstBlock].node)),
  content: firstOwn ? checks.describe(owner(firstOwn)) : null,
  words: leaves[firstBlock]?.words.slice(0, 80) ?? "",
  heading: Boolean(heading), landmark: Boolean(landmark), skip, button,
};
