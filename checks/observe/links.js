// Lists the links that screen readers get, with what is said of them around them; and reads the pages of this site
// to which links lead that read alike, of which the same is said, and which have different addresses.
const [limit] = arguments; // milliseconds for a page to load

// Where a link leads: by its address, or by what a click is written to do.
const addressOf = element => {
  const written = element.getAttribute("href") ?? element.getAttribute("xlink:href");
  const done = element.getAttribute("onclick")?.match(/\blocation\b[^'"]*['"]([^'"]+)['"]/)?.[1];
  const address = written ?? done ?? "";
  return URL.canParse(address, document.baseURI) ? new URL(address, document.baseURI).href : "";
};

const withoutPlace = address => address.replace(/#.*$/, "");

const landmarkOf = element => around(element).find(checks.landmarkRole);

// A short text just before the paragraph of a link, such as "For patients:".
const labelOf = element => {
  const block = around(element).find(at => !isInline(at));
  const before = block && block !== document.body ? block.previousElementSibling : null;
  return before && !before.querySelector("a[*|href]") ? checks.oneLine(checks.spoken(before)) : "";
};

const describe = element => {
  const name = checks.accessibleName(element);
  const { context, place } = contextOf(element, name);
  return { element, name, context, place, address: addressOf(element) };
};

const links = checks.everyElement().filter(element => isLink(element) && checks.isExposed(element)).map(describe)
  .filter(link => link.name);

const groups = Map.groupBy(links.filter(link => link.address), link => `${link.name.toLowerCase()}\n${link.place}`);

const sets = [...groups.values()]
  .flatMap(group => [...Map.groupBy(group, link => landmarkOf(link.element)).values()])
  .filter(set => new Set(set.map(link => withoutPlace(link.address))).size > 1);

const isPageHere = address =>
  URL.parse(address)?.origin === location.origin && /(\/|\.html?|\/[^./]*)$/.test(URL.parse(address).pathname);

const loaded = frame =>
  new Promise(resolve => {
    frame.addEventListener("load", () => resolve(true), { once: true });
    setTimeout(resolve, limit, false);
  });

const isRedirect = page => /^\s*0\s*;/.test(page.querySelector("meta[http-equiv=refresh i]")?.content ?? "");

// What a page of this site says, after its scripts, without its navigation. It is shown in a frame that cannot
// take over this page.
const read = async address => {
  const frame = document.createElement("iframe");
  frame.sandbox = "allow-same-origin allow-scripts";
  frame.style = "position: fixed; left: -3000px; width: 1280px; height: 800px";
  frame.src = address;
  const first = loaded(frame);
  document.documentElement.append(frame);
  let isThere = await first;
  if (isThere && frame.contentDocument && isRedirect(frame.contentDocument)) isThere = await loaded(frame);
  const page = isThere && frame.contentDocument;
  for (const part of page ? page.querySelectorAll("nav, body > header, body > footer") : []) part.remove();
  const main = page && (page.querySelector("main, [role=main]") ?? page.body);
  const answer = main ? { title: page.title, words: checks.oneLine(main.innerText).slice(0, 5000) } : null;
  frame.remove();
  return answer;
};

const pages = {};
for (const { address } of sets.flat()) {
  const page = withoutPlace(address);
  if (isPageHere(page) && page !== withoutPlace(location.href)) pages[page] ??= await read(page);
}

const leads = link => ({
  target: checks.describe(link.element),
  name: link.name,
  address: withoutPlace(link.address),
  label: labelOf(link.element),
  page: pages[withoutPlace(link.address)] ?? null,
});

return {
  links: links.map(({ element, name, context }) => ({ target: checks.describe(element), name, context })),
  sets: sets.map(set => set.map(leads)),
};
