// The page as it was served, before the browser mended it.
const [{ name } = location] = performance.getEntriesByType("navigation");
if (document.contentType !== "text/html") return "";
return (await fetch(name, { cache: "force-cache" })).text();
