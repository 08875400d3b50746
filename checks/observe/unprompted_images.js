// A part of unprompted.js: pictures in several frames, GIF, PNG, WebP and AVIF, from what the browser has loaded.

const canBeAnimated = /^image\/(gif|png|apng|webp|avif)$/;

const playTime = async decoder => {
  const { frameCount, repetitionCount } = decoder.tracks.selectedTrack;
  if (repetitionCount === Infinity) return Infinity;
  let once = 0;
  for (let frameIndex = 0; frameIndex < Math.min(frameCount, 200); frameIndex++) {
    const { image } = await decoder.decode({ frameIndex });
    once += (image.duration ?? 0) / 1e6;
    image.close();
  }
  return once * (repetitionCount + 1);
};

const animatedImage = async image => {
  const response = await fetch(image.currentSrc, { cache: "force-cache" });
  const type = (response.headers.get("content-type") ?? "").split(";")[0];
  if (!canBeAnimated.test(type)) return [];
  const decoder = new ImageDecoder({ data: await response.arrayBuffer(), type });
  await decoder.tracks.ready;
  if (!decoder.tracks.selectedTrack?.animated) return [];
  return [{ kind: "image", element: image, seconds: await playTime(decoder), sure: true }];
};

const animatedImages = async () => {
  if (!globalThis.ImageDecoder) return [];
  const isStill = /\.(svg|jpe?g)([?#]|$)|^data:image\/(svg|jpeg)/i;
  const images = [...document.images].filter(image => image.naturalWidth && !isStill.test(image.currentSrc));
  return (await Promise.all(images.map(image => animatedImage(image).catch(() => [])))).flat();
};
