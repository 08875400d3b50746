// What has to be done ahead of the first paint. Blocking on purpose, and tiny for that reason.

// Sets the colors that the reader chose before.
try {
  const scheme = localStorage.getItem("scheme");
  if (scheme) document.documentElement.dataset.scheme = scheme;
} catch {
  // Storage is switched off: the system's colors hold.
}

// A reader who takes the quick way out (leave.js) goes back to the first page of the guide, and is led past it here.
const tab = globalThis.navigation;
tab?.updateCurrentEntry({ state: { guide: true } });

function leadOn() {
  if (!tab?.entries().some((entry) => entry.getState()?.left)) return;
  document.documentElement.hidden = true;
  location.replace("https://www.weather.gov/");
}

leadOn();
addEventListener("pageshow", leadOn);
