import { titleKey } from '../../plan/titles.ts';
import type { Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { boldLabel, textOfBlock, type FlowBlock, type FlowEntry } from '../forms/flow.ts';
import { argumentsIn, holdsArguments, sideNamed, textBefore, type Side } from './option-arguments.ts';
import { isOptionTitle } from './option-names.ts';
import { partOf } from '../forms/pieces.ts';

/** A heading, or a bold label in place of one. */
export interface OptionHead {
  readonly kind: 'head';
  readonly level: number;
  readonly isHeading: boolean;
  /** The whole of what stands on its line. */
  readonly title: Value;
  readonly key: string;
  readonly side: Side | undefined;
  readonly range: Range;
  /** What follows a label in its paragraph. */
  readonly rest: Value | undefined;
}

export interface OptionBlock {
  readonly kind: 'block';
  readonly block: FlowBlock;
  readonly holds: boolean;
}

export type OptionStep = OptionHead | OptionBlock;

/** What stands in a span, with labels told from other paragraphs. */
export function optionSteps(entries: readonly FlowEntry[]): readonly OptionStep[] {
  let level = 0;
  return entries.map((entry): OptionStep => {
    if (entry.kind === 'heading') {
      level = entry.level;
      return { kind: 'head', level, isHeading: true, title: entry.title, key: titleKey(entry.title.text), side: sideNamed(entry.title.text), range: entry.range, rest: undefined };
    }
    return labelIn(entry, level + 0.5) ?? { kind: 'block', block: entry, holds: holdsArguments(entry) };
  });
}

export function labelIn(block: FlowBlock, level: number): OptionHead | undefined {
  const text = textOfBlock(block);
  if (!text) return undefined;
  const line = partOf(text, 0, /^[^\r\n]{0,2000}/.exec(text.text)?.[0].length);
  const label = boldLabel(text);
  const isWorded = /^(?:\*\*|__)/.test(text.text) && isOptionTitle(line);
  if ((!label && !isWorded) || sideNamed(label?.title.text ?? '') !== undefined) return undefined;
  const title = label?.title ?? textBefore(line, argumentsIn(line));
  const rest = partOf(text, title.range.end - text.range.start);
  return { kind: 'head', level, isHeading: false, title, key: titleKey(title.text), side: undefined, range: block.range, rest };
}
