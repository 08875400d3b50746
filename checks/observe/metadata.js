// What the page's head and its data blocks say to programs, and what of it the page shows to people.
const content = selector => document.querySelector(selector)?.getAttribute("content")?.trim() ?? "";
const here = location.href.split("#")[0];
const written = document.querySelector("link[rel~=canonical]")?.getAttribute("href");
const canonical = written ? URL.parse(written, document.baseURI) : null;

// Where a link leads: as this copy of the page has it, and as the published page does.
const led = href => [document.baseURI, canonical].filter(Boolean).map(base => URL.parse(href, base)?.href ?? "");
const links = [...document.querySelectorAll("a[href], area[href]")].map(element =>
  ({ words: checks.oneLine(element.textContent), addresses: led(element.getAttribute("href")) }));

// The numbers of notes and sources stand between words that belong together.
const isMark = element =>
  element.matches("sup, a[href^='#']") && /^\W*(\w+\s+)?\d+\W*$/.test(element.textContent);

const isNoText = element => element.matches("script, style, template, noscript") || isMark(element);

const texts = (node, isSkipped) => [...node.childNodes].flatMap(child => {
  if (child.nodeType === Node.TEXT_NODE) return [child.data];
  if (child.nodeType !== Node.ELEMENT_NODE || isSkipped(child)) return [];
  return [" ", ...texts(child.shadowRoot ?? child, isSkipped), " "];
});

const words = isSkipped => checks.oneLine(texts(document.body ?? document.documentElement, isSkipped).join(""));

// A picture of this very site, as this copy has it: whether it is there. Null where nobody can tell.
const isThere = async address => {
  const picture = URL.parse(address, document.baseURI);
  const start = canonical?.pathname.endsWith(location.pathname)
    ? canonical.pathname.slice(0, -location.pathname.length) : null;
  const isPublished = start !== null && picture?.origin === canonical.origin && picture.pathname.startsWith(start);
  const copy = isPublished ? location.origin + picture.pathname.slice(start.length) : picture?.href;
  if (!copy || new URL(copy).origin !== location.origin) return null;
  return fetch(copy, { method: "HEAD" }).then(answer => answer.ok, () => null);
};

const previews = [...document.querySelectorAll("meta[property^='og:'][content]")];
const image = previews.find(meta => /^og:image(:url|:secure_url)?$/.test(meta.getAttribute("property")));
return {
  title: checks.oneLine(document.title),
  here,
  canonical: canonical?.href ?? "",
  description: content("meta[name=description i]"),
  isListed: !/\b(noindex|none)\b/i.test(content("meta[name=robots i]")),
  previews: previews.map(meta => [meta.getAttribute("property"), meta.getAttribute("content").trim()]),
  imageIsThere: image ? await isThere(image.getAttribute("content")) : null,
  blocks: [...document.querySelectorAll("script[type='application/ld+json' i]")].map(script => script.textContent),
  headings: [...document.querySelectorAll("h1")].map(heading => checks.oneLine(heading.textContent)),
  days: [...document.querySelectorAll("time")].map(time => (time.getAttribute("datetime") ?? "").slice(0, 10)),
  links,
  texts: [words(isNoText), words(element => isNoText(element) || checks.isCutAway(element))],
};
