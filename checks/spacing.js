// Spaces text as WCAG 2.2, 1.4.12, names it, as a reader's own style sheet would.
// <https://www.w3.org/TR/WCAG22/#text-spacing>
const sheet = new CSSStyleSheet();
sheet.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p { margin-bottom: 2em !important }
`);
for (const root of [document, ...checks.everyElement().map(element => element.shadowRoot).filter(Boolean)]) {
  root.adoptedStyleSheets.push(sheet);
}
