// Opens and closes what a page keeps closed. arguments: what to do, the selector of the light/dark switch, an
// opener. Between calls the page remembers what could be seen before the press and what the press has shown.
const [task, themeSwitch, selector] = arguments;
const memory = (globalThis[Symbol.for("checks.opened")] ??= { before: new Set(), html: "", shown: [] });

const canOpen = `summary, [aria-expanded="false"], [aria-haspopup]:not([aria-haspopup="false"]), button`;

const seen = () => new Set([...document.body.querySelectorAll("*")].filter(checks.isVisible));

const isOpener = element =>
  checks.isVisible(element) && !element.matches(`a[href]:not([href^="#"]), input, select, :disabled,
  [aria-expanded="true"], details[open] > summary`) && !(element.form && element.type !== "button") &&
  !(themeSwitch && element.closest(themeSwitch));

const openersIn = root => [...root.querySelectorAll(canOpen)].filter(isOpener).map(checks.selector);

const tasks = {
  find: () => openersIn(document),

  press() {
    memory.before = seen();
    memory.html = document.documentElement.outerHTML;
    checks.find(selector).click();
  },

  compare() {
    const fresh = [...seen()].filter(element => !memory.before.has(element));
    const all = new Set(fresh);
    memory.shown = fresh.filter(element => !all.has(element.parentElement));
    return memory.shown.length > 0;
  },

  inside: () => [...new Set(memory.shown.flatMap(openersIn))],

  close() {
    const dialogs = [...document.querySelectorAll("dialog[open]")];
    const popovers = [...document.querySelectorAll(":popover-open")];
    dialogs.forEach(dialog => dialog.close());
    popovers.forEach(popover => popover.hidePopover());
    if (!dialogs.length && !popovers.length) checks.find(selector).click();
    memory.shown = [];
    return document.documentElement.outerHTML === memory.html;
  },
};

return tasks[task]();
