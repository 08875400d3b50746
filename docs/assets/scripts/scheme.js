// Sets the colors that the reader chose before, ahead of the first paint. Blocking on purpose, and tiny for that reason.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is switched off: the system's colors hold.
}
