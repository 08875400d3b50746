// What is said of a link around it. <https://www.w3.org/TR/WCAG22/#dfn-programmatically-determined-link-context>
const mark = "\u0001"; // stands in a text where the link stands
const paragraph = 2000; // characters: what is longer holds several

// Links by their role: a role that an author has given may make them something else, or a kind of link.
const linkRoles = /^(link|doc-(backlink|biblioref|glossref|noteref))$/;

const isLink = element =>
  element.hasAttribute("role") ? linkRoles.test(element.computedRole) : element.matches("a[*|href], area[href]");

const isInline = element => /^(inline|contents|ruby)/.test(getComputedStyle(element).display);

const around = element => checks.ancestors(element).filter(at => at !== document.documentElement);

const matching = (element, selector) => around(element).filter(at => at.matches(selector));

const isList = node => node.matches("ul, ol, dl, [role=list]");

const isHidden = node => node.getAttribute("aria-hidden") === "true" || !checks.isRendered(node);

// Of these the name is read, and not what it names: words, a picture, a drawing.
const isReadByName = node => isLink(node) || node.matches("button, svg, [role=button], [role=img]");

// The text of a node as it is read, with the mark for the link and without the lists in it.
const textAround = (element, node) => {
  if (node === element) return mark;
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || isList(node) || isHidden(node)) return " ";
  if (isReadByName(node) && !node.contains(element)) return checks.accessibleName(node);
  const inside = checks.childNodesOf(node);
  const whole = inside.length ? inside.map(child => textAround(element, child)).join("") : checks.spoken(node);
  return isInline(node) ? whole : ` ${whole} `;
};

const textIn = (element, outer) =>
  checks.oneLine(checks.childNodesOf(outer).map(child => textAround(element, child)).join(""));

// Where no paragraph holds the link: the text on its line.
const textBeside = element => {
  const beside = next => {
    const texts = [];
    for (let at = element[next]; at; at = at[next]) {
      if (at.nodeType === Node.ELEMENT_NODE && (at.localName === "br" || !isInline(at))) break;
      texts.push(textAround(element, at));
    }
    return texts;
  };
  return checks.oneLine([...beside("previousSibling").reverse(), mark, ...beside("nextSibling")].join(" "));
};

// The headers of a cell, but not those that head the whole table.
const headersOf = cell => {
  const table = cell.closest("table");
  if (!table || !cell.parentElement.cells) return [];
  const named = checks.referred(cell, "headers");
  if (named.length) return named;
  const rows = [...table.rows];
  const columns = Math.max(...rows.map(row => row.cells.length));
  const isHeader = other => other !== cell && other.matches("th");
  const heads = other => other.cellIndex === cell.cellIndex && (columns === 1 || other.colSpan < columns);
  const above = rows.slice(0, cell.parentElement.rowIndex).flatMap(row => [...row.cells]).filter(heads);
  return [...cell.parentElement.cells, ...above].filter(isHeader);
};

// A title that does not give the link its name describes it. <https://www.w3.org/WAI/WCAG22/Techniques/html/H33>
const descriptionsOf = (element, name) => {
  const described = checks.referred(element, "aria-describedby").map(other => checks.spoken(other, true));
  const title = checks.oneLine(element.getAttribute("title") ?? "");
  return [...described, element.ariaDescription ?? "", title === name ? "" : title];
};

// `context`: paragraph, list items, cell and its headers, description, without the link's own words. `place`: the
// same with the sentence for the paragraph, so that two links with one place are told apart by nothing.
const contextOf = (element, name) => {
  const block = around(element).find(at => !isInline(at));
  const isParagraph = block && block !== document.body && block.textContent.length < paragraph;
  const near = isParagraph ? textIn(element, block) : textBeside(element);
  const sentence = near.split(/(?<=[.!?])\s+/).find(part => part.includes(mark)) ?? near;
  const listed = matching(element, "li, dd, dt, [role=listitem]").map(item => textIn(element, item));
  const [cell] = matching(element, "td, th, [role=cell], [role=gridcell]");
  const inCell = cell ? [textIn(element, cell), ...headersOf(cell).map(header => checks.spoken(header))] : [];
  const rest = [...listed, ...inCell, ...descriptionsOf(element, name)].map(checks.oneLine);
  const join = parts => [...new Set(parts)].filter(Boolean).join(" · ");
  return {
    context: checks.oneLine(join([near, ...rest]).replaceAll(mark, " ")),
    place: join([sentence, ...rest]).replaceAll(mark, name),
  };
};
