// What must be known before the first paint, so that nothing changes after it: the colors that the reader chose before, and
// whether results of a search will come. Blocking on purpose, and tiny for that reason.
if (/[?&]q=./.test(location.search)) document.documentElement.dataset.query = "";
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is switched off: the system's colors hold.
}
