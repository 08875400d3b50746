// A part of keyboard.js: whether a link that skips to the content does so.

const skips = /\b(skip|jump|bypass)\b|\b(go|straight) to (the )?(main|content)\b/i;

const fragmentOf = link => decodeURIComponent(link.hash?.slice(1) ?? "");

const isInPage = link =>
  link.matches("a[href]") && Boolean(fragmentOf(link)) && link.href.split("#")[0] === location.href.split("#")[0];

const placeOf = link => {
  const name = fragmentOf(link);
  return link.getRootNode().getElementById(name) ?? document.getElementById(name) ??
    document.querySelector(`a[name="${CSS.escape(name)}"]`);
};

// Links of the page to itself that come before every other stop, of which the first says that it skips something or
// is out of sight at rest.
const skipLink = () => {
  const [first] = walk.order;
  if (!first || !isInPage(first) || fragmentOf(first) === "top") return null;
  const words = [checks.accessibleName(first), first.className, first.id].join(" ");
  return skips.test(words) || walk.hidden.has(first) || walk.stops.get(first).unseen ? first : null;
};

// Two tasks of keyboard.js.
const skip = {
  findSkip() {
    const link = skipLink();
    if (!link) return null;
    walk.skip = { link, place: placeOf(link) };
    link.focus({ focusVisible: true });
    return { target: checks.describe(link), unseen: walk.stops.get(link).unseen, hasPlace: Boolean(walk.skip.place) };
  },

  // After Enter and one more Tab: whether the focus is in the place or after it, or there are no more stops there.
  async hasLed() {
    await settle(walk.listens ? 30 : 0);
    const { link, place } = walk.skip;
    const isBeyond = element =>
      holds(place, element) || Boolean(place.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING);
    const active = checks.activeElement();
    if (!walk.order.some(stop => stop !== link && isBeyond(stop))) return true;
    return Boolean(active) && active !== link && isBeyond(active);
  },
};
