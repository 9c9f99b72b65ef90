/** What a section can be read as. */
export const READINGS = [
  'risks',
  'nfr',
  'metrics',
  'phases',
  'waves',
  'decisions',
  'options',
  'gates',
  'diagram',
  'stack',
  'services',
  'constraints',
  'transition',
  'tasks',
  'status',
  'contracts',
  'debt',
  'decided',
  'context',
  'rollback',
] as const;
export type ReadingName = (typeof READINGS)[number];

/** What `<!-- plan: … -->` comments below a heading of a template say about the section. */
export interface Marks {
  readonly optional: boolean;
  /** The section stands for a series of at least so many. */
  readonly repeat: number | undefined;
  readonly reads: readonly ReadingName[];
  /** Other titles under which authors write the section. */
  readonly also: readonly string[];
  readonly when: Condition | undefined;
  /** The names of a column of its table under which authors write it; the first is the one that the table has. */
  readonly columns: readonly (readonly string[])[];
  /** The words that may stand here, where only some may: the states of a record. */
  readonly values: readonly string[];
  /** The value that replaces the body of the section where the workspace knows it already. */
  readonly from: string | undefined;
}

/** The section is asked for only where a number of the document is above a bound: `when number > 1`. */
export interface Condition {
  readonly value: string;
  readonly above: number;
}

export const NO_MARKS: Marks = { optional: false, repeat: undefined, reads: [], also: [], columns: [], when: undefined, values: [], from: undefined };

const MARK = /^<!--\s*plan:([\s\S]*)-->$/;

/** The content of a comment that is a mark. */
export function markContent(comment: string): string | undefined {
  return MARK.exec(comment)?.[1]?.trim();
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
      return reads ? { ...marks, reads: [...marks.reads, reads] } : `"${rest}" is not something a section can be read as; known are: ${READINGS.join(', ')}.`;
    }
    case 'also': {
      const titles = quoted(rest);
      return titles.length > 0 ? { ...marks, also: [...marks.also, ...titles] } : 'Titles after "also" stand in double quotes, as in: also "Risks".';
    }
    case 'column': {
      const names = quoted(rest);
      return names.length > 1 ? { ...marks, columns: [...marks.columns, names] } : 'Names after "column" stand in double quotes, that of the table first, as in: column "Path", "Endpoint".';
    }
    case 'values': {
      const values = quoted(rest);
      return values.length > 0 ? { ...marks, values: [...marks.values, ...values] } : 'Words after "values" stand in double quotes, as in: values "Proposed", "Accepted".';
    }
    case 'when': {
      const [, value, above] = /^(\w+)\s*>\s*(\d{1,6})$/.exec(rest) ?? [];
      return value && above ? { ...marks, when: { value, above: Number(above) } } : `"when ${rest}" is not understood; write for example "when number > 1".`;
    }
    case 'from':
      return /^[a-z][a-z_]*$/.test(rest) ? { ...marks, from: rest } : `"from ${rest}" needs the name of a value, as in "from previous_debt".`;
    default:
      return `"${content}" is not a mark; known are: optional, repeat, reads, also, column, values, when, from.`;
  }
}

/** The words of a list; none where something in it stands without quotes. */
function quoted(list: string): readonly string[] {
  if (/[^\s,]/.test(list.replace(/"[^"]+"/g, ''))) return [];
  return Array.from(list.matchAll(/"([^"]+)"/g), (match) => match[1] ?? '');
}
