// npm run corpus -- FOLDER: reads every Markdown file below a folder and prints, for each kind of document, how much of it was understood.
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { Checker } from '../src/core/checker.ts';
import { DEFAULT_SETTINGS } from '../src/core/lint/settings.ts';
import type { Subject } from '../src/core/lint/subject.ts';
import { readStatus } from '../src/core/readings/records/status.ts';
import { ExplainedError, runProgram } from './program.ts';

interface Row {
  documents: number;
  withStatus: number;
  milliseconds: number;
  characters: number;
  readonly readings: Map<string, number>;
}

const UNKNOWN = 'no known kind';
/** What only git and package managers keep is nobody's document. */
const LEFT_OUT = new Set(['node_modules', '.git']);

await runProgram(() => Promise.resolve(readCorpus(process.argv[2])));

function readCorpus(folder: string | undefined): number {
  if (folder === undefined) throw new ExplainedError('Name a folder: npm run corpus -- FOLDER.');
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) throw new ExplainedError(`${folder} is not a folder: name one that holds Markdown files.`);
  const checker = new Checker((rule, error) => console.error(`The check "${rule.id}" failed: ${String(error)}`));
  const rows = new Map<string, Row>();
  let files = 0;
  for (const file of markdownFiles(folder)) {
    files += 1;
    count(file, checker, rows);
  }
  print(files, rows);
  return 0;
}

function count(file: string, checker: Checker, rows: Map<string, Row>): void {
  const text = readText(file);
  if (text === undefined) return;
  const started = performance.now();
  const { plan, subject } = checker.check(text, file.split(path.sep).join('/'), DEFAULT_SETTINGS);
  const status = readStatus(plan, checker.readMarkdown);
  const readings = subject ? countReadings(subject) : new Map<string, number>([['diagrams', plan.outline.fences.filter(({ language }) => language === 'mermaid').length]]);
  const milliseconds = performance.now() - started;
  const name = subject?.kind.id ?? UNKNOWN;
  const row = rows.get(name) ?? { documents: 0, withStatus: 0, milliseconds: 0, characters: 0, readings: new Map<string, number>() };
  row.documents += 1;
  row.withStatus += status === undefined ? 0 : 1;
  row.milliseconds += milliseconds;
  row.characters += text.length;
  for (const [reading, found] of readings) row.readings.set(reading, (row.readings.get(reading) ?? 0) + found);
  rows.set(name, row);
}

/** A file that cannot be read is named and passed over. */
function readText(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    console.error(`${file} could not be read: ${error instanceof Error ? error.message : String(error)}`);
    return undefined;
  }
}

function countReadings({ readings }: Subject): ReadonlyMap<string, number> {
  return new Map([
    ['risks', readings.risks.length],
    ['NFRs', readings.nfrs.length],
    ['metrics', readings.metrics.length],
    ['phases', readings.phases.length],
    ['waves', readings.waves.length],
    ['decisions', readings.decisions.length],
    ['options', readings.options.length],
    ['gates', readings.gates.length],
    ['stack rows', readings.stack.length],
    ['services', readings.services.length],
    ['constraints', readings.constraints.length],
    ['contracts', readings.contracts.length],
    ['tasks', readings.tasks.length],
    ['diagrams', readings.diagrams.length],
    ['transitions', readings.transition === undefined ? 0 : 1],
  ]);
}

function print(files: number, rows: ReadonlyMap<string, Row>): void {
  console.log(`${files} Markdown files\n`);
  const known = Array.from(rows).sort(([a], [b]) => Number(a === UNKNOWN) - Number(b === UNKNOWN) || (a < b ? -1 : 1));
  for (const [name, { documents, withStatus, milliseconds, characters, readings }] of known) {
    const found = Array.from(readings).filter(([, number]) => number > 0).map(([reading, number]) => `${number} ${reading}`);
    console.log(`${name}: ${documents} recognised, ${withStatus} with a status, ${Math.round(milliseconds)} ms for ${Math.round(characters / 1000)} KB`.replace(`${UNKNOWN}: ${documents} recognised`, `${UNKNOWN}: ${documents}`));
    if (found.length > 0) console.log(`  ${found.join(', ')}`);
  }
}

function* markdownFiles(folder: string): Generator<string> {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory() && !LEFT_OUT.has(entry.name)) yield* markdownFiles(file);
    else if (entry.isFile() && /\.(?:md|markdown)$/i.test(entry.name)) yield file;
  }
}
