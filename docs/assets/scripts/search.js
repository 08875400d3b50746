// Finds the words that a reader typed in the guide's index and lists the pages, best first. Loaded on the search page only.

const indexAddress = new URL(document.currentScript.dataset.index, location.href);
const root = new URL("..", indexAddress);
const weights = { title: 8, also: 6, text: 1 };
const most = 20;

const wordsOf = (text) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function plain(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.replace(/\s+/g, " ").trim();
}

// One letter too many, too few, wrong or swapped still counts as the same word.
function isNear(word, typed) {
  if (typed.length < 5 || Math.abs(word.length - typed.length) > 1) return false;
  let start = 0;
  while (start < typed.length && word[start] === typed[start]) start += 1;
  const rest = (text, skipped) => text.slice(start + skipped);
  return rest(word, 1) === rest(typed, 1)
    || rest(word, 1) === rest(typed, 0)
    || rest(word, 0) === rest(typed, 1)
    || (word[start] === typed[start + 1] && word[start + 1] === typed[start] && rest(word, 2) === rest(typed, 2));
}

function closeness(word, typed) {
  if (word === typed) return 3;
  if (word.startsWith(typed)) return 2;
  return isNear(word, typed) ? 1 : 0;
}

// Each typed word must occur somewhere in the entry; the sum of its best matches is the entry's rank.
function rank(entry, typedWords) {
  let total = 0;
  for (const typed of typedWords) {
    let best = 0;
    for (const [field, weight] of Object.entries(weights)) {
      for (const word of entry.words[field]) best = Math.max(best, weight * closeness(word, typed));
    }
    if (best === 0) return 0;
    total += best;
  }
  return total;
}

function find(entries, query) {
  const typedWords = wordsOf(query);
  if (typedWords.length === 0) return [];
  const bestOfPage = new Map();
  for (const entry of entries) {
    const found = { entry, rank: rank(entry, typedWords) };
    const page = entry.location.split("#")[0];
    if (found.rank > (bestOfPage.get(page)?.rank ?? 0)) bestOfPage.set(page, found);
  }
  return [...bestOfPage.values()].sort((a, b) => b.rank - a.rank).slice(0, most).map(({ entry }) => entry);
}

function extract(text, typedWords) {
  const positions = typedWords.map((word) => text.toLowerCase().indexOf(word)).filter((position) => position >= 0);
  const middle = positions.length > 0 ? Math.min(...positions) : 0;
  const start = middle < 80 ? 0 : text.indexOf(" ", middle - 60) + 1;
  const end = text.length - start < 200 ? text.length : text.lastIndexOf(" ", start + 200);
  return `${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const count = make("p", {});
count.setAttribute("role", "status");
const list = make("ol", {});
const results = make("section", { className: "results", hidden: true }, make("h2", { id: "results", textContent: "Results" }), count, list);
results.setAttribute("aria-labelledby", "results");
document.querySelector("main h1").after(results);

function show(entries, query) {
  const found = find(entries, query);
  const pages = found.length === 1 ? "1 page" : `${found.length} pages`;
  count.textContent = found.length > 0
    ? `${pages} for “${query}”.`
    : `No page has “${query}”. Try another word, or look in the A–Z below.`;
  list.replaceChildren(...found.map((entry) => make("li", {},
    make("a", { href: new URL(entry.location, root), textContent: entry.heading }),
    make("p", { textContent: extract(plain(entry.text), wordsOf(query)) }))));
  results.hidden = false;
}

// Sections carry their own title only; a reader needs the page's as well.
function prepare(documents) {
  const titles = new Map(documents.filter(({ location }) => !location.includes("#")).map(({ location, title }) => [location, title]));
  return documents.map((entry) => {
    const page = titles.get(entry.location.split("#")[0]) ?? entry.title;
    const heading = page === entry.title ? page : `${page} – ${entry.title}`;
    return { ...entry, heading: plain(heading), words: { title: wordsOf(heading), also: wordsOf(entry.also ?? ""), text: wordsOf(entry.text) } };
  });
}

async function start() {
  const query = new URLSearchParams(location.search).get("q")?.trim();
  if (!query) return;
  const field = document.querySelector("#site-search");
  field.value = query;
  try {
    const response = await fetch(indexAddress);
    if (!response.ok) throw new Error(response.statusText);
    show(prepare((await response.json()).docs), query);
  } catch {
    count.textContent = "The search did not load. The A–Z below lists every page.";
    results.hidden = false;
  }
}

start();
