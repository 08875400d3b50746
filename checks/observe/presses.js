// Presses what is a button, one after the other, and notes what that changes, until one opens a dialog: then real keys
// take over. arguments: a task; the selector of the light/dark switch; the number of the button to start with.
const [task, themeSwitch, start] = arguments;
const memory = (globalThis[Symbol.for("checks.presses")] ??= {});
const most = 40; // buttons

const sends = control => control.form && control.matches("button:not([type=button]), input[type=submit]");
const isSearch = "input[type=search], [role=searchbox], [role=search] input:is([type=text], :not([type]))";
const isButton = "button, [role=button], input[type=button], input[type=submit]";
const canPress = `${isButton}, [aria-expanded], ${isSearch}`;
const isOther = `summary, select, textarea, [type=reset], a[href]:not([href^="#"]), [role=combobox], [role=switch],
  [role=checkbox], [role=radio], [role=option], [role=treeitem], [role=row], [role=gridcell], [role=tab],
  input:not(${isButton}, ${isSearch})`;
const clicks = ["click", "mousedown", "pointerdown", "mouseup"];
const writable = `textarea, input:not([type=hidden], [type=checkbox], [type=radio], [type=file], [type=submit],
  [type=button])`;
const isNative = "button, input, a[href], summary";

const hears = (element, ...kinds) => usage.path(element).some(target => usage.hears(target, kinds));
const doesSomething = control => {
  if (control.matches(isSearch)) return hears(control, "input", "keyup", "keydown", "change");
  if (sends(control)) return hears(control.form, "submit") || usage.hears(control, ["click"]);
  return control.matches("[popovertarget], [commandfor]") || hears(control, ...clicks);
};
const isCandidate = control =>
  !control.matches(isOther) && !(themeSwitch && control.closest(themeSwitch)) && usage.isEnabled(control) &&
  checks.isVisible(control) && doesSomething(control);

const rest = async () => {
  await usage.wait(30);
  checks.endAnimations();
  await usage.wait(30);
};

const fill = form => {
  for (const field of form.querySelectorAll(writable)) {
    usage.setValue(field, usage.sampleFor(field));
    usage.tell(field);
  }
};

const operate = async control => {
  control.focus({ preventScroll: true });
  if (control.matches(isSearch)) {
    usage.setValue(control, "care");
    usage.tell(control);
    usage.strike("e", control);
    await usage.wait(400); // for those that wait for an end of typing
  } else control.click();
  await rest();
};

// Which keys do something to what is no button by itself.
const keysOf = async control => {
  if (control.matches(isNative) || control.tabIndex < 0 || !checks.isVisible(control)) return null;
  const working = [];
  for (const [key, name] of [["Enter", "Enter"], [" ", "Space"]]) {
    control.focus({ preventScroll: true });
    const html = document.documentElement.outerHTML;
    memory.page.happened.length = 0;
    usage.strike(key, control);
    await rest();
    const changed = document.documentElement.outerHTML !== html || checks.activeElement() !== control;
    if (!changed && !memory.page.happened.length) continue;
    working.push(name);
    control.click();
    await rest();
  }
  return working;
};

const press = async control => {
  const { happened } = memory.page;
  const html = document.documentElement.outerHTML;
  const target = checks.describe(control);
  const before = stateOf(control);
  const standing = dialogsShown();
  happened.length = 0;
  await operate(control);
  const dialog = dialogsShown().find(dialog => !standing.includes(dialog));
  if (dialog) return { dialog };
  const after = stateOf(control);
  const active = checks.activeElement();
  const kind = control.matches(isSearch) ? "search" : sends(control) ? "send" : "button";
  const result = {
    target, kind, texts: textsOf(beyond(after.texts, before.texts), control), expansion: null, keys: null,
    movesFocus: Boolean(active) && active !== control,
  };
  const didSomething = happened.length > 0 || document.documentElement.outerHTML !== html || result.movesFocus;
  if (kind === "send") {
    fill(control.form);
    await operate(control);
    const filled = textsShown();
    if (!happened.length) result.texts.push(...textsOf(beyond(filled, after.texts), control));
    result.movesFocus ||= checks.activeElement() !== control && checks.activeElement() !== null;
  } else if (kind === "button" && didSomething && checks.isVisible(control)) {
    await operate(control);
    result.expansion = expansionOf(before, after, stateOf(control));
    result.keys = await keysOf(control);
  }
  return { result };
};

const tasks = {
  async press() {
    const controls = [...document.querySelectorAll(canPress)].filter(isCandidate).slice(0, most);
    const standing = dialogsShown().filter(hasControl).map(describeDialog);
    if (!controls.length) return { standing, presses: [], dialog: null, changed: "" };
    memory.putBack = usage.remember();
    memory.page = usage.stay();
    const presses = [];
    for (const [number, control] of controls.entries()) {
      if (number < start || !checks.isVisible(control)) continue;
      const { dialog, result } = await press(control);
      if (dialog) {
        Object.assign(memory, { dialog, control });
        return { standing, presses, dialog: await describeOpened(dialog), next: number + 1 };
      }
      presses.push(result);
    }
    memory.page.release();
    return { standing, presses, dialog: null, changed: memory.putBack() };
  },

  last: () => tabStops(memory.dialog).at(-1)?.focus(),

  inside: () => holdsFocus(memory.dialog) || checks.activeElement() === null,

  async escaped() {
    await rest();
    const closed = !memory.dialog.isConnected || !checks.isVisible(memory.dialog);
    if (closed) await usage.wait(100);
    const returned = checks.activeElement() === memory.control;
    memory.page.release();
    return { closed, returned, changed: memory.putBack() };
  },
};

return await tasks[task]();
