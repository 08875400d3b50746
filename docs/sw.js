// Lets the guide work without a network: the pages of help, and each page that was opened. As long as the network
// answers, pages come from it alone, so that nobody reads an old number.

const release = ""; // The build writes it. Empty, the worker deletes what was kept, and itself.

const { scope } = registration;
const help = `${scope}help-now/`;
const prefix = `guide ${scope} `;
const name = prefix + release;
const needed = /<(?:link rel="stylesheet"|script)[^>]* (?:href|src)="([^"]+)/g;

const page = (address) => address.split(/[?#]/)[0];
const isPage = (url) => url.startsWith(scope) && url.endsWith("/");
const load = (address) => fetch(address, { cache: "no-cache" });

// A page, with the styles and scripts without which it is none.
async function keep(address, answer) {
  if (!answer.ok) return;
  const kept = await caches.open(name);
  const html = await answer.clone().text();
  const assets = [...html.matchAll(needed)].map(([, asset]) => new URL(asset, address).href);
  await Promise.all(assets.map(async (asset) => (await kept.match(asset)) ?? kept.add(asset)));
  await kept.put(page(address), answer);
}

// The pages of help come in one file: together they weigh a fifth less.
async function keepHelp() {
  const answer = await load(`${scope}assets/offline.${release}.json`);
  for (const [path, html] of Object.entries(await answer.json())) await keep(scope + path, new Response(html, answer));
}

const ours = async () => (await caches.keys()).filter((key) => key.startsWith(prefix));

// The pages that an older release kept, and those that are open now.
async function keepVisited() {
  const kept = await caches.open(name);
  const old = await Promise.all((await ours()).map(async (key) => (await caches.open(key)).keys()));
  const open = await clients.matchAll({ includeUncontrolled: true });
  const urls = new Set([...old.flat(), ...open].map(({ url }) => page(url)));
  await Promise.allSettled([...urls].map(async (url) => {
    if (isPage(url) && !(await kept.match(url))) await keep(url, await load(url));
  }));
}

async function install() {
  if (release) {
    await keepHelp();
    await keepVisited();
  }
  await skipWaiting();
}

async function activate() {
  const old = (await ours()).filter((key) => !release || key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await (release ? clients.claim() : registration.unregister());
}

async function fromNetwork(event) {
  const { url } = event.request;
  try {
    const answer = await load(event.request);
    event.waitUntil(keep(url, answer.clone()));
    return answer;
  } catch {
    return fromDevice(url);
  }
}

// The kept page, with a word that it is one; or else the way to people who can help.
async function fromDevice(address) {
  const kept = await caches.match(page(address), { cacheName: name });
  if (!kept) return Response.redirect(`${help}?missing`);
  const day = new Date(kept.headers.get("date")).toLocaleDateString("en-US", { dateStyle: "long" });
  const missing = address.endsWith("?missing") ? "That page is not on this device. " : "";
  const note = `<p class="admonition">No connection. ${missing}This is a copy from ${day}. Numbers may have changed.</p>`;
  const html = (await kept.text()).replace(/<main[^>]*>/, (main) => main + note);
  return new Response(html, { headers: { "content-type": "text/html;charset=utf-8" } });
}

// Where the device has no room to keep a file, it comes from the network.
async function asset(request) {
  try {
    const kept = await caches.open(name);
    if (!(await kept.match(request))) await kept.add(request);
    return kept.match(request);
  } catch {
    return fetch(request);
  }
}

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(activate()));
addEventListener("fetch", (event) => {
  const { mode, url } = event.request;
  if (!release) return;
  if (mode === "navigate" && isPage(page(url))) event.respondWith(fromNetwork(event));
  if (url.startsWith(`${scope}assets/`)) event.respondWith(asset(event.request));
});
