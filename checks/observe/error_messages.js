// Lists the fields in sight with their labels, and the texts that are marked as messages about a mistake.
const roles = ["checkbox", "combobox", "listbox", "menuitemcheckbox", "menuitemradio", "radio", "searchbox", "slider",
  "spinbutton", "switch", "textbox"];
const isField = [
  "select", "textarea", "input:not([type=hidden], [type=submit], [type=button], [type=reset], [type=image])",
  ...roles.map(role => `[role=${role}]`),
].join();

const fields = [...document.querySelectorAll(isField)].filter(checks.isVisible);
if (!fields.length) return { fields: [], messages: [] };

const groupOf = field =>
  checks.oneLine(field.closest("fieldset")?.querySelector("legend")?.textContent ??
    field.closest("[role=group], [role=radiogroup]")?.getAttribute("aria-label") ?? "");

// Marked by a role, by what a field refers to, or, in a form, by a name that says so.
const nameOfError = /(?<!(^|[^a-z])(no|non|not|without)[^a-z])(?<![a-z])(errors?|invalid)(?![a-z]|[^a-z]free)/i;
const hasSuchName = element =>
  [element.id, ...element.classList].some(name => nameOfError.test(name.replace(/([a-z])([A-Z])/g, "$1-$2")));
const isInForm = element => {
  const form = element.closest("form, fieldset, [role=form], [role=search]") ?? element.parentElement;
  return !form.matches("body, main") && fields.some(field => form.contains(field));
};
const named = [...document.querySelectorAll("[id], [class]")].filter(hasSuchName).filter(isInForm);
const isInvalid = field => field.getAttribute("aria-invalid") === "true";
const referred = fields.flatMap(field => [
  ...checks.referred(field, "aria-errormessage"),
  ...(isInvalid(field) ? checks.referred(field, "aria-describedby") : []),
]);
const marked = [...new Set([...named, ...referred, ...document.querySelectorAll("[role=alert]")])];

const isOther = `${isField}, form, fieldset, legend, label, code, pre, a, button, h1, h2, h3, h4, h5, h6`;
const isMessage = element =>
  !element.matches(isOther) && !element.querySelector(isField) && checks.isOnScreen(element) &&
  Boolean(element.innerText?.trim()) && element.innerText.length < 400;

// The one field beside it: the field or its label comes right before or after, within the same line or box.
const besides = element => {
  const holder = element.parentElement;
  const inside = [...holder.querySelectorAll(isField)].filter(field => fields.includes(field));
  if (inside.length === 1 && !holder.matches("form, body, main")) return inside;
  const before = inside.findLast(field => field.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
  if (!before || before.closest("fieldset") !== element.closest("fieldset")) return [];
  const between = document.createRange();
  between.setStartAfter(before);
  between.setEndBefore(element);
  return between.toString().trim() ? [] : [before];
};

const refersTo = (field, element) =>
  ["aria-errormessage", "aria-describedby", "aria-labelledby"].some(name =>
    checks.referred(field, name).some(other => other.contains(element)));

const texts = marked.filter(isMessage);
const messages = texts.filter(element => !texts.some(other => other !== element && other.contains(element)));
return {
  fields: fields.map(field => ({ label: checks.accessibleName(field), group: groupOf(field) })),
  messages: messages.map(element => {
    const tied = fields.filter(field => refersTo(field, element));
    const invalid = fields.filter(isInvalid);
    const about = new Set([...tied, ...besides(element), ...(invalid.length === 1 ? invalid : [])]);
    return {
      target: checks.describe(element),
      lines: element.innerText.split(/\n+/).map(checks.oneLine).filter(Boolean),
      about: [...about].map(field => fields.indexOf(field)),
      hidden: Boolean(element.closest("[aria-hidden=true]")) && !tied.length,
    };
  }),
};
