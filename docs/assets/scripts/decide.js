// Gathers what a reader ticked and wrote on the decision aid into a summary to print. Nothing is stored or sent.

const place = document.querySelector(".answers");
const summary = place.closest("section");
const article = summary.parentElement;
const sections = [...article.querySelectorAll(":scope > section")].filter((section) => section.querySelector("input, textarea"));
const [safety, ...parts] = sections;

function make(name, properties, ...children) {
  const element = Object.assign(document.createElement(name), properties);
  element.append(...children);
  return element;
}

// What the reader says in one part: the words of the ticked boxes, and each field with what was written in it.
function answersIn(section) {
  return [...section.querySelectorAll("label")].flatMap((label) => {
    const words = label.querySelector("span").textContent.trim();
    const control = label.querySelector("input, textarea");
    if (control.type === "checkbox") return control.checked ? [words] : [];
    return control.value.trim() ? [`${words} ${control.value.trim()}`] : [];
  });
}

function showAnswers() {
  const answered = parts.map((part) => [part.querySelector("h2"), answersIn(part)]).filter(([, answers]) => answers.length > 0);
  place.replaceChildren(...answered.flatMap(([heading, answers]) => [
    make("h3", { textContent: heading.textContent }),
    make("ul", {}, ...answers.map((answer) => make("li", { textContent: answer }))),
  ]));
  printButton.hidden = answered.length === 0;
}

// The style sheet puts the rest away when there is a sign of danger; whoever cannot see that is told.
const told = make("p", { className: "visually-hidden" });
told.setAttribute("role", "status");
safety.append(told);

function tellDanger() {
  const danger = safety.querySelector("input:checked") !== null;
  told.textContent = danger ? "Stop here and get help first. The rest of this page is put away while a box is ticked." : "";
}

function printSummary() {
  document.documentElement.classList.add("print-summary");
  print(); // not every browser waits here
}

addEventListener("afterprint", () => document.documentElement.classList.remove("print-summary"));

const printButton = make("button", { type: "button", textContent: "Print my summary", hidden: true });
printButton.addEventListener("click", printSummary);
summary.classList.add("summary");
place.after(make("p", {}, printButton));

function update() {
  tellDanger();
  showAnswers();
}

article.addEventListener("input", update);
addEventListener("pageshow", update); // a browser may bring back what was ticked
