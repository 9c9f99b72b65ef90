import * as vscode from 'vscode';
import { deedsFor, shortName, standingOf, type Deed } from '../../core/life/records/deeds.ts';
import { referencesIn, type Reference } from '../../core/life/records/references.ts';
import { RecordRelations } from '../../core/lint/record-relations.ts';
import { ownRecord } from '../../core/lint/records-around.ts';
import type { Subject } from '../../core/lint/subject.ts';
import type { RecordEntry } from '../../core/lint/surroundings.ts';
import type { Lines } from '../../core/text/lines.ts';
import type { Range } from '../../core/text/range.ts';
import { activeMarkdown, isMarkdown, MARKDOWN } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';
import { TimeSlices } from '../time-slices.ts';
import { uriInWorkspace } from '../workspace-files.ts';

const IS_RECORD = 'groundplan.activeIsRecord';
const DEEDS: Readonly<Record<Deed, readonly [title: string, command: string]>> = {
  accept: ['Accept', 'groundplan.acceptRecord'],
  reject: ['Reject', 'groundplan.rejectRecord'],
  supersede: ['Supersede…', 'groundplan.supersedeRecord'],
  deprecate: ['Deprecate', 'groundplan.deprecateRecord'],
};

/** What can be done with a record and how it stands to others, above its title. */
export function offerRecordLenses(session: PlanSession): vscode.Disposable {
  const lenses = new RecordLenses(session);
  return vscode.Disposable.from(lenses, vscode.languages.registerCodeLensProvider(MARKDOWN, lenses), keepRecordContext(session));
}

class RecordLenses implements vscode.CodeLensProvider, vscode.Disposable {
  readonly #session: PlanSession;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** What refers to which record, for as long as the records are those. */
  readonly #known = new WeakMap<readonly RecordEntry[], Map<string, readonly Reference[]>>();

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(session: PlanSession) {
    this.#session = session;
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      session.onDidChangeTerms(() => this.#changed.fire()),
      // The records around are known a little after a document is opened.
      session.onDidCheck(({ document, reading }) => reading.subject && ownRecord(reading.subject) && document === vscode.window.activeTextEditor?.document && this.#changed.fire()),
    );
  }

  async provideCodeLenses(document: vscode.TextDocument, token: vscode.CancellationToken): Promise<vscode.CodeLens[]> {
    const subject = isMarkdown(document) && document.uri.scheme !== 'untitled' ? this.#session.read(document).subject : undefined;
    const own = subject && ownRecord(subject);
    if (subject === undefined || own === undefined || !this.#session.settingsFor(document.uri)['codeLens.enabled']) return [];
    const at = lineRange(subject.plan.lines, subject.plan.title?.heading.range.start ?? 0);
    const deeds = deedsFor(own, subject.kind).map((deed) => lens(at, DEEDS[deed][0], DEEDS[deed][1], document.uri));
    const records = subject.surroundings.records();
    if (records === undefined) return deeds;
    const others = records.filter(({ path }) => path !== own.path);
    const standings = standingOf(own, others, subject.surroundings).map(({ relation, others: named }) => standingLens(document, at, relation, named));
    const references = await this.#referencesTo(own, records, subject, token);
    return token.isCancellationRequested ? [] : [...deeds, ...standings, ...referenceLens(document, at, references)];
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  /** Found a little at a time: there may be thousands of records. */
  async #referencesTo(own: RecordEntry, records: readonly RecordEntry[], { surroundings }: Subject, token: vscode.CancellationToken): Promise<readonly Reference[]> {
    const known = this.#known.get(records) ?? new Map<string, readonly Reference[]>();
    this.#known.set(records, known);
    const before = known.get(own.path);
    if (before) return before;
    // The record as it is on disk: what refers to it does not change while it is edited.
    const to = records.find(({ path }) => path === own.path) ?? own;
    const relations = new RecordRelations(records.includes(to) ? records : [...records, to], surroundings);
    const slices = new TimeSlices();
    const found: Reference[] = [];
    for (const from of records) {
      if (from !== to) found.push(...[referencesIn(from, to, relations)].flatMap((each) => each ?? []));
      await slices.pauseIfNeeded();
      if (token.isCancellationRequested) return [];
    }
    known.set(own.path, found);
    return found;
  }
}

/** Leads to the one record, or shows the several. */
function standingLens(document: vscode.TextDocument, at: vscode.Range, relation: string, others: readonly RecordEntry[]): vscode.CodeLens {
  const [first, ...more] = others;
  if (first === undefined) return lens(at, relation, '');
  const title = `${relation} ${more.length === 0 ? shortName(first) : `${others.length} records`}`;
  if (more.length === 0) return lens(at, title, 'vscode.open', uriInWorkspace(document.uri, first.path));
  const places = others.map(({ path, plan }) => new vscode.Location(uriInWorkspace(document.uri, path), lineRange(plan.lines, plan.title?.heading.range.start ?? 0)));
  return lens(at, title, 'editor.action.showReferences', document.uri, at.start, places);
}

function referenceLens(document: vscode.TextDocument, at: vscode.Range, references: readonly Reference[]): readonly vscode.CodeLens[] {
  if (references.length === 0) return [];
  const places = references.flatMap(({ from, places }) => places.map((range) => new vscode.Location(uriInWorkspace(document.uri, from.path), rangeIn(from.plan.lines, range))));
  const title = references.length === 1 ? '1 record refers here' : `${references.length} records refer here`;
  return [lens(at, title, 'editor.action.showReferences', document.uri, at.start, places)];
}

function lens(at: vscode.Range, title: string, command: string, ...args: readonly unknown[]): vscode.CodeLens {
  return new vscode.CodeLens(at, { title, command, arguments: [...args] });
}

function lineRange(lines: Lines, offset: number): vscode.Range {
  const { line } = lines.positionAt(offset);
  return new vscode.Range(line, 0, line, 0);
}

function rangeIn(lines: Lines, { start, end }: Range): vscode.Range {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return new vscode.Range(from.line, from.column, to.line, to.column);
}

/** Tells the menus whether the document in front is a record. */
function keepRecordContext(session: PlanSession): vscode.Disposable {
  let last: boolean | undefined;
  const update = (): void => {
    const document = activeMarkdown();
    const subject = document && session.read(document).subject;
    const isRecord = subject !== undefined && ownRecord(subject) !== undefined;
    if (isRecord === last) return;
    last = isRecord;
    void vscode.commands.executeCommand('setContext', IS_RECORD, isRecord);
  };
  return vscode.Disposable.from(vscode.window.onDidChangeActiveTextEditor(update), session.onDidCheck(update));
}
