// The text spacing that WCAG 2.2 1.4.12 says a page must bear.
const sheet = new CSSStyleSheet(); // a style element would be refused by a content security policy
sheet.replaceSync(`
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
  p { margin-block-end: 2em !important; }`);
document.adoptedStyleSheets.push(sheet);
await frame();
return true;
