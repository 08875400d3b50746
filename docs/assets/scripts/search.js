// Finds the words that a reader typed in the guide's index and lists the pages, best first. Loaded on the search page only.
// publish/optimise/search.py makes the index; inverted.py says how words and pages are written in it, words.py what a stem is.

const indexAddress = new URL(document.currentScript.dataset.index, location.href);
const root = new URL("..", indexAddress);
const weights = { title: 8, also: 6, heading: 4, often: 2, once: 1 };
const whole = 4; // more for each word of a title, keyword or heading that was typed as a whole
const ofCommon = 0.3; // of what a word counts that most pages have
const most = 20; // pages shown
const few = 3; // pages with all words, below which pages with some of them are shown too
const longest = 12; // words looked at
const articles = ["a", "an", "the"];

const wordsOf = (text) => text.toLowerCase().replace(/['’]/g, "").match(/[\p{L}\p{N}]+/gu) ?? [];

function readIndex({ docs, endings, little, words, pages }) {
  const patterns = endings.map(([pattern, instead]) => [new RegExp(pattern, "u"), instead]);
  const stemOf = (word) => patterns.reduce((rest, [pattern, instead]) => rest.replace(pattern, instead), word);
  const terms = new Map();
  const term = (form) => {
    const stem = stemOf(form);
    if (!terms.has(stem)) terms.set(stem, { form, stem, weights: new Map() });
    return terms.get(stem);
  };
  readWords(words, pages, term);
  for (const word of little.split(" ")) term(word).common = true;
  const readDoc = (doc, page) => {
    const stemsOf = (text, weight) => wordsOf(text).map(term).map(({ stem, weights }) => {
      weights.set(page, Math.max(weight, weights.get(page) ?? 0));
      return stem;
    });
    const title = stemsOf(doc.title, weights.title);
    const named = [title, ...doc.also.map((text) => stemsOf(text, weights.also))];
    const headings = doc.headings.map(readHeading).map((heading) => ({ ...heading, stems: stemsOf(heading.text, weights.heading) }));
    return { ...doc, named, headings, phrases: [...named, ...headings.map(({ stems }) => stems)] };
  };
  return { docs: docs.map(readDoc), terms, stemOf };
}

function readWords(words, pages, term) {
  const listed = pages.split(" ");
  let form = "";
  for (const [place, [, shared, rest]] of [...words.matchAll(/([A-Z])([^A-Z]*)/g)].entries()) {
    form = form.slice(0, shared.charCodeAt() - 65) + rest;
    const found = term(form);
    found.common = listed[place].startsWith("!");
    let page = -1;
    for (const [, more, letter] of listed[place].matchAll(/(\d*)([a-z])/gi)) {
      page += 26 * more + letter.toLowerCase().charCodeAt() - 96;
      found.weights.set(page, letter < "a" ? weights.often : weights.once);
    }
  }
}

function readHeading(heading) {
  const [, text, id] = heading.match(/^(.*?)(?:#([^#]*))?$/u);
  return { text, id: id ?? text.toLowerCase().match(/[a-z0-9]+/g)?.join("-") };
}

// How many letters are too many, too few, wrong or swapped with their neighbor, or more than `limit`.
function distance(first, second, limit) {
  if (Math.abs(first.length - second.length) > limit) return Infinity;
  let beforeLast = [];
  let last = [...Array(second.length + 1).keys()];
  for (let row = 1; row <= first.length; row += 1) {
    const now = [row];
    for (let column = 1; column <= second.length; column += 1) {
      const same = first[row - 1] === second[column - 1];
      now[column] = Math.min(last[column] + 1, now[column - 1] + 1, last[column - 1] + (same ? 0 : 1));
      if (first[row - 1] === second[column - 2] && first[row - 2] === second[column - 1]) {
        now[column] = Math.min(now[column], beforeLast[column - 2] + 1);
      }
    }
    if (Math.min(...now) > limit) return Infinity;
    [beforeLast, last] = [last, now];
  }
  return last[second.length] > limit ? Infinity : last[second.length];
}

// The word itself; else the words that it begins; else those that it misspells.
function meant({ terms, stemOf }, word) {
  const exact = terms.get(stemOf(word));
  if (exact) return { word, terms: [exact] };
  const all = [...terms.values()];
  const begun = word.length < 3 ? [] : all.filter(({ form }) => form.startsWith(word));
  if (begun.length > 0) return { word, terms: begun };
  const limit = word.length < 5 ? 0 : word.length < 9 ? 1 : 2;
  const one = word.replace(/s$/, "");
  const far = all.map(({ form }) => Math.min(distance(word, form, limit), one === word ? limit + 1 : distance(one, form, limit)));
  const nearest = Math.min(...far);
  return { word, near: true, terms: nearest > limit ? [] : all.filter((_, place) => far[place] === nearest) };
}

// A typed word with the pages that have it, and what it counts: the fewer pages, the more.
function weighed(typed, count) {
  const pages = new Map();
  for (const term of typed.terms) {
    for (const [page, weight] of term.weights) pages.set(page, Math.max(weight, pages.get(page) ?? 0));
  }
  const common = typed.terms.some((term) => term.common);
  return { ...typed, pages, common, value: Math.log(1 + count / Math.max(1, pages.size)) * (common ? ofCommon : 1) };
}

const asPhrase = (stems) => ` ${stems.filter((stem) => !articles.includes(stem)).join(" ")} `;

// Pages with all typed words, and pages with half of them if there are few of the first. Common words need not be there,
// and a page with a boost need have no more than one of its keywords: help comes first, whatever else was typed.
function find(index, query) {
  const words = wordsOf(query).slice(0, longest).map((word) => meant(index, word));
  const known = words.filter(({ terms }) => terms.length > 0);
  const typed = [...new Map(known.map((one) => [one.terms[0].stem, weighed(one, index.docs.length)])).values()];
  const needed = typed.filter(({ common }) => !common);
  const values = new Map(typed.flatMap(({ terms, value }) => terms.map(({ stem }) => [stem, value])));
  const sum = (stems) => [...new Set(stems)].reduce((total, stem) => total + (values.get(stem) ?? 0), 0);
  const said = asPhrase(known.map(({ terms }) => terms[0].stem));
  const isSaid = (stems) => asPhrase(stems).trim() !== "" && said.includes(asPhrase(stems));
  const found = index.docs.map((doc, page) => {
    const single = typed.reduce((total, { pages, value }) => total + value * (pages.get(page) ?? 0), 0);
    const together = whole * Math.max(0, ...doc.phrases.filter(isSaid).map(sum));
    const isUrgent = doc.boost > 1 && doc.named.some(isSaid);
    const has = isUrgent ? needed.length : needed.filter(({ pages }) => pages.has(page)).length;
    return { doc, has, rank: (single + together) * (doc.boost ?? 1), heading: headingFor(doc, sum) };
  }).filter(({ rank, has }) => rank > 0 && 2 * has >= needed.length).sort((a, b) => b.rank - a.rank);
  const full = found.filter(({ has }) => has === needed.length).slice(0, most);
  const some = full.length < few ? found.filter(({ has }) => has < needed.length).slice(0, most - full.length) : [];
  const missing = words.filter(({ near, terms }) => near || terms.length === 0).map(({ word }) => word);
  const formOf = ({ near, word, terms }) => near ? terms.map(({ form }) => form).join(" or ") : word;
  return { full, some, missing, searched: known.map(formOf).join(" ") };
}

// The heading that has more of what was typed than the title, and no less than a keyword.
function headingFor({ named: [title, ...keywords], headings }, sum) {
  const [best] = headings.map((heading) => ({ ...heading, value: sum(heading.stems) })).sort((a, b) => b.value - a.value);
  return best?.value > sum(title) && best.value >= Math.max(0, ...keywords.map(sum)) ? best : null;
}

const pagesIn = ({ length }) => length === 1 ? "1 page" : length === most ? `The first ${most} pages` : `${length} pages`;

function sentence({ full, some, missing, searched }, query) {
  if (full.length + some.length === 0) return `No page has “${query}”. Try another word, or look in the A–Z below.`;
  const lost = missing.length > 0 ? `No page has ${missing.map((word) => `“${word}”`).join(" or ")}. ` : "";
  const name = `“${missing.length > 0 ? searched : query}”`;
  if (some.length === 0) return `${lost}${pagesIn(full)} for ${name}.`;
  if (full.length === 0) return `${lost}No page has all words of ${name}. ${pagesIn(some)} with some of them.`;
  return `${lost}${pagesIn(full)} for ${name}, then ${pagesIn(some)} with some of these words.`;
}

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

const said = make("p", {});
said.setAttribute("role", "status");
const list = make("ol", {});
const help = make("p", { hidden: true }, "In danger, or need to talk? ", make("a", { href: new URL("help-now/", root), textContent: "Get help now" }), ".");
const results = make("section", { className: "results" }, make("h2", { id: "results", textContent: "Results" }), said, list, help);
results.setAttribute("aria-labelledby", "results");

function result({ doc, heading }) {
  const address = new URL(doc.location + (heading ? `#${heading.id}` : ""), root);
  const name = heading ? `${doc.title} – ${heading.text}` : doc.title;
  return make("li", {}, make("a", { href: address, textContent: name }), make("p", { textContent: doc.text }));
}

function show(text, pages) {
  help.hidden = pages.length > 0;
  list.replaceChildren(...pages.map(result));
  said.textContent = text;
}

async function start() {
  const query = new URLSearchParams(location.search).get("q")?.trim();
  if (!query) return;
  document.querySelector("#site-search").value = query;
  document.querySelector("main h1").after(results);
  try {
    const response = await fetch(indexAddress);
    if (!response.ok) throw new Error(response.statusText);
    const found = find(readIndex(await response.json()), query);
    show(sentence(found, query), [...found.full, ...found.some]);
  } catch {
    show("The search did not load. The A–Z below lists every page.", []);
  }
}

start().finally(() => delete document.documentElement.dataset.query);
