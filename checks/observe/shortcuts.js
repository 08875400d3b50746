// Presses each printable key of ASCII, without modifier, while nothing has the focus, and compares the page. Where
// no script listens to keys on the page as a whole, it says so at once. arguments: the milliseconds to wait after each
// key. Without waiting it is quick; if something comes late, it asks to be started again with time: `late`.
const [patience] = arguments;
const kinds = ["keydown", "keypress", "keyup"];
if (!document.body || !usage.path(document.body).some(target => usage.hears(target, kinds))) return { listens: false };

const printable = Array.from({ length: 94 }, (_, number) => String.fromCharCode(33 + number));
const aboutShortcuts = /\b(short-?\s?cuts?|hot-?\s?keys?)\b/i;
const aboutKeys = /\b(short-?\s?cuts?|hot-?\s?keys?|keys?|keyboard|remap|disable|(turn|switch)(ed)? off)\b/i;

const putBack = usage.remember();
const page = usage.stay();

// What a reader can tell: words, what is open or chosen, pictures, colours. Not what scripts note on elements.
const stateful = `details, dialog, input, select, textarea, audio, video, img, [aria-expanded], [aria-pressed],
  [aria-checked], [aria-selected], [aria-current]`;
const stateOf = element => [
  element.open, element.value, element.checked, element.paused, element.currentSrc,
  ...["expanded", "pressed", "checked", "selected", "current"].map(name => element.getAttribute(`aria-${name}`)),
].join();
const states = () => [...document.querySelectorAll(stateful)].map(stateOf);
const look = () => {
  const colours = [document.documentElement, document.body].map(element => {
    const { color, backgroundColor, fontSize } = getComputedStyle(element);
    return [color, backgroundColor, fontSize];
  });
  return JSON.stringify([document.body.innerText, colours, states()]);
};

let changes = 0;
const observer = new MutationObserver(records => (changes += records.length));
observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
const mayDiffer = () => (changes += observer.takeRecords().length) > 0 || String(states()) !== statesBefore;

let before = look();
let statesBefore = String(states());
const place = [scrollX, scrollY];

const whatHappened = () => {
  if (page.happened.length) return page.happened[0].what;
  if (checks.activeElement()) return "focus";
  if (scrollX !== place[0] || scrollY !== place[1]) return "scroll";
  return mayDiffer() && look() !== before ? "content" : "";
};

// Out of whatever the key has led into, so that the next one finds the page and not that.
const comeBack = async () => {
  usage.strike("Escape", checks.activeElement() ?? document.body);
  checks.activeElement()?.blur();
  scrollTo({ left: place[0], top: place[1], behavior: "instant" });
  await usage.wait(0);
  page.happened.length = 0;
  before = look();
  statesBefore = String(states());
};

const changesByItself = async () => {
  await usage.wait(1100); // a clock
  return look() !== before;
};

const effectOf = async key => {
  page.happened.length = 0;
  changes = 0;
  usage.strike(key, document.body);
  await (patience && usage.wait(patience));
  const effect = whatHappened();
  if (!effect) return "";
  await comeBack();
  return patience && effect === "content" && (await changesByItself()) ? "" : effect;
};

const pressAll = async () => {
  const found = [];
  for (const key of printable) {
    const effect = await effectOf(key);
    if (effect) found.push({ key, effect, instrument: "", clear: false });
  }
  return found;
};

checks.activeElement()?.blur();
const found = await pressAll();
await usage.wait(60);
const comesLate = !patience && !found.length && Boolean(whatHappened());
await comeBack();
const late = comesLate && !(await changesByItself());

// What may switch shortcuts off

const canSwitch = `input:is([type=checkbox], [type=radio], [type=button], [type=submit]), select, button,
  [role=switch], [role=checkbox], [role=button]`;
const isButton = control => control.matches("button, [role=button], input[type=button], input[type=submit]");
const nameOf = control => {
  const legend = control.closest("fieldset")?.querySelector("legend");
  return checks.oneLine(`${checks.accessibleName(control)} ${legend?.textContent ?? ""}`);
};

// Each setting of a control other than the one it has, as a function that makes it.
const settingsOf = control => {
  if (!control.matches("select")) return [() => control.click()];
  return [...control.options].filter(option => !option.selected && !option.disabled).slice(0, 6).map(option => () => {
    option.selected = true;
    usage.tell(control);
  });
};

const undo = (control, { index, checked }) => {
  if (control.matches("select")) {
    control.selectedIndex = index;
    usage.tell(control);
  } else if (isButton(control) || control.checked !== checked) control.click();
};

// The shortcuts that then do nothing are those that the control has switched off.
const tryInstrument = async (control, confirming) => {
  const was = { index: control.selectedIndex, checked: control.checked };
  for (const set of settingsOf(control)) {
    set();
    confirming?.click();
    await comeBack();
    for (const shortcut of found.filter(({ clear }) => !clear)) {
      if (await effectOf(shortcut.key)) continue;
      const instrument = nameOf(control);
      Object.assign(shortcut, { instrument, clear: aboutKeys.test(instrument) });
    }
  }
  undo(control, was);
  confirming?.click();
  await comeBack();
};

if (found.length) {
  const usable = control => checks.isVisible(control) && usage.isEnabled(control);
  const instruments = [...document.querySelectorAll(canSwitch)].filter(usable).slice(0, 20);
  const confirming = instruments.filter(control => isButton(control) && aboutKeys.test(nameOf(control)));
  for (const control of instruments) await tryInstrument(control);
  for (const button of confirming) {
    for (const control of instruments.filter(control => !isButton(control))) await tryInstrument(control, button);
  }
}

// Where shortcuts may be switched off or changed, in a way that was not tried: what leads there, a field for a key.
const textFields = "input:is([type=text], :not([type])), [role=textbox]";
const speaksOfShortcuts = element => element.matches(textFields)
  ? usage.isEnabled(element) && aboutKeys.test(nameOf(element))
  : aboutShortcuts.test(checks.accessibleName(element)) && !element.matches("a[href^='#']");
const mentions = found.length && [...document.querySelectorAll(`a[href], button, summary, ${textFields}`)]
  .find(element => checks.isVisible(element) && speaksOfShortcuts(element));

observer.disconnect();
page.release();
return { listens: true, late, found, mentions: mentions ? checks.describe(mentions) : null, changed: putBack() };
