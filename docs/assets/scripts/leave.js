// The quick way out: the weather takes the place of this page, and of the pages of this guide that the Back button
// would show. The list that a browser keeps as its history is not ours to clear.

const wayOut = document.querySelector(".leave a");
const patience = 1000; // milliseconds between two presses of Shift, and for going back

function leave() {
  document.documentElement.hidden = true;
  const { navigation } = globalThis;
  const first = navigation?.entries().findIndex((entry) => entry.getState()?.guide);
  if (first < navigation?.currentEntry.index) {
    navigation.updateCurrentEntry({ state: { guide: true, left: true } }); // guide.js of the first page goes on
    history.go(first - navigation.currentEntry.index);
    setTimeout(() => location.replace(wayOut.href), patience);
  } else {
    location.replace(wayOut.href);
  }
}

wayOut.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});

let presses = 0;
let last = 0;

addEventListener("keydown", ({ key, repeat, timeStamp }) => {
  if (repeat) return;
  const inTime = timeStamp - last < patience;
  presses = key === "Shift" ? (inTime ? presses : 0) + 1 : 0;
  last = timeStamp;
  if (presses === 3) leave();
});
