// What has come into sight, and what lies under it.
const isPicture = "img, svg, video";
const hasContent = element =>
  Boolean(element.innerText?.trim() || element.matches(isPicture) || element.querySelector(isPicture));

const seen = () => new Set([...document.body.querySelectorAll("*")].filter(checks.isOnScreen));

// Text that the style sheet itself writes before or after an element.
const written = element =>
  ["::before", "::after"].map(part => {
    const { content, display, visibility, opacity } = getComputedStyle(element, part);
    const hidden = display === "none" || visibility !== "visible" || Number(opacity) < 0.1;
    return hidden || !/[\p{L}\p{N}]{2}/u.test(content) || !/^"/.test(content) ? "" : content.slice(1, -1);
  }).join(" ").trim();

const appeared = (element, before) => {
  const fresh = [...seen()].filter(one => !before.has(one) && !one.contains(element) && hasContent(one));
  return fresh.find(one => !fresh.includes(one.parentElement)) ?? null;
};

const inWindow = ({ left, top, right, bottom }) => {
  const box = {
    left: Math.max(left, 0),
    top: Math.max(top, 0),
    right: Math.min(right, innerWidth),
    bottom: Math.min(bottom, innerHeight),
  };
  return box.right - box.left > 2 && box.bottom - box.top > 2 ? box : null;
};

const middle = ({ left, top, right, bottom }) => ({ x: (left + right) / 2, y: (top + bottom) / 2 });

// To the edge of the trigger that is next to what has appeared, across, and onto it: all a reader can do.
const wayTo = (box, trigger) => {
  const within = ({ x, y }, { left, top, right, bottom }) => ({
    x: Math.min(Math.max(x, left + 1), right - 1),
    y: Math.min(Math.max(y, top + 1), bottom - 1),
  });
  const edge = within(middle(box), trigger.getBoundingClientRect());
  return [edge, within(edge, box), middle(box)];
};

const textAt = (element, x, y) => {
  const range = document.createRange();
  return [...element.childNodes].filter(node => node.nodeType === Node.TEXT_NODE && node.data.trim()).some(node => {
    range.selectNodeContents(node);
    return [...range.getClientRects()].some(box => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom);
  });
};

const isSolid = `${isPicture}, button, input, select, textarea`;

// Whether it lies over text, a picture or a control that it and its trigger are no part of.
const obscures = (content, trigger) => {
  const box = inWindow(content.getBoundingClientRect());
  if (!box) return false;
  for (let across = 1; across < 12; across++) {
    for (let down = 1; down < 6; down++) {
      const x = box.left + ((box.right - box.left) * across) / 12;
      const y = box.top + ((box.bottom - box.top) * down) / 6;
      const below = document.elementsFromPoint(x, y).filter(element =>
        !content.contains(element) && !element.contains(content) && !trigger.contains(element));
      if (below.some(element => element.matches(isSolid) || textAt(element, x, y))) return true;
    }
  }
  return false;
};
