// What the shell adds where scripts run: the color switch, Escape for the menu, pages that work without a network, and
// the first page's part in the quick way out. Everything else works without.

const systemIsDark = matchMedia("(prefers-color-scheme: dark)");
const schemeSwitch = document.querySelector("button.scheme");

function isDark() {
  const chosen = document.documentElement.dataset.scheme;
  return chosen ? chosen === "dark" : systemIsDark.matches;
}

function showScheme() {
  schemeSwitch.setAttribute("aria-checked", String(isDark()));
}

function changeScheme() {
  const scheme = isDark() ? "light" : "dark";
  document.documentElement.dataset.scheme = scheme;
  try {
    localStorage.setItem("scheme", scheme);
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  showScheme();
}

schemeSwitch.addEventListener("click", changeScheme);
systemIsDark.addEventListener("change", showScheme);
showScheme();
schemeSwitch.hidden = false;

const menu = document.querySelector("details.menu");

menu.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !menu.open) return;
  menu.open = false;
  menu.querySelector("summary").focus();
});

const { src, dataset } = document.currentScript;
if ("offline" in dataset) navigator.serviceWorker?.register(new URL("../../sw.js", src)).catch(() => {});

// A reader who takes the quick way out (leave.js) goes back to the first page with this mark, and is led past it here.
const tab = globalThis.navigation;
tab?.updateCurrentEntry({ state: { guide: true } });

function leadOn() {
  if (!tab?.entries().some((entry) => entry.getState()?.left)) return;
  document.documentElement.hidden = true;
  location.replace("https://www.weather.gov/");
}

leadOn();
addEventListener("pageshow", leadOn);
