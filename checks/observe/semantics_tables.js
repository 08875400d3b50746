// A part of semantics.js: header cells of tables, and which cells they stand for.

const rowsIn = table =>
  [...table.querySelectorAll('tr, [role="row"]')].filter(row =>
    row.parentElement.closest('table, [role="table"], [role="grid"], [role="treegrid"]') === table);

const cells = 'td, th, [role="cell"], [role="gridcell"], [role="columnheader"], [role="rowheader"]';
const cellsIn = row => [...row.querySelectorAll(cells)].filter(found =>
  found.parentElement.closest('tr, [role="row"]') === row && styleOf(found).display !== "none");

const span = (cell, name) => Math.max(1, Number(cell.getAttribute(name) ?? cell.getAttribute(`aria-${name}`)) || 1);

// Where each cell stands, from the spans of the cells before.
// <https://html.spec.whatwg.org/multipage/tables.html#forming-a-table>
const places = table => {
  const taken = new Set();
  const rows = rowsIn(table);
  return rows.flatMap((row, y) => {
    let x = 0;
    return cellsIn(row).map(cell => {
      while (taken.has(`${x} ${y}`)) x += 1;
      const width = span(cell, "colspan");
      const below = cell.getAttribute("rowspan") === "0" ? rows.length - y : span(cell, "rowspan");
      const height = Math.min(below, rows.length - y);
      for (let down = 0; down < height; down++)
        for (let right = 0; right < width; right++) taken.add(`${x + right} ${y + down}`);
      return { cell, group: row.parentElement, x, y, width, height };
    });
  });
};

const meet = (from, length, otherFrom, otherLength) => from < otherFrom + otherLength && otherFrom < from + length;

const isDataCell = ({ cell }) => cell.matches('td:not([role]), [role="cell"], [role="gridcell"]');

// What a header cell heads: as it says, or else its column if its row has no data, or its row if its column has none.
// <https://html.spec.whatwg.org/multipage/tables.html#algorithm-for-assigning-header-cells>
const heads = (header, all) => {
  const said = /^(row|col)/.exec(explicitRole(header.cell) || header.cell.scope || "")?.[1];
  if (said) return [said];
  const data = all.filter(isDataCell);
  if (!data.some(other => meet(header.y, header.height, other.y, other.height))) return ["col"];
  return data.some(other => meet(header.x, header.width, other.x, other.width)) ? ["row", "col"] : ["row"];
};

// A cell is assigned by its headers attribute or, where it names none, by its place.
const assignedTo = (header, all) => {
  const ways = heads(header, all);
  return all.filter(other => {
    if (other.cell === header.cell) return false;
    const named = other.cell.matches("td, th") ? idsIn(other.cell, "headers") : [];
    if (named.length) return named.includes(header.cell.id);
    const inRow = meet(header.y, header.height, other.y, other.height);
    const inColumn = meet(header.x, header.width, other.x, other.width);
    const inGroup = header.cell.scope === "rowgroup" && other.group === header.group && other.y >= header.y;
    return (ways.includes("row") && (inRow || inGroup)) || (ways.includes("col") && inColumn && !inRow);
  });
};

const isFilled = ({ cell }) =>
  oneLine(cell.textContent) !== "" || cell.querySelector("img, svg, input, select, textarea, button, a") !== null;

const headers = () =>
  chosen('table, [role="table"], [role="grid"]')
    .filter(table => !/^(none|presentation)$/.test(explicitRole(table)) && isExposed(table))
    .flatMap(table => {
      const all = places(table);
      const found = all.filter(({ cell }) => cell.matches('th:not([role]), [role="columnheader"], [role="rowheader"]'));
      const owns = [table, ...table.querySelectorAll("*")].some(part => part.hasAttribute("aria-owns"));
      const isForm = !all.some(place => isDataCell(place) && isFilled(place));
      return found.filter(({ cell }) => isExposed(cell) && isSeen(cell) && seenWords(cell)).map(header => {
        const assigned = assignedTo(header, all);
        const filled = isForm || assigned.some(isFilled);
        return { target: describe(header.cell), words: seenWords(header.cell), cells: assigned.length, filled, owns };
      });
    });
