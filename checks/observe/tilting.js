// Tilts and shakes the device, by events such as a real one sends, and says whether the page changes.
const events = ["devicemotion", "deviceorientation", "deviceorientationabsolute"];
const heard = Object.keys(getEventListeners(window)); // lent by DevTools
if (!events.some(type => heard.includes(type))) return { listens: false };

let changed = false;
const observer = new MutationObserver(() => (changed = true));
observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
const fields = [...document.querySelectorAll("input, select, textarea")];
const values = () => fields.map(field => `${field.value} ${field.checked}`).join();
const before = values();

for (const angle of [5, 40, -40, 80]) {
  const turned = { alpha: angle + 180, beta: angle, gamma: angle / 2, absolute: true };
  const shaken = { x: angle, y: -angle, z: angle };
  dispatchEvent(new DeviceOrientationEvent("deviceorientation", turned));
  dispatchEvent(new DeviceOrientationEvent("deviceorientationabsolute", turned));
  dispatchEvent(new DeviceMotionEvent("devicemotion", {
    acceleration: shaken, accelerationIncludingGravity: shaken, rotationRate: turned, interval: 16,
  }));
  await new Promise(resolve => setTimeout(resolve, 30));
}
observer.disconnect();
const controls = checks.controls().map(([, name]) => name);
return { listens: true, changes: changed || values() !== before, controls, address: location.href };
