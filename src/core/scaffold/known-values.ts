import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Files } from '../ports.ts';
import { Readings } from '../readings/readings.ts';
import { withDerivedValues } from '../template/derived-values.ts';
import { fileGlobs, matchFileName } from '../template/file-name.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import { matchContract } from '../template/match.ts';
import { fill, isBlank, splitAtPlaceholders, type Values } from '../template/placeholders.ts';
import { recognise } from '../template/recognise.ts';
import { codeOverview } from './code-overview.ts';
import { linkTo } from '../text/link-paths.ts';
import { previousPhaseValues } from './previous-phase.ts';
import { quote } from './quote.ts';
import { scaffoldPath, type PlaceForDocument } from './scaffold.ts';
import { tasksOfPlan } from './tasks-of-plan.ts';
import { useCaseValues } from './use-case.ts';

/** What stands around the document that is to be written. */
export interface Surroundings {
  readonly kinds: readonly Kind[];
  readonly files: Files;
  /** The documents of the same kind that are there already. */
  readonly paths: readonly string[];
  readonly place: PlaceForDocument;
  readonly read: ReadMarkdown;
  /** What a team looks for in its code, as globs by name. */
  readonly codePatterns: Readonly<Record<string, string>>;
}

/** What the template leaves open and the workspace knows: nobody is asked for that. */
export async function knownValues(kind: Kind, answers: Values, around: Surroundings): Promise<Values> {
  const wanted = wantedBy(kind);
  const path = scaffoldPath(kind, answers, around.place);
  const wants = (start: string): boolean => wanted.some((name) => name.startsWith(start));
  return {
    path,
    ...(wants('previous_') ? await fromPreviousPhase(answers, path, around) : {}),
    ...(wants('use_case_') || wants('tasks') ? await fromSource(kind, answers, path, around) : {}),
    ...(wants('phase_table') ? await fromPhasePlans(kind, path, around) : {}),
    ...(wants('master_plan_') ? await fromMasterPlan(path, around) : {}),
    ...(wants('code_overview') ? withValue('code_overview', await codeOverview(around.files, path, around.codePatterns)) : {}),
  };
}

/** The names of the values that a template has a use for. */
function wantedBy({ root, body }: Kind): readonly string[] {
  const marked = (section: Kind['root']): readonly string[] => [...(section.from === undefined ? [] : [section.from]), ...section.children.flatMap(marked)];
  return [...marked(root), ...splitAtPlaceholders(body).names];
}

function withValue(name: string, value: string | undefined): Values {
  return value === undefined ? {} : { [name]: value };
}

async function fromPreviousPhase(answers: Values, path: string, around: Surroundings): Promise<Values> {
  const number = Number(answers['number'] ?? Number.NaN) - 1;
  const previous = around.paths.find((each) => around.kinds.some((kind) => numberOf(kind, each) === number));
  const document = previous === undefined ? undefined : await readDocument(previous, around);
  if (previous === undefined || document === undefined) return {};
  return previousPhaseValues(document.plan, document.readings, number, linkTo(path, previous));
}

async function fromSource({ beside }: Kind, answers: Values, path: string, around: Surroundings): Promise<Values> {
  const source = beside === undefined ? undefined : answers[`${beside}_path`];
  const text = source === undefined ? undefined : await around.files.read(source);
  if (source === undefined || text === undefined) return {};
  const document = await readDocument(source, around);
  return { ...useCaseValues(text, linkTo(path, source), around.read), ...withValue('tasks', document && tasksOfPlan(document.readings)) };
}

/** The table as the template has it, with a row for every phase plan of the workspace. */
async function fromPhasePlans({ root }: Kind, path: string, around: Surroundings): Promise<Values> {
  const plans = await documentsOf('phase-plan', around);
  const lines = (sectionFrom(root, 'phase_table')?.ownText ?? '').split('\n').filter((line) => line.startsWith('|'));
  const [header, delimiter, row] = lines;
  if (plans.length === 0 || header === undefined || delimiter === undefined || row === undefined) return {};
  const rows = plans.map(({ number, path: plan, name }) =>
    fill(row, { phase_number: String(number), depends_on: number > 1 ? String(number - 1) : 'None', phase_link: linkTo(path, plan), ...(name === undefined ? {} : { goal: name }) }),
  );
  return { phase_table: [header, delimiter, ...rows].join('\n') };
}

function sectionFrom(section: ContractSection, source: string): ContractSection | undefined {
  return section.from === source ? section : section.children.map((child) => sectionFrom(child, source)).find((found) => found !== undefined);
}

async function fromMasterPlan(path: string, around: Surroundings): Promise<Values> {
  const [master] = await pathsOf('master-plan', around);
  return master === undefined ? {} : { master_plan_link: linkTo(path, master) };
}

async function documentsOf(kindName: string, around: Surroundings): Promise<readonly { readonly number: number; readonly path: string; readonly name: string | undefined }[]> {
  const kind = around.kinds.find((each) => each.kind === kindName);
  const found = (await pathsOf(kindName, around)).flatMap((path) => {
    const number = kind === undefined ? Number.NaN : numberOf(kind, path);
    return Number.isSafeInteger(number) ? [{ number, path }] : [];
  });
  const named = await Promise.all(found.map(async (each) => ({ ...each, name: nameIn((await around.files.read(each.path)) ?? '') })));
  return named.sort((a, b) => a.number - b.number);
}

async function pathsOf(kindName: string, around: Surroundings): Promise<readonly string[]> {
  const kind = around.kinds.find((each) => each.kind === kindName);
  const found = kind === undefined ? [] : await Promise.all(fileGlobs(kind).map((glob) => around.files.find(glob)));
  return Array.from(new Set(found.flat()));
}

function numberOf(kind: Kind, path: string): number {
  return Number(withDerivedValues(matchFileName(kind, path) ?? {})['number'] ?? Number.NaN);
}

/** The name that a phase plan gives its phase in a bold field. */
function nameIn(text: string): string | undefined {
  const name = /^\*\*[^*\r\n]{0,30}\bName(?:\*\*:|:\*\*)[ \t]*(\S[^\r\n|]{0,200}?)[ \t]*$/m.exec(text)?.[1];
  return name === undefined || isBlank(name) ? undefined : quote(plainTitle(name));
}

async function readDocument(path: string, { kinds, files, read }: Surroundings): Promise<{ readonly plan: ReturnType<typeof readPlan>; readonly readings: Readings } | undefined> {
  const text = await files.read(path);
  if (text === undefined) return undefined;
  const plan = readPlan(text);
  const recognition = recognise(plan, path, kinds);
  return recognition && { plan, readings: new Readings(plan, recognition.kind, matchContract(plan, recognition.kind, recognition.values), read) };
}
