// Brings the texts that contrast.js left open into view, some at a time, with their text painted or not. arguments:
// what to do, the number of the first text to bring into view.
const [task, first] = arguments;
const texts = globalThis[Symbol.for("checks.contrast")];
const memory = (texts.memory ??= { start: [scrollX, scrollY], still: null });

const unpainted = `
  *, ::before, ::after, ::placeholder { transition: none !important;
    -webkit-text-fill-color: transparent !important;
    -webkit-text-stroke-color: transparent !important; text-decoration-color: transparent !important;
    text-emphasis-color: transparent !important; caret-color: transparent !important }
  text, tspan, textPath { fill: transparent !important; stroke: transparent !important }`;

const show = () => {
  for (const root of documents())
    root.adoptedStyleSheets = root.adoptedStyleSheets.filter(sheet => sheet !== memory.sheet);
  checks.endAnimations();
};

const tasks = {
  // Which texts can be seen at once, with their lines in CSS px of the page; the first in the upper third.
  aim() {
    show();
    memory.still ??= document.getAnimations().filter(({ playState }) => playState === "running");
    for (const animation of memory.still) animation.pause();
    const [, top] = texts[first].lines[0];
    scrollTo({ left: 0, top: top - innerHeight * 0.3, behavior: "instant" });
    const fits = ([, y, , height]) => y >= scrollY && y + height < scrollY + innerHeight;
    const next = texts.findIndex(({ lines }, number) => number > first && !lines.every(fits));
    return texts.slice(first, next < 0 ? undefined : next).map(({ lines }) => lines.filter(fits));
  },

  hide() {
    memory.sheet ??= new CSSStyleSheet();
    memory.sheet.replaceSync(unpainted);
    for (const root of documents()) root.adoptedStyleSheets = [...root.adoptedStyleSheets, memory.sheet];
  },

  end() {
    show();
    for (const animation of memory.still) animation.play();
    const [left, top] = memory.start;
    scrollTo({ left, top, behavior: "instant" });
  },
};

return tasks[task]();
