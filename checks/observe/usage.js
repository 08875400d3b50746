// For scripts that use what stands on a page, as `usage`.
const usage = (() => {
  const wait = milliseconds => new Promise(resolve => setTimeout(resolve, milliseconds));

  // Whether something listens to one of these kinds of events at a target itself. Only before the first `await`:
  // DevTools lends `getEventListeners` no longer.
  const hears = (target, kinds) => {
    const heard = getEventListeners(target);
    return kinds.some(kind => heard[kind]?.length > 0);
  };

  const path = element => [element, ...checks.ancestors(element), document, window];

  // From here to `release` nothing leaves the page or waits for an answer; `happened` says what would have.
  const stay = () => {
    const happened = [];
    const note = (what, to) => happened.push({ what, to: String(to ?? "").replace(location.origin, "") });
    const kept = new Map();
    const replace = (owner, name, stand) => {
      kept.set(name, [owner, owner[name]]);
      owner[name] = stand;
    };
    replace(window, "open", to => (note("window", to), null));
    replace(window, "alert", text => note("message", text));
    replace(window, "confirm", text => (note("message", text), false));
    replace(window, "prompt", text => (note("message", text), null));
    replace(window, "print", () => note("message", "print"));
    replace(HTMLFormElement.prototype, "submit", function () { note("submit", this.action); });
    for (const way of ["back", "forward", "go"]) replace(History.prototype, way, () => note("navigation"));

    const onNavigate = event => {
      const { sameDocument, url } = event.destination;
      note(event.hashChange ? "fragment" : sameDocument ? "address" : event.formData ? "submit" : "navigation", url);
      if (!sameDocument && event.cancelable) event.preventDefault();
    };
    const onSubmit = event => {
      if (event.defaultPrevented) return;
      note("submit", event.target.action);
      event.preventDefault();
    };
    const onClick = event => {
      const link = event.target.closest?.("a[target], area[target]");
      if (!link || event.defaultPrevented || ["", "_self", "_top", "_parent"].includes(link.target)) return;
      note("window", link.href);
      event.preventDefault();
    };
    checks.navigation.addEventListener("navigate", onNavigate);
    addEventListener("submit", onSubmit);
    addEventListener("click", onClick);

    const release = () => {
      checks.navigation.removeEventListener("navigate", onNavigate);
      removeEventListener("submit", onSubmit);
      removeEventListener("click", onClick);
      for (const [name, [owner, original]] of kept) owner[name] = original;
    };
    return { happened, release };
  };

  // Remembers the page. What it returns puts focus and scrolling back, and says the address to open anew if the
  // page is no longer what it was.
  const remember = () => {
    const address = location.href;
    const html = document.documentElement.outerHTML;
    const active = checks.activeElement();
    const place = [scrollX, scrollY];
    const values = fieldValues();
    return () => {
      checks.activeElement()?.blur();
      active?.focus({ preventScroll: true });
      scrollTo({ left: place[0], top: place[1], behavior: "instant" });
      const same = document.documentElement.outerHTML === html && location.href === address && fieldValues() === values;
      return same ? "" : address;
    };
  };

  const fieldValues = () => {
    const fields = [...document.querySelectorAll("input, select, textarea")];
    return JSON.stringify(fields.map(({ value, checked }) => [value, checked]));
  };

  // Where a key stands on a keyboard, for scripts that ask for its code.
  const places = {
    "-": ["Minus", 189], "=": ["Equal", 187], "[": ["BracketLeft", 219], "]": ["BracketRight", 221],
    "\\": ["Backslash", 220], ";": ["Semicolon", 186], "'": ["Quote", 222], "`": ["Backquote", 192],
    ",": ["Comma", 188], ".": ["Period", 190], "/": ["Slash", 191], " ": ["Space", 32],
    Enter: ["Enter", 13], Escape: ["Escape", 27],
  };
  const placeOf = key => {
    if (/^[a-z]$/i.test(key)) return [`Key${key.toUpperCase()}`, key.toUpperCase().charCodeAt(0)];
    if (/^[0-9]$/.test(key)) return [`Digit${key}`, key.charCodeAt(0)];
    return places[key] ?? ["", 0];
  };

  // A key as a script sees it: quicker than a real one, without what the browser itself does with it.
  const strike = (key, target) => {
    const [code, number] = placeOf(key);
    const character = key === "Enter" ? 13 : key.length === 1 ? key.charCodeAt(0) : 0;
    const send = (kind, at, keyCode) =>
      at.dispatchEvent(new KeyboardEvent(kind, {
        key, code, keyCode, which: keyCode, bubbles: true, cancelable: true, composed: true,
      }));
    if (send("keydown", target, number) && character) send("keypress", target, character);
    send("keyup", checks.activeElement() ?? target, number);
  };

  const isEnabled = element => !element.matches(":disabled, [aria-disabled=true], [inert], [inert] *");

  const setValue = (field, value) => {
    const { set } = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value");
    set.call(field, value);
  };

  const tell = field => {
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };

  const samples = {
    email: "a@example.org", url: "https://example.org/", tel: "5551234", date: "2026-01-15", time: "10:30",
    month: "2026-01", week: "2026-W03", "datetime-local": "2026-01-15T10:30", color: "#336699",
  };

  // Something that a reader could type there, and fills the field where its length is set.
  const sampleFor = field => {
    if (["number", "range"].includes(field.type)) return field.value === field.max ? field.min : field.max || "5";
    const text = samples[field.type] ?? "care";
    return field.maxLength > 0 ? text.repeat(10).slice(0, Math.min(field.maxLength, 40)) : text;
  };

  return { wait, hears, path, stay, remember, strike, isEnabled, setValue, tell, sampleFor };
})();
