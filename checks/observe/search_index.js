// Reads the index of this site's search, if this is the page that the site's search forms lead to.
const field = document.querySelector("form input[type=search], form[role=search] input");
const action = field && URL.parse(field.form.getAttribute("action") ?? "", document.baseURI);
if (action?.origin !== location.origin || action.pathname !== location.pathname) return [];
const named = document.querySelector("script[data-index]")?.dataset.index;
const address = new URL(named || "search_index.json", document.baseURI); // MkDocs puts it beside the page
const answer = await fetch(address).catch(() => null);
const index = answer?.ok ? await answer.json().catch(() => null) : null;
const places = (index?.docs ?? []).map(entry => URL.parse(entry.location, new URL("..", address))?.pathname);
return [...new Set(places.filter(Boolean))];
