// Every sound and video of the page: whether it plays by itself, how long, with sound, and with which tracks.
const notes = globalThis[Symbol.for("checks.watch")];
const [most] = arguments; // milliseconds for what has to load

const onPage = checks.everyElement().filter(element => element.matches("audio, video"));
const media = [...new Set([...onPage, ...notes?.played ?? []])];
if (!media.length) return { media: [], controls: [] };

const within = (promise, otherwise) =>
  Promise.race([promise, new Promise(resolve => setTimeout(resolve, most, otherwise))]);

const event = (target, ...names) =>
  new Promise(resolve => names.forEach(name => target.addEventListener(name, () => resolve(name), { once: true })));

// A copy loads what the page's own element may have left for later, and disturbs nothing.
const load = async element => {
  if (!element.currentSrc) return null;
  const copy = document.createElement(element.localName);
  Object.assign(copy, { muted: true, preload: "metadata", src: element.currentSrc });
  const loaded = event(copy, "loadedmetadata", "error");
  copy.load();
  return (await within(loaded, "")) === "loadedmetadata" ? copy : null;
};

// A media fragment, #t=2,5, says which part is played. <https://www.w3.org/TR/media-frags/#naming-time>
const playTime = (address, duration) => {
  const part = /#(?:.*&)?t=(?:npt:)?([\d.]*)(?:,([\d.]+))?/.exec(address);
  if (!part) return duration;
  return Math.max(0, Math.min(duration, Number(part[2] ?? duration)) - Number(part[1] || 0));
};

const tracks = element => Promise.all([...element.querySelectorAll("track")].map(async track => {
  const loaded = track.readyState > 1 ? track.readyState : within(event(track, "load", "error"), "");
  if (track.track.mode === "disabled") track.track.mode = "hidden";
  await loaded;
  return { kind: track.kind, loaded: track.readyState === 2, cues: track.track.cues?.length ?? 0 };
}));

const look = async element => {
  const modes = [...element.textTracks].map(track => track.mode);
  const copy = await load(element);
  const answer = {
    kind: element.localName,
    target: checks.describe(element),
    shown: element.isConnected && (element.localName === "video" || element.controls) && checks.isVisible(element),
    plays: element.autoplay || (notes?.played.has(element) && !element.paused) || false,
    silent: element.muted || element.volume === 0,
    controls: element.controls && element.isConnected && checks.isVisible(element),
    loops: element.loop,
    seconds: copy && Number.isFinite(copy.duration) ? playTime(element.currentSrc, copy.duration) : null,
    sound: copy && copy.captureStream().getAudioTracks().length > 0,
    tracks: await tracks(element),
  };
  modes.forEach((mode, number) => (element.textTracks[number].mode = mode));
  return answer;
};

return { media: await Promise.all(media.map(look)), controls: checks.controls().map(([, name]) => name) };
