import { withDerivedValues } from '../template/derived-values.ts';
import { matchFileName } from '../template/file-name.ts';
import { isRecordKind, type Kind } from '../template/kind.ts';
import type { Values } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';
import { remembered } from '../text/remembered.ts';
import type { Subject } from './subject.ts';

/** The number of a document, such as that of its phase, where its name and its title tell one. */
export interface DocumentNumbers {
  readonly inFile: number | undefined;
  readonly inTitle: { readonly number: number; readonly range: Range } | undefined;
}

/** The numbers of records have checks of their own. */
export function numbersOf({ plan, path, kind }: Subject): DocumentNumbers {
  if (isRecordKind(kind)) return { inFile: undefined, inTitle: undefined };
  const heading = plan.title?.heading;
  const number = heading && numberIn(kind.root.patterns.map((pattern) => pattern.match(heading.title)).find((values) => values !== undefined));
  return { inFile: fileNumberOf(kind, path), inTitle: heading && number !== undefined ? placeIn(heading.title, heading.titleRange.start, number) : undefined };
}

const fileNumbers = new WeakMap<Kind, (path: string) => { readonly number: number | undefined }>();

function fileNumberOf(kind: Kind, path: string): number | undefined {
  const known = fileNumbers.get(kind) ?? remembered((each) => ({ number: numberIn(matchFileName(kind, each)) }));
  fileNumbers.set(kind, known);
  return known(path).number;
}

function placeIn(title: string, offset: number, number: number): DocumentNumbers['inTitle'] {
  const digits = Array.from(title.matchAll(/\d{1,9}/g)).find(([each]) => Number(each) === number);
  return digits && { number, range: { start: offset + digits.index, end: offset + digits.index + digits[0].length } };
}

function numberIn(values: Values | undefined): number | undefined {
  const written = values && withDerivedValues(values)['number'];
  return written === undefined ? undefined : Number(written);
}
