// Brings an element into view and says where it stands on the page, with some room around it. arguments: selector.
const room = 24; // px
const most = { width: 1200, height: 900 };

const element = checks.find(arguments[0]);
element.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
const { left, top, width, height } = element.getBoundingClientRect();
const x = Math.max(0, left + scrollX - room);
const y = Math.max(0, top + scrollY - room);
return [x, y, Math.min(width + 2 * room, most.width), Math.min(height + 2 * room, most.height)].map(Math.round);
