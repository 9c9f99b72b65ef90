import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { flowOf } from '../forms/flow.ts';
import { namedLines } from '../forms/named-lines.ts';
import { textOfItem, textOfParagraph } from '../forms/own-text.ts';
import { itemsIn } from '../forms/pieces.ts';
import { decisionField } from './decision-fields.ts';

const CHOSEN = /^(?:chosen|selected|recommended|preferred)(?: [\p{L}]+){0,3}$/u;

/** What was chosen of the options in a span: `**Chosen structure**: One log, because …`. */
export function readChoice(plan: Plan, span: Range, read: ReadMarkdown): Value | undefined {
  for (const entry of flowOf(plan, span, read)) {
    if (entry.kind === 'heading') continue;
    const { piece, node } = entry;
    const texts = node.type === 'paragraph' ? [textOfParagraph(piece, node)] : itemsIn([node]).flatMap(({ item }) => textOfItem(piece, item) ?? []);
    for (const text of texts) {
      const said = namedLines(text, isChoice).named.find(({ value }) => value.text !== '');
      if (said) return said.value;
    }
  }
  return undefined;
}

function isChoice(key: string): boolean {
  return CHOSEN.test(key) || decisionField(key) === 'choice';
}
