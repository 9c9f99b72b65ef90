/** What a section can be read as. */
export const READINGS = ['risks'] as const;
export type ReadingName = (typeof READINGS)[number];

/** What `<!-- plan: … -->` comments below a heading of a template say about the section. */
export interface Marks {
  readonly optional: boolean;
  /** The section stands for a series of at least so many. */
  readonly repeat: number | undefined;
  readonly reads: ReadingName | undefined;
  /** Other titles under which authors write the section. */
  readonly also: readonly string[];
  readonly when: Condition | undefined;
}

/** The section is asked for only where a number of the document is above a bound: `when number > 1`. */
export interface Condition {
  readonly value: string;
  readonly above: number;
}

export const NO_MARKS: Marks = { optional: false, repeat: undefined, reads: undefined, also: [], when: undefined };

const MARK = /^<!--\s*plan:\s*([\s\S]*?)\s*-->$/;

/** The content of a comment that is a mark. */
export function markContent(comment: string): string | undefined {
  return MARK.exec(comment)?.[1];
}

/** Adds one mark to what is known; a sentence where the mark is not understood. */
export function addMark(marks: Marks, content: string): Marks | string {
  if (content === 'optional') return { ...marks, optional: true };
  const [, word = '', rest = ''] = /^(\w+)\s+([\s\S]+)$/.exec(content) ?? [];
  switch (word) {
    case 'repeat':
      return /^\d{1,3}$/.test(rest) ? { ...marks, repeat: Number(rest) } : `"repeat ${rest}" needs a number, as in "repeat 1".`;
    case 'reads': {
      const reads = READINGS.find((name) => name === rest);
      return reads ? { ...marks, reads } : `"${rest}" is not something a section can be read as; known are: ${READINGS.join(', ')}.`;
    }
    case 'also': {
      const titles = Array.from(rest.matchAll(/"([^"]+)"/g), (match) => match[1] ?? '');
      return titles.length > 0 ? { ...marks, also: [...marks.also, ...titles] } : 'Titles after "also" stand in double quotes, as in: also "Risks".';
    }
    case 'when': {
      const [, value, above] = /^(\w+)\s*>\s*(\d{1,6})$/.exec(rest) ?? [];
      return value && above ? { ...marks, when: { value, above: Number(above) } } : `"when ${rest}" is not understood; write for example "when number > 1".`;
    }
    default:
      return `"${content}" is not a mark; known are: optional, repeat, reads, also, when.`;
  }
}
