import type { Subject } from '../../core/lint/subject.ts';
import { isRecordKind, type Kind } from '../../core/template/kind.ts';
import type { Values } from '../../core/template/placeholders.ts';
import { nextNumber } from '../../core/workspace/naming.ts';
import { survey, type Survey } from '../../core/workspace/survey.ts';
import type { PlanSession } from '../plan-session.ts';
import { today } from '../today.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import { authorFor } from './author.ts';
import type { ChosenPlan } from './chosen-plan.ts';
import { askForChoice, BACK } from './quick-steps.ts';
import { whileWaiting } from './waiting.ts';

/** How the records of a folder are written. */
export interface RecordManner {
  readonly dialects: readonly [Kind, ...Kind[]];
  readonly found: Survey;
  readonly values: Values;
  /** The next number that is free here and on other branches. */
  readonly number: number;
}

export async function recordManner(session: PlanSession, { document, folder, subject }: ChosenPlan): Promise<RecordManner | undefined> {
  const kinds = session.kindsFor(folder);
  const [first] = kinds.filter(isRecordKind);
  const [dialect, ...others] = kinds.filter(({ kind }) => kind === first?.kind);
  if (dialect === undefined) return undefined;
  const dialects = [dialect, ...others] as const;
  const found = await whileWaiting('Looking for the records that are there', () => survey(dialects, kinds, new WorkspaceFiles(folder)));
  if (found === undefined) return undefined;
  const author = await authorFor(folder, session.settingsFor(folder).author);
  const elsewhere = await numbersElsewhere(session, document, subject);
  const number = Math.max(nextNumber(found.naming.taken), ...elsewhere.map((each) => each + 1));
  return { dialects, found, number, values: { date: today(), ...(author === undefined ? {} : { author }) } };
}

/** The form of most records; the author is asked where there are none. */
export async function dialectOf({ dialects, found }: RecordManner, title: string, given?: string): Promise<Kind | undefined> {
  if (given !== undefined) return dialects.find(({ id, dialect }) => id === given || dialect === given);
  const [dialect, ...others] = dialects;
  const most = Array.from(found.counts).sort(([, a], [, b]) => b - a)[0]?.[0];
  const used = dialects.find(({ id }) => id === most);
  if (used !== undefined || others.length === 0) return used ?? dialect;
  const answer = await askForChoice({ title, canGoBack: false }, 'In which form? There are no records here yet.', dialects.map(({ id, name, description }) => ({ answer: id, label: name, detail: description })));
  return answer === undefined || answer === BACK ? undefined : dialects.find(({ id }) => id === answer);
}

async function numbersElsewhere(session: PlanSession, document: Parameters<PlanSession['read']>[0], { surroundings }: Subject): Promise<readonly number[]> {
  if (surroundings.recordsElsewhere() === undefined) await session.checkSettled(document.getText(), document.uri);
  return (surroundings.recordsElsewhere() ?? []).map(({ number }) => number);
}
