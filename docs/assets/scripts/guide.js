// What the shell adds where scripts run: the color switch, Escape for the menu, pages that work without a network, and a
// quick way out that is not undone by the Back button. Everything else works without.

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

// What is kept for later must not compete with what is read now.
const { src, dataset } = document.currentScript;
if ("offline" in dataset) {
  addEventListener("load", () => navigator.serviceWorker?.register(new URL("../../sw.js", src)).catch(() => {}));
}

// The quick way out: the weather takes the place of this page, and of the pages of this guide that the Back button would
// show. For that the reader goes back to the first of them, with a mark that leads on from there. The list that a browser
// keeps as its history is not ours to clear.

const elsewhere = "https://www.weather.gov/";
const patience = 1000; // milliseconds between two presses of Shift, and for going back
const tab = globalThis.navigation;
tab?.updateCurrentEntry({ state: { guide: true } });

function takeWayOut() {
  document.documentElement.hidden = true;
  const first = tab?.entries().findIndex((entry) => entry.getState()?.guide);
  if (first < tab?.currentEntry.index) {
    tab.updateCurrentEntry({ state: { guide: true, left: true } });
    history.go(first - tab.currentEntry.index);
    setTimeout(() => location.replace(elsewhere), patience);
  } else {
    location.replace(elsewhere);
  }
}

function leadOn() {
  if (!tab?.entries().some((entry) => entry.getState()?.left)) return;
  document.documentElement.hidden = true;
  location.replace(elsewhere);
}

leadOn();
addEventListener("pageshow", leadOn);

function offerWayOut(link) {
  let presses = 0;
  let last = 0;

  link.addEventListener("click", (event) => {
    event.preventDefault();
    takeWayOut();
  });
  addEventListener("keydown", ({ key, repeat, timeStamp }) => {
    if (repeat) return;
    const inTime = timeStamp - last < patience;
    presses = key === "Shift" ? (inTime ? presses : 0) + 1 : 0;
    last = timeStamp;
    if (presses === 3) takeWayOut();
  });
}

document.querySelectorAll("a[data-way-out]").forEach(offerWayOut);
