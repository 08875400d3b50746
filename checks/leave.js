// Before the next page is opened: forgets what this one has stored for its tab (DevTools clears everything else), and
// lets it lead nowhere any more, or what it had begun might come up in place of the next page.
const { navigation, stop } = globalThis[Symbol.for("checks.watch")] ?? globalThis;
stop();
navigation.addEventListener("navigate", event => event.cancelable && event.preventDefault());
try {
  sessionStorage.clear();
} catch {
  // A page without an address of its own, as a new tab has it, stores nothing.
}
