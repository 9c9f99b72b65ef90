/** Leaves of a picture's styles only what points to nowhere but into the picture itself. They are read back from the browser, where nothing is disguised any more. */

export function cleanStyles(svg: SVGSVGElement): void {
  for (const style of svg.querySelectorAll('style')) style.textContent = style.sheet === null ? '' : rulesOf(style.sheet.cssRules);
  for (const node of [svg, ...svg.querySelectorAll<SVGElement | HTMLElement>('*')]) cleanAttributes(node);
}

/** Neither imports nor fonts from elsewhere, nor what depends on the page. */
function rulesOf(rules: CSSRuleList): string {
  const kept: string[] = [];
  for (const rule of rules) {
    if (rule instanceof CSSKeyframesRule) kept.push(rule.cssText);
    if (!(rule instanceof CSSStyleRule)) continue;
    clean(rule.style);
    if (rule.style.length > 0) kept.push(`${rule.selectorText} { ${rule.style.cssText} }`);
  }
  return kept.join('\n');
}

function clean(style: CSSStyleDeclaration): void {
  for (const property of [...style]) if (leadsOut(style.getPropertyValue(property))) style.removeProperty(property);
}

function cleanAttributes(node: SVGElement | HTMLElement): void {
  if (node.hasAttribute('style')) clean(node.style);
  for (const { name, value } of [...node.attributes]) {
    if (name === 'style' || name.startsWith('data-') || name.startsWith('aria-') || name === 'd') continue;
    // Colours may be written with escapes, too.
    if (leadsOut(value) || (/\\/.test(value) && !/^(?:class|id)$/.test(name))) node.removeAttribute(name);
  }
}

/** An address other than that of an element of the picture. */
function leadsOut(value: string): boolean {
  return /(?:image-set|image|src|cross-fade|element)\(/i.test(value) || /url\((?!\s*["']?#)/i.test(value);
}
