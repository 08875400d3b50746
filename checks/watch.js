// Notes what a page sets going by itself, before its own scripts run: timers that wait or repeat, frames asked
// for, open connections, sounds, animations. It changes nothing of what the page does, but that no service worker comes.
(() => {
  const notes = {
    timers: new Map(), frames: new Set(), connections: 0, sounds: 0, played: new Set(), animations: new Set(),
    navigation, stop: stop.bind(globalThis), // a page may use these names for things of its own
  };
  Object.defineProperty(globalThis, Symbol.for("checks.watch"), { value: notes });

  const noteTimers = (start, stop, repeats) => {
    const [set, clear] = [globalThis[start], globalThis[stop]];
    globalThis[start] = (callback, delay = 0, ...rest) => {
      const once = (...values) => {
        notes.timers.delete(id);
        callback.apply(globalThis, values);
      };
      const id = set(repeats || typeof callback !== "function" ? callback : once, delay, ...rest);
      notes.timers.set(id, { delay: Number(delay) || 0, repeats, code: String(callback) });
      return id;
    };
    globalThis[stop] = id => {
      notes.timers.delete(id);
      clear(id);
    };
  };
  noteTimers("setInterval", "clearInterval", true);
  noteTimers("setTimeout", "clearTimeout", false);

  const [request, cancel] = [globalThis.requestAnimationFrame, globalThis.cancelAnimationFrame];
  globalThis.requestAnimationFrame = callback => {
    const id = request(time => {
      notes.frames.delete(id);
      callback(time);
    });
    notes.frames.add(id);
    return id;
  };
  globalThis.cancelAnimationFrame = id => {
    notes.frames.delete(id);
    cancel(id);
  };

  const noteNew = (name, note) => {
    const original = globalThis[name];
    if (!original) return;
    const construct = (target, values, made) => {
      notes[note] += 1;
      return Reflect.construct(target, values, made);
    };
    globalThis[name] = new Proxy(original, { construct });
  };
  noteNew("WebSocket", "connections");
  noteNew("EventSource", "connections");
  noteNew("AudioContext", "sounds");

  addEventListener("animationstart", ({ target, animationName }) => {
    for (const animation of target.getAnimations({ subtree: true })) {
      if (animation.animationName === animationName) notes.animations.add(animation);
    }
  }, true);
  const { animate } = Element.prototype;
  Element.prototype.animate = function (...values) {
    const animation = animate.apply(this, values);
    notes.animations.add(animation);
    return animation;
  };

  // A first visit ends before its service worker takes part, and each page is looked at as on a first visit.
  if (globalThis.ServiceWorkerContainer) {
    ServiceWorkerContainer.prototype.register = () => new Promise(() => {});
  }

  const { play } = HTMLMediaElement.prototype;
  HTMLMediaElement.prototype.play = function () {
    notes.played.add(this);
    return play.call(this);
  };
})();
