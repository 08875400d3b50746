// Dialogs: those in sight, and what is to be known of one that a press has opened.
const isDialog = "dialog, [role=dialog], [role=alertdialog], [aria-modal=true]";
const dialogsShown = () =>
  [...document.querySelectorAll(isDialog)].filter(dialog =>
    checks.isVisible(dialog) && !dialog.closest("[aria-hidden=true], [inert]"));

// Dialogs are named by their author alone: <https://www.w3.org/TR/wai-aria-1.2/#dialog>.
const isNamed = dialog => (checks.label(dialog) || dialog.title).trim() !== "";

const describeDialog = dialog => ({ target: checks.describe(dialog), named: isNamed(dialog) });

const isModal = dialog => dialog.matches(":modal, [aria-modal=true]");
const holdsFocus = dialog => dialog.contains(document.activeElement);

// Scripts move the focus when a transition has ended.
const takesFocus = async dialog => {
  for (let tries = 0; tries < 10 && !holdsFocus(dialog); tries++) await usage.wait(50);
  return holdsFocus(dialog);
};

const tabStops = dialog => [...dialog.querySelectorAll("*")].filter(element =>
  element.tabIndex >= 0 && usage.isEnabled(element) && element.checkVisibility({ visibilityProperty: true }));

const canUse = "button, a[href], input, select, textarea, summary, [role=button], [role=link]";
const hasControl = dialog => dialog.querySelector(canUse) !== null;

const describeOpened = async dialog => ({
  ...describeDialog(dialog),
  modal: isModal(dialog),
  takesFocus: await takesFocus(dialog),
  hasWayOut: hasControl(dialog),
});
