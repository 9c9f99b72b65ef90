import { rangeAround } from '../plan/blocks.ts';
import { recalled } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import { matchFileName } from '../template/file-name.ts';
import { pathFrom } from '../text/link-paths.ts';
import type { Range } from '../text/range.ts';
import type { Subject } from './subject.ts';

/** A document that this one names where it begins: its context, its requirements, its constraints. */
export interface Source {
  readonly path: string;
  readonly plan: Plan;
  /** The words with which it is named. */
  readonly namedIn: string;
}

/** So far into the document its sources are named. */
const LONGEST_HEAD = 8000;
const LONGEST_LINE = 400;
const MOST_SOURCES = 8;
/** Files in links, and those that only a name tells of: `docs/context.md`. */
const FILE = /\]\(\s{0,9}<?([^()\s<>]{1,300}\.(?:md|markdown))(?:#[^()\s<>]{0,200})?>?|(?<![\p{L}\p{N}/.%_-])((?:\.{0,2}\/)?(?:[\p{L}\p{N}_.-]{1,100}\/){0,10}[\p{L}\p{N}_.-]{1,100}\.md)(?![\p{L}\p{N}/])/giu;

interface Named {
  readonly file: string;
  readonly namedIn: string;
  /** Where else such a file is looked for. */
  readonly folders: readonly string[];
}

/** The sources that can be read now. Other documents of the same kind stand beside this one, and are none. */
export function sourcesOf(subject: Subject): readonly Source[] {
  const { path, kind, surroundings } = subject;
  const here = path.split('/').slice(0, -1).join('/');
  const found = new Map<string, Source>();
  for (const { file, namedIn, folders } of [...inputsOf(subject), ...namedInHead(subject)]) {
    if (found.size >= MOST_SOURCES) break;
    for (const folder of [here, ...folders]) {
      const candidate = pathFrom(folder, file);
      if (candidate === undefined || candidate === path || matchFileName(kind, candidate) !== undefined) continue;
      const plan = found.has(candidate) ? 'missing' : surroundings.document(candidate);
      if (plan === undefined || plan === 'missing') continue;
      found.set(candidate, { path: candidate, plan, namedIn });
      break;
    }
  }
  return Array.from(found.values());
}

function inputsOf({ readings }: Subject): readonly Named[] {
  return (readings.transition?.inputs ?? []).map(({ name, file }) => ({ file: file.text, namedIn: name.text, folders: ['', 'docs'] }));
}

function namedInHead({ plan }: Subject): readonly Named[] {
  const { text, title, sections } = plan;
  const first = title?.children[0] ?? sections[1];
  const end = Math.min(first?.range.end ?? text.length, LONGEST_HEAD);
  const cuts = sections.map(({ range }) => range.start).filter((start) => start > 0 && start < end);
  return [0, ...cuts].flatMap((start, index) => {
    const piece = { start, end: cuts[index] ?? end };
    return recalled(plan, piece, filesIn, () => filesIn(plan, piece));
  });
}

function filesIn(plan: Plan, piece: Range): readonly Named[] {
  const text = plan.text.slice(piece.start, piece.end);
  if (!/\.m(?:d|arkdown)/i.test(text)) return [];
  return Array.from(text.matchAll(FILE)).flatMap((match) => {
    const file = match[1] ?? match[2] ?? '';
    return rangeAround(plan.outline.comments, piece.start + match.index) !== undefined ? [] : [{ file, namedIn: lineAround(text, match.index), folders: [''] }];
  });
}

function lineAround(text: string, offset: number): string {
  const before = /[^\r\n]*$/.exec(text.slice(Math.max(0, offset - LONGEST_LINE), offset))?.[0] ?? '';
  return before + (/^[^\r\n]*/.exec(text.slice(offset, offset + LONGEST_LINE))?.[0] ?? '');
}
