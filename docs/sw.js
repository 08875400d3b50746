// Lets the guide work without a network: these pages, and each page that was opened. As long as the network answers,
// pages come from it alone, so that nobody reads an old number.

const always = ["help-now/", "helplines/", "overdose-and-withdrawal/"];
const release = ""; // The build writes it. Empty, the worker deletes what was kept, and itself.

const { scope } = self.registration;
const prefix = `guide ${scope} `;
const name = prefix + release;
const needed = /<(?:link rel="?stylesheet"?|script)[^>]* (?:href|src)="?([^" >]+)/g;

const page = (address) => address.split(/[?#]/)[0];
const load = (address) => fetch(address, { cache: "no-cache" });

// A page, with the styles and scripts without which it is none.
async function keep(answer) {
  if (!answer.ok) throw new Error(answer.url);
  const kept = await caches.open(name);
  const html = await answer.clone().text();
  const assets = [...html.matchAll(needed)].map(([, asset]) => new URL(asset, answer.url).href);
  await Promise.all(assets.map(async (asset) => (await kept.match(asset)) ?? kept.add(asset)));
  await kept.put(page(answer.url), answer);
}

const ours = async () => (await caches.keys()).filter((key) => key.startsWith(prefix));

// The pages that an older release kept, and those that are open now.
async function visited() {
  const old = await Promise.all((await ours()).map(async (key) => (await caches.open(key)).keys()));
  const open = await self.clients.matchAll({ includeUncontrolled: true });
  return [...old.flat(), ...open].map(({ url }) => page(url)).filter((url) => url.startsWith(scope) && url.endsWith("/"));
}

async function install() {
  if (release) {
    const first = always.map((path) => scope + path);
    const others = [...new Set(await visited())].filter((url) => !first.includes(url));
    await Promise.all(first.map(async (url) => keep(await load(url))));
    await Promise.allSettled(others.map(async (url) => keep(await load(url))));
  }
  await self.skipWaiting();
}

async function activate() {
  const old = (await ours()).filter((key) => !release || key !== name);
  await Promise.all(old.map((key) => caches.delete(key)));
  await (release ? self.clients.claim() : self.registration.unregister());
}

async function fromNetwork(event) {
  try {
    const answer = await load(event.request);
    if (answer.ok) event.waitUntil(keep(answer.clone()));
    return answer;
  } catch {
    return fromDevice(event.request.url);
  }
}

// The kept page, with a word that it is one; or else the way to people who can help.
async function fromDevice(address) {
  const kept = await caches.match(page(address), { cacheName: name });
  if (!kept) return Response.redirect(`${scope}${always[0]}?missing`);
  const day = new Date(kept.headers.get("date")).toLocaleDateString("en-US", { dateStyle: "long" });
  const missing = address.endsWith("?missing") ? "The page you asked for is not on this device. " : "";
  const note = `<p class="admonition">No connection. ${missing}This is a copy from ${day}. Numbers may have changed.</p>`;
  const html = (await kept.text()).replace(/<main[^>]*>/, (main) => main + note);
  return new Response(html, { headers: { "content-type": "text/html; charset=utf-8" } });
}

async function asset(request) {
  const kept = await caches.open(name);
  return (await kept.match(request)) ?? kept.add(request).then(() => kept.match(request));
}

self.addEventListener("install", (event) => event.waitUntil(install()));
self.addEventListener("activate", (event) => event.waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const { method, mode, url } = event.request;
  if (!release || method !== "GET" || !url.startsWith(scope)) return;
  if (mode === "navigate" && page(url).endsWith("/")) event.respondWith(fromNetwork(event));
  if (url.startsWith(`${scope}assets/`)) event.respondWith(asset(event.request));
});
