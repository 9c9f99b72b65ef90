import { wholeLevel } from '../readings/risks/levels.ts';

/** The words of a value that state a level: `High`, `very high`, `Low-Medium`; or its figure, as in `4/5`. */
export interface LevelRun {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly isFigure: boolean;
}

/** Farther from its beginning no value states a level. */
const FARTHEST = 80;
const WORD = /[\p{L}\p{M}]+|(?<![\d.,])[1-5](?![\d.,%])/gu;
/** What parts the two ends of a range, with the same marks on both sides. */
const BETWEEN = /^([*_]{0,3})(?:[ \t]{0,3}[/–—-][ \t]{0,3}|[ \t]{1,3}(?:to|or|bis|oder|à|ou|a|o|tot|of)[ \t]{1,3})\1$/iu;

/** Every run that may state the level of a value, words before figures. */
export function levelRuns(value: string): readonly LevelRun[] {
  const text = value.slice(0, FARTHEST);
  const tokens = Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({ start: index, end: index + word.length }));
  const words: LevelRun[] = [];
  const figures: LevelRun[] = [];
  for (let index = 0; index < tokens.length; index++) {
    const [token, next] = [tokens[index], tokens[index + 1]];
    if (token === undefined) break;
    const alone = runOver(text, token.start, token.end);
    const both = next && /^[ \t-]{1,3}$/.test(text.slice(token.end, next.start)) ? runOver(text, token.start, next.end) : undefined;
    if (alone.isFigure) figures.push(alone);
    else if (isLevel(alone)) words.push(alone);
    else if (both && !both.isFigure && isLevel(both)) {
      words.push(both);
      index += 1;
    }
  }
  return [...joined(text, words), ...figures];
}

/** A range is replaced as a whole. */
function joined(text: string, runs: readonly LevelRun[]): readonly LevelRun[] {
  const found: LevelRun[] = [];
  for (const run of runs) {
    const last = found.at(-1);
    if (last !== undefined && BETWEEN.test(text.slice(last.end, run.start))) found[found.length - 1] = runOver(text, last.start, run.end);
    else found.push(run);
  }
  return found;
}

function runOver(text: string, start: number, end: number): LevelRun {
  const run = text.slice(start, end);
  return { start, end, text: run, isFigure: /^\d$/.test(run) };
}

function isLevel({ text }: LevelRun): boolean {
  return wholeLevel(text.replace(/-/g, ' ')) !== undefined;
}
