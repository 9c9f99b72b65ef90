import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import type { Head } from './heads.ts';
import { countedIn, draftsOf, headOfWave, nameIn, waitsFor, wavesNamed, withoutRepeats, type Wave, type WaveDraft } from './wave.ts';

const LINE = /[^\r\n]+/g;
/** What stands before the words of a line: white space, the branches of a tree, arrows, bullets. */
const SIGNS = /^(?:[\s\u2500-\u257f|+>→⟶↳▶►↓▼•-]|[`\\/](?=-)|\*(?=\s)){0,400}/u;
/** A line of a graph that only says what its wave comes after. */
const DEPENDENCY_LINE = /^(?:depends on|dependencies|prerequisites|blocked by)\b/i;

/** Lines that are indented no further than the first wave name waves; what is indented below them belongs to them. */
export function wavesInText(source: Value): readonly Wave[] {
  const lines = linesOf(source);
  const top = lines.find(({ head }) => head)?.column ?? 0;
  const outer = new Set(lines.flatMap(({ head, column }) => (head && column <= top ? countedIn(head.name.text) : [])));
  const waves: WaveDraft[] = [];
  const open: OpenWaves[] = [];
  let end = 0;
  const closeFrom = (column: number): void => {
    while ((open.at(-1)?.column ?? -1) >= column) for (const wave of open.pop()?.waves ?? []) wave.range = { start: wave.range.start, end };
  };
  for (const { text, column, head } of lines) {
    closeFrom(column);
    const above = open.at(-1)?.waves ?? [];
    const single = head && singleOf(above, head);
    if (single) {
      if (!waves.includes(single)) waves.push(single);
      open.push({ column, waves: [single] });
    } else if (head && (column <= top || !countedIn(head.name.text).some((number) => outer.has(number)))) {
      const drafts = draftsOf(head, text.range);
      for (const wave of drafts) if (wave.dependsOn.length === 0) wave.dependsOn = above.map(({ number }) => number);
      waves.push(...drafts);
      open.push({ column, waves: drafts });
    } else for (const wave of above) addLine(wave, text);
    end = text.range.end;
  }
  closeFrom(0);
  return waves;
}

/** The waves of one line, for as long as lines are indented further. */
interface OpenWaves {
  readonly column: number;
  readonly waves: WaveDraft[];
}

interface GraphLine {
  readonly text: Value;
  readonly column: number;
  readonly head: Head | undefined;
}

function linesOf(source: Value): readonly GraphLine[] {
  return Array.from(source.text.matchAll(LINE)).flatMap(({ 0: line, index }) => {
    const column = SIGNS.exec(line)?.[0].length ?? 0;
    let end = line.length;
    while (end > column && /[\s\u2500-\u257f|]/.test(line.charAt(end - 1))) end -= 1;
    const text = partOf(source, index + column, index + end);
    // A lone "v" is the point of an arrow.
    if (!/[\p{L}\p{N}{]/u.test(text.text) || /^v$/i.test(text.text)) return [];
    return [{ text, column, head: headOfWave(text) }];
  });
}

/** The one of several waves of a line that a line below it names. */
function singleOf(above: WaveDraft[], { line, numbers: [number], title }: Head): WaveDraft | undefined {
  const [first] = above;
  if (first === undefined || number === undefined || first.parallelWith.length === 0) return undefined;
  const known = above.find((wave) => wave.number.text === number.text);
  if (known) {
    known.name = nameIn(title) ?? known.name;
    known.dependsOn = withoutRepeats([...known.dependsOn, ...waitsFor(line)]);
    return known;
  }
  const all = [Number(first.number.text), ...first.parallelWith];
  if (!all.includes(Number(number.text))) return undefined;
  const between: WaveDraft = { ...first, number, name: nameIn(title) ?? first.name, dependsOn: withoutRepeats([...first.dependsOn, ...waitsFor(line)]), parallelWith: all.filter((other) => other !== Number(number.text)), items: [] };
  above.push(between);
  return between;
}

function addLine(wave: WaveDraft, line: Value): void {
  const numbers = DEPENDENCY_LINE.test(line.text) ? wavesNamed([line]) : [];
  if (numbers.length > 0) wave.dependsOn = withoutRepeats([...wave.dependsOn, ...numbers]);
  else wave.items.push(line);
}
