// Changes each field in sight that a script listens to, and notes what else that does. arguments: the selector of
// the light/dark switch, which another state uses.
const [themeSwitch] = arguments;
const kinds = ["input", "change", "click", "mousedown", "keydown", "keypress", "keyup", "beforeinput"];
const most = 60; // fields; a page with more has the same ones over and over

const isChosen = "input[type=checkbox], input[type=radio], [role=checkbox], [role=radio], [role=switch]";
const isTyped = `textarea, input:not([type=checkbox], [type=radio], [type=hidden], [type=submit], [type=button],
  [type=reset], [type=image], [type=file], [readonly])`;

const isUsable = field =>
  usage.isEnabled(field) && !(themeSwitch && field.closest(themeSwitch)) &&
  [field, ...(field.labels ?? [])].some(checks.isVisible);
const fields = [...document.querySelectorAll(`select, ${isChosen}, ${isTyped}`)].filter(isUsable);
const heard = fields.filter(field => usage.path(field).some(target => usage.hears(target, kinds))).slice(0, most);
if (!heard.length) return { fields: fields.length, changes: [], changed: "" };

const late = heard.some(field => field.matches(isTyped)) ? 400 : 60; // milliseconds; some wait for an end of typing

const putBack = usage.remember();
const page = usage.stay();

// Each way of changing a field, as a function that does it and returns one that undoes it.
const choose = select => {
  const others = [...select.options].filter(option => !option.selected && !option.disabled);
  return [...new Set([others[0], others.at(-1)])].filter(Boolean).map(option => () => {
    const was = select.selectedIndex;
    option.selected = true;
    usage.tell(select);
    return () => {
      select.selectedIndex = was;
      usage.tell(select);
    };
  });
};

const tick = field => [() => {
  const was = field.type === "radio" && field.name &&
    [...document.getElementsByName(field.name)].find(other => other.checked && other.form === field.form);
  field.click();
  return () => {
    if (was) was.click(); else if (field.type !== "radio") field.click(); else {
      field.checked = false;
      usage.tell(field);
    }
  };
}];

const type = field => [() => {
  const was = field.value;
  const text = usage.sampleFor(field);
  usage.setValue(field, text);
  usage.strike(text.at(-1) ?? "a", field);
  usage.tell(field);
  return () => {
    usage.setValue(field, was);
    usage.tell(field);
  };
}];

const waysOf = field => (field.matches("select") ? choose(field) : field.matches(isChosen) ? tick(field) : type(field));

// What a reader reads before they come to the field, and its own words.
const tellsOfIt = new RegExp([
  "\\bautomatic", "\\b(as soon as|immediately|right away|at once)\\b",
  "\\b(opens?|goes|leads?|takes you|jumps?|moves?|reloads?|sends?|submits?|updates?)\\b",
].join("|"), "i");
const announcement = field => {
  const before = document.createRange();
  before.setStartBefore(field.closest("form, fieldset, section, article, main") ?? document.body);
  before.setEndAfter(field.labels?.[0] && !field.contains(field.labels[0]) ? field.labels[0] : field);
  const described = checks.referred(field, "aria-describedby").map(other => other.textContent);
  const words = [checks.accessibleName(field), ...described, before.toString().slice(-400)];
  const sentences = words.flatMap(text => checks.oneLine(text).split(/(?<=[.:!?])\s/));
  return sentences.find(sentence => tellsOfIt.test(sentence)) ?? "";
};

const isOwn = (field, active) =>
  field.contains(active) || active.contains(field) ||
  ["aria-controls", "aria-owns"].some(name => checks.referred(field, name).some(other => other.contains(active))) ||
  (field.name && active.name === field.name);

const effects = ["navigation", "submit", "window", "message"];
const effectOn = (field, held) => {
  const event = page.happened.find(({ what }) => effects.includes(what));
  if (event) return { effect: event.what, to: event.to };
  const active = checks.activeElement();
  return active && active !== held && !isOwn(field, active) ? { effect: "focus", to: checks.selector(active) } : null;
};

const changeAll = async patience => {
  const changes = [];
  for (const field of heard) {
    for (const change of waysOf(field)) {
      field.focus({ preventScroll: true });
      const held = checks.activeElement();
      page.happened.length = 0;
      const undo = change();
      await (patience && usage.wait(patience));
      const effect = effectOn(field, held);
      if (effect) changes.push({ target: checks.describe(field), ...effect, announced: announcement(field) });
      undo();
      if (effect) break;
    }
  }
  return changes;
};

let changes = await changeAll(0);
page.happened.length = 0;
const held = checks.activeElement();
await usage.wait(late);
if (!changes.length && effectOn(heard[0], held)) changes = await changeAll(late);
if (changes.length) await usage.wait(late); // putting it back may have set the same going

page.release();
return { fields: fields.length, changes, changed: putBack() };
