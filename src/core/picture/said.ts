import type { Value } from '../readings/forms/fields.ts';
import { isBlank } from '../template/placeholders.ts';
import { plainText } from './plain-text.ts';

/** Words that stand where nothing is said yet. */
const NOTHING_YET = /^(?:[-–—?.…]+|tb[adc]|todo|fixme|xx+|to be (?:defined|determined|decided|done))[.:]?$/i;

const BLANK = /\{\{[^{}\r\n]{1,200}\}\}/g;
const WORD = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;

/** What a value says to a reader, without the names of blanks in it; nothing where all of it is still to be written. */
export function said(value: Value | undefined): string | undefined {
  if (value === undefined || isBlank(value.text)) return undefined;
  const text = plainText(value.text.replace(BLANK, '…'));
  return NOTHING_YET.test(text) || !WORD.test(text) ? undefined : text;
}
