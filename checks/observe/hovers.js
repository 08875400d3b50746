// Finds what may bring content into sight, and looks on while real pointer and keys are used. arguments: a task, and
// the number of a trigger or milliseconds. Between calls the page remembers the triggers and what has appeared.
const [task, argument] = arguments;
const memory = (globalThis[Symbol.for("checks.hovers")] ??= {});
const most = 5; // triggers
const patience = { pointer: 800, focus: 400 }; // milliseconds: tooltips come late on purpose

const isThere = () => {
  const { content, trigger, words } = memory;
  return content ? content.isConnected && checks.isOnScreen(content) : written(trigger) === words;
};

const tasks = {
  find() {
    if (!document.body) return { triggers: [] };
    const triggers = oneOfEachKind([...byStyle(), ...byScript()]).slice(0, most);
    if (triggers.length) Object.assign(memory, { triggers, putBack: usage.remember(), page: usage.stay() });
    return { triggers: triggers.map(({ by }) => by) };
  },

  // With the pointer and the focus elsewhere: where the pointer has to go.
  async rest() {
    const { element } = memory.triggers[argument];
    checks.activeElement()?.blur();
    for (let waited = 0; memory.content && isThere() && waited < 1000; waited += 100) await usage.wait(100);
    element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
    await usage.wait(100);
    checks.endAnimations();
    const box = inWindow(element.getBoundingClientRect());
    if (!box) return null;
    Object.assign(memory, { trigger: element, before: seen(), wrote: written(element), content: null, words: "" });
    return middle(box);
  },

  focus: () => memory.triggers[argument].element.focus({ preventScroll: true, focusVisible: true }),

  async shown() {
    const { element, by } = memory.triggers[argument];
    for (let waited = 0; waited <= patience[by]; waited += 100) {
      await usage.wait(100);
      checks.endAnimations();
      const content = appeared(element, memory.before);
      const words = content ? checks.oneLine(content.innerText ?? "") : written(element);
      if (!content && (!words || words === memory.wrote)) continue;
      Object.assign(memory, { content, words });
      const box = content && inWindow(content.getBoundingClientRect());
      return {
        trigger: checks.describe(element), words: words.slice(0, 80), way: box && wayTo(box, element),
        obscures: content ? obscures(content, element) : null,
      };
    }
    return null;
  },

  async stays() {
    await usage.wait(argument);
    checks.endAnimations();
    return isThere();
  },

  end() {
    memory.page.release();
    return { changed: memory.putBack() };
  },
};

return await tasks[task]();
