// Spaces text as WCAG 2.2, 1.4.12, names it, as a reader's own tool does: over all style sheets of the page, under
// what a style attribute says with !important. <https://www.w3.org/TR/WCAG22/#text-spacing>
const over = ":not(#checks#checks#checks#checks)";
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  *${over} { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p${over} { margin-bottom: 2em !important }
`);
for (const root of [document, ...checks.everyElement().map(element => element.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets.push(sheet);
}
