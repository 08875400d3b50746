// What the page does by itself. argument: a task and what it needs. What is found is remembered for the watch.
const [task, argument] = arguments;
const notes = globalThis[Symbol.for("checks.watch")] ?? { timers: new Map(), frames: new Set(), connections: 0 };

const LONG = 5; // seconds, of WCAG 2.2.2
const FLASHING = 21824; // square pixels: a quarter of 341 × 256, of WCAG 2.3.1

// Properties of place, size and shape, as scripts write them.
const moving = new RegExp(`^(${["transform", "translate", "rotate", "scale", "offset", "left", "right", "top", "bottom",
  "inset", "margin", "padding", "width", "height", "min", "max", "flex", "gap", "textIndent", "backgroundPosition",
  "maskPosition", "objectPosition", "clipPath", "strokeDash", "fontSize", "letterSpacing", "wordSpacing", "lineHeight",
  "d$", "c?[xyr]$", "points$"].join("|")})`);

// Of some size, whatever an animation does at this moment to its place and to how it shows.
const isThere = element => {
  const { width, height } = element.getBoundingClientRect();
  const size = element.offsetWidth ? element.offsetWidth * element.offsetHeight : width * height;
  const around = checks.parentOf(element);
  return size > 0 && element.checkVisibility() && (!around || around.checkVisibility({ opacityProperty: true }));
};

const isLoading = element => Boolean(element.closest("progress, [role=progressbar], [aria-busy=true]"));

const wordsIn = text => /[\p{L}\p{N}]/u.test(text);

const hasTextBeside = element => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const { data, parentElement } = walker.currentNode;
    if (wordsIn(data) && !element.contains(parentElement) && checks.isOnScreen(parentElement)) return true;
  }
  return false;
};

// How an animation looks by its keyframes: it moves or blinks, or it only changes colors and the like.
const isSure = effect => {
  const frames = effect.getKeyframes();
  const names = new Set(frames.flatMap(Object.keys));
  ["offset", "computedOffset", "easing", "composite"].forEach(name => names.delete(name));
  return [...names].some(name => {
    const values = frames.filter(frame => name in frame).map(frame => frame[name]);
    const changes = new Set(values).size > 1 || values.length < 2;
    const span = values.length < 2 ? 1 : Math.max(...values) - Math.min(...values);
    return changes && (moving.test(name) || name === "visibility" || (name === "opacity" && span >= 0.5));
  });
};

const animations = () => checks.animations().filter(({ timeline }) => timeline === document.timeline);

const fromAnimations = () => animations().map(({ effect }) => ({
  kind: "animation",
  element: effect.target,
  seconds: effect.getComputedTiming().activeDuration / 1000,
  sure: isSure(effect),
}));

const fromMarquees = () => [...document.querySelectorAll("marquee")].map(element => ({
  kind: "marquee", element, seconds: element.loop > 0 ? 0 : Infinity, sure: wordsIn(element.textContent),
}));

const fromPictures = () => [...document.querySelectorAll("animate, animateTransform, animateMotion")]
  .filter(element => element.ownerSVGElement && /^(|\s*0?\.?\d*m?s?\s*)$/.test(element.getAttribute("begin") ?? ""))
  .map(element => {
    const endless = [element.getAttribute("repeatCount"), element.getAttribute("repeatDur")].includes("indefinite");
    const times = parseFloat(element.getAttribute("repeatCount")) || 1;
    const once = /ms$/.test(element.getAttribute("dur")) ? 0.001 : 1;
    return {
      kind: "animation",
      element: element.ownerSVGElement,
      seconds: endless ? Infinity : parseFloat(element.getAttribute("dur")) * once * times || 0,
      sure: element.localName !== "animate" || moving.test(element.getAttribute("attributeName")),
    };
  });

const fromVideos = () => [...document.querySelectorAll("video")]
  .filter(video => video.autoplay || !video.paused)
  .map(video => ({
    kind: "video",
    element: video,
    seconds: video.loop || !(video.duration > 0) ? Infinity : video.duration,
    sure: video.duration > 0 || video.readyState > 0,
    own: video.controls,
  }));

const isLarge = element => {
  const { width, height } = element.getBoundingClientRect();
  return width * height >= FLASHING;
};

// Whether luminance can change so often and on so large an area that it has to be measured.
const mayFlash = ({ effect }) => {
  const { duration, iterations } = effect.getComputedTiming();
  const pairs = Math.max(1, Math.floor(effect.getKeyframes().length / 2));
  return isLarge(effect.target) && pairs * Math.min(iterations, 1000 / duration) > 3;
};

// How far the page has to be scrolled down for an element to be in sight.
const topOf = element => {
  const { top, bottom } = element.getBoundingClientRect();
  return bottom + scrollY <= innerHeight ? 0 : Math.max(0, Math.round(top + scrollY));
};

// Where something may flash, and whether it can only be looked at as it runs: at most so many places.
const PLACES = 4;
const flashes = images => {
  const running = [...images, ...fromPictures()].map(({ element }) => element).filter(isLarge);
  const live = [...(isQuick() ? [0] : []), ...running.map(topOf)];
  const still = animations().filter(mayFlash).map(({ effect }) => topOf(effect.target));
  const places = [...still.map(top => ({ top, live: false })), ...live.map(top => ({ top, live: true }))];
  return [...new Map(places.map(place => [Math.floor((2 * place.top) / innerHeight), place])).values()].slice(0, PLACES);
};

const timers = () => [...notes.timers.values()];

const isQuick = () => notes.frames.size > 0 || timers().some(({ delay }) => delay < 170);

const canChange = () =>
  notes.frames.size + notes.connections > 0 || timers().some(({ delay, repeats }) => repeats || delay < 6000);

const leadsAway = /\blocation\b|\.reload\s*\(|\.submit\s*\(/;

// The refreshes of <https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps>.
const refreshes = () => [...document.querySelectorAll('meta[http-equiv="refresh" i][content]')].flatMap(meta => {
  const match = meta.content.match(/^[\t\n\f\r ]*(?:(\d+)[\d.]*|(?=\.)[\d.]+)(?:$|[\t\n\f\r ;,])/);
  return match ? [{ seconds: Number(match[1] ?? 0), target: checks.describe(meta) }] : [];
}).slice(0, 1);

const described = ({ element, ...rest }) =>
  ({ ...rest, beside: hasTextBeside(element), target: checks.describe(element) });

const asMover = ({ kind, element, seconds, sure, own = false }) =>
  described({ kind, element, seconds: seconds === Infinity ? null : seconds, sure, own });

const asChange = ({ element, kind, value, times }) => (kind === "place" ?
  asMover({ kind: "script", element, seconds: Infinity, sure: true }) :
  described({
    element, words: value.slice(0, 80), times: times.length,
    clock: element.matches("time, [role=timer]") || /\d{1,2}:\d{2}/.test(value),
  }));

const goesOn = ({ times }, length) =>
  times.length > 1 && times.at(-1) > length - Math.max(1500, (2.5 * (times.at(-1) - times[0])) / (times.length - 1));

const placeOf = element => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + scrollX, top + scrollY, width, height].map(Math.round).join(" ");
};

const tasks = {
  async look() {
    if (isQuick()) await new Promise(resolve => setTimeout(resolve, 300)); // what happens once is over then
    const images = await animatedImages();
    const found = [...fromAnimations(), ...fromMarquees(), ...fromPictures(), ...fromVideos(), ...images];
    const there = found.filter(({ element }) => isThere(element) && !isLoading(element));
    const long = there.filter(({ seconds: length }) => length > LONG);
    const shown = [...new Map(long.map(one => [one.element, one])).values()].slice(0, 20);
    const delays = timers().filter(({ repeats }) => repeats).map(({ delay }) => delay).sort((a, b) => a - b);
    return {
      movers: shown.map(asMover),
      animated: found.length,
      controls: shown.length || canChange() ? checks.controls().map(([, name]) => name) : [],
      smooth: getComputedStyle(document.documentElement).scrollBehavior === "smooth",
      refreshes: refreshes(),
      timers: timers().map(({ delay, code }) => ({ seconds: delay / 1000, away: leadsAway.test(code) })),
      watch: canChange() ? Math.min(Math.max(6500, 2.2 * (delays[0] ?? 0)), 12000) : 0,
      flashes: flashes(images),
      address: location.href,
    };
  },

  // For `argument` milliseconds, or until nothing can change: which texts change again and again, which elements move.
  async watch() {
    const seen = new Map();
    const start = performance.now();
    const note = (element, kind, value) => {
      const change = seen.get(element) ?? seen.set(element, { element, kind, times: [], value: null }).get(element);
      if (change.value === value || !isThere(element)) return;
      if (change.value !== null || kind === "text") change.times.push(performance.now() - start);
      change.value = value;
    };
    const observer = new MutationObserver(records => {
      for (const { type, target, addedNodes, removedNodes } of records) {
        const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
        const nodes = [...addedNodes, ...removedNodes];
        if (!element?.isConnected || isLoading(element)) continue;
        if (type === "attributes") note(element, "place", placeOf(element));
        else if (type === "characterData" || nodes.some(node => wordsIn(node.textContent)))
          note(element, "text", checks.oneLine(element.textContent));
      }
    });
    observer.observe(document.body, { subtree: true, characterData: true, childList: true, attributes: true });
    while (canChange() && performance.now() - start < argument) await new Promise(resolve => setTimeout(resolve, 250));
    observer.disconnect();
    if (!canChange()) return [];
    return [...seen.values()].filter(change => goesOn(change, argument)).slice(0, 10).map(asChange);
  },

  // Presses the control that is called so.
  press() {
    checks.controls().find(([, name]) => name === argument)?.[0].click();
  },

  scroll: () => scrollTo({ top: argument, behavior: "instant" }),

  // Puts every animation at `argument` milliseconds, or lets it go on.
  seek() {
    const all = (globalThis[Symbol.for("checks.seeking")] ??= animations().map(one => [one, one.playState]));
    for (const [animation, before] of all) {
      if (argument === null) animation[before === "finished" ? "finish" : "play"]();
      else {
        animation.pause();
        animation.currentTime = animation.effect.getComputedTiming().delay + argument;
      }
    }
  },
};

return await tasks[task]();
