/**
 * Turns mermaid's text into an element that does nothing but show. Mermaid has cleaned it already;
 * the document belongs to somebody else, so nothing here relies on that.
 */

const active = 'script, iframe, object, embed, link, meta, base, form, input, button, select, textarea, audio, video, template';

/** Scripts and event handlers do not run while the text is parsed into a document of its own. */
export function safeSvg(text: string): SVGSVGElement {
  const svg = new DOMParser().parseFromString(text, 'text/html').querySelector('svg');
  if (svg === null) throw new Error('Mermaid drew nothing.');
  for (const found of svg.querySelectorAll(active)) found.remove();
  for (const node of [svg, ...svg.querySelectorAll('*')]) disarm(node);
  return document.importNode(svg, true);
}

function disarm(node: Element): void {
  // An animation could set an address after all.
  if (/^(?:set|animate)/i.test(node.localName) && /href/i.test(node.getAttribute('attributeName') ?? '')) {
    node.remove();
    return;
  }
  for (const { name, value } of [...node.attributes]) {
    if (isArmed(node, name.toLowerCase(), value)) node.removeAttribute(name);
  }
}

/** A link in a picture leads nowhere; other references may only point into the picture itself, or be pictures. */
function isArmed(node: Element, name: string, value: string): boolean {
  if (name.startsWith('on') || name === 'target' || name === 'tabindex' || name === 'contenteditable' || name === 'srcset') return true;
  if (name !== 'href' && name !== 'xlink:href' && name !== 'src') return false;
  return node.localName === 'a' || !/^(?:#|data:image\/)/i.test(value.trim());
}
