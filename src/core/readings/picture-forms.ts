import type { Plan } from '../plan/plan.ts';
import { sliceOf, type Range } from '../text/range.ts';

/** Languages that are no drawings, in fences that show an answer or a command. */
const NO_DRAWING = /^(?:json|ya?ml|bash|sh|shell|console|http|toml|ini|diff|xml|html|css)$/;
/** An image, or a link to one or to a drawing. */
const IMAGE = /!\[[^\]\r\n]{0,500}\][([]|<(?:img|svg|object|iframe|picture)\b|\]\([^()\s]{1,500}\.(?:svg|png|jpe?g|gif|webp|drawio|excalidraw|puml|plantuml|mmd|dsl|vsdx?|pdf)\b|\[[^\]\r\n]{0,200}\b(?:diagram|drawing|sketch)\b[^\]\r\n]{0,200}\]\(|\bhttps?:\/\/[^\s)]{0,200}(?:miro|figma|lucid|draw\.io|diagrams\.net|excalidraw|plantuml|mermaid)/i;
/** Lines drawn with signs, outside of a fence. */
const DRAWN = /[│┌┐└┘├┤┬┴┼─━═║╔╗╚╝▼▲►◄]|\+-{3,}\+/;
/** `a → b → c` */
const CHAIN = /(?:→|⇒|->|=>|-->)[^\r\n]{1,200}(?:→|⇒|->|=>|-->)/;

/** Whether a stretch of the document shows a picture, in whatever form: a diagram as text, drawn signs, an image, a chain of arrows. */
export function showsPicture({ text, outline }: Plan, span: Range): boolean {
  const inside = outline.fences.filter(({ range }) => span.start <= range.start && range.start < span.end);
  if (inside.some(({ language, content }) => !NO_DRAWING.test(language) && sliceOf(text, content).trim() !== '')) return true;
  const piece = sliceOf(text, span);
  // Fences in lists are no fences of the outline.
  return IMAGE.test(piece) || DRAWN.test(piece) || CHAIN.test(piece) || /^[ \t>]+(?:[-*+][ \t]+)?(?:`{3}|~{3})/m.test(piece);
}
