import * as vscode from 'vscode';
import type { Settings } from '../../core/lint/settings.ts';
import { knownValues } from '../../core/scaffold/known-values.ts';
import { sourceValues } from '../../core/scaffold/source-file.ts';
import { numberProblem, scaffold, scaffoldPath, type PlaceForDocument } from '../../core/scaffold/scaffold.ts';
import { withDerivedValues } from '../../core/template/derived-values.ts';
import { baseName, folderOf } from '../../core/template/file-name.ts';
import type { Question } from '../../core/template/header.ts';
import type { Kind } from '../../core/template/kind.ts';
import { fill, isNumberName, splitAtPlaceholders, type Values } from '../../core/template/placeholders.ts';
import { nextNumber } from '../../core/workspace/naming.ts';
import { survey, type Survey } from '../../core/workspace/survey.ts';
import type { PlanSession } from '../plan-session.ts';
import { today } from '../today.ts';
import { WorkspaceFiles } from '../workspace-files.ts';
import { authorFor } from './author.ts';
import { askForFile } from './file-question.ts';
import { askForChoice, askForText, askInSteps, type Answer, type StepPlace } from './quick-steps.ts';
import { chooseTarget, type Target } from './target.ts';
import { whileWaiting } from './waiting.ts';
import { writeDocument } from './write-document.ts';

const DIALECT = 'dialect';

/** Asks what the template wants to know and the workspace does not tell, writes the document to where it belongs, and opens it at the first blank. */
export async function newDocument(kindName: string, session: PlanSession, clicked?: unknown): Promise<void> {
  const named = dialectsOf(kindName, session.kindsFor(undefined));
  const target = await chooseTarget(named ? groupName(named).toLowerCase() : 'document', clicked);
  if (target === undefined) return;
  const kinds = session.kindsFor(target.root);
  const dialects = dialectsOf(kindName, kinds);
  if (dialects === undefined) return void vscode.window.showErrorMessage(`There is no template for the kind "${kindName}" in this folder.`);
  const files = new WorkspaceFiles(target.root);
  const found = await whileWaiting('Looking for documents of this kind', () => survey(dialects, kinds, files));
  if (found === undefined) return;
  await new Creation(dialects, kinds, found, target, files, session).run();
}

function dialectsOf(name: string, kinds: readonly Kind[]): readonly [Kind, ...Kind[]] | undefined {
  const [first, ...others] = kinds.filter(({ id, kind }) => kind === name || id === name);
  return first && [first, ...others];
}

/** One run of the command: what is known, what is asked, what is written. */
class Creation {
  readonly #dialects: readonly [Kind, ...Kind[]];
  readonly #kinds: readonly Kind[];
  readonly #survey: Survey;
  readonly #target: Target;
  readonly #files: WorkspaceFiles;
  readonly #session: PlanSession;
  /** The names in the folders that the document may go to, so that a taken one is known while it is typed. */
  readonly #names = new Map<string, ReadonlySet<string>>();

  constructor(dialects: readonly [Kind, ...Kind[]], kinds: readonly Kind[], found: Survey, target: Target, files: WorkspaceFiles, session: PlanSession) {
    this.#dialects = dialects;
    this.#kinds = kinds;
    this.#survey = found;
    this.#target = target;
    this.#files = files;
    this.#session = session;
  }

  async run(): Promise<void> {
    const [kind] = this.#dialects;
    const given: Values = { date: today(), ...(await this.#author()), ...this.#clickedSource() };
    const dialectStep = { name: DIALECT, ask: (place: StepPlace) => this.#askForDialect(place) };
    const questions = Object.entries(kind.ask).filter(([name]) => given[name] === undefined);
    const steps = questions.map(([name, question]) => ({
      name,
      ask: (place: StepPlace, answers: Values) => this.#ask(name, question, place, { ...given, ...answers }),
    }));
    const answers = await askInSteps(`New ${groupName(this.#dialects)}`, this.#dialects.length > 1 ? [dialectStep, ...steps] : steps);
    if (answers === undefined) return;
    const chosen = this.#dialects.find(({ id }) => id === answers[DIALECT]) ?? kind;
    const problem = await this.#write(chosen, this.#withNumber({ ...given, ...answers }));
    if (problem !== undefined) void vscode.window.showErrorMessage(problem);
  }

  async #write(kind: Kind, answers: Values): Promise<string | undefined> {
    const place = this.#place(kind, answers);
    const given = await this.#withSource(answers);
    const context = { kinds: this.#kinds, files: this.#files, paths: this.#survey.paths, place, read: this.#session.readMarkdown, codePatterns: this.#settings['code.patterns'] };
    const known = await whileWaiting('Reading what is already there', () => knownValues(kind, given, context));
    if (known === undefined) return undefined;
    return writeDocument(scaffold(kind, answered({ ...known, ...given }), place), this.#target.root);
  }

  /** The file that was clicked is the one that the document is to stand beside. */
  #clickedSource(): Values {
    const { beside } = this.#dialects[0];
    return beside === undefined || this.#target.file === undefined ? {} : { [beside]: this.#target.file };
  }

  /** What the file says that the document stands beside; its name takes the place of its path. */
  async #withSource(answers: Values): Promise<Values> {
    const { beside } = this.#dialects[0];
    const path = beside === undefined ? undefined : answers[beside];
    if (beside === undefined || path === undefined) return answers;
    return { ...sourceValues(beside, path, (await this.#files.read(path)) ?? ''), ...without(answers, beside) };
  }

  get #settings(): Settings {
    return this.#session.settingsFor(this.#target.root);
  }

  async #author(): Promise<Values> {
    const author = await authorFor(this.#target.root, this.#settings.author);
    return author === undefined ? {} : { author };
  }

  #askForDialect(place: StepPlace): Promise<Answer> {
    const { counts, naming } = this.#survey;
    const total = Array.from(counts.values()).reduce((sum, count) => sum + count, 0);
    const choices = this.#dialects.map((kind) => {
      const count = counts.get(kind.id) ?? 0;
      const here = count === 0 ? '' : `${count} of ${total} here, in ${naming.folder === '' ? 'the workspace folder' : naming.folder}`;
      return { answer: kind.id, label: kind.name, description: here, detail: kind.description, count };
    });
    return askForChoice(place, 'In which form?', choices.sort((a, b) => b.count - a.count));
  }

  async #ask(name: string, question: Question, place: StepPlace, answers: Values): Promise<Answer> {
    if (question.file !== undefined) return askForFile(place, question, this.#files, this.#target.active);
    const isNumber = isNumberName(name);
    await this.#learnNames(answers);
    return askForText(place, {
      value: isNumber ? String(nextNumber(this.#survey.naming.taken)) : defaultOf(question, await this.#withSource(answers)),
      prompt: (text) => [question.prompt, this.#outcome({ ...answers, [name]: text.trim() })].filter((part) => part !== '').join(' '),
      problem: (text) => (isNumber ? numberProblem(text) : emptyProblem(text, question)) ?? this.#existsProblem({ ...answers, [name]: text.trim() }),
    });
  }

  /** What the answers so far lead to, once they are enough for it. */
  #outcome(answers: Values): string {
    const path = this.#path(answers);
    return path === undefined ? '' : `Creates ${path}.`;
  }

  #existsProblem(answers: Values): string | undefined {
    const path = this.#path(answers);
    if (path === undefined) return undefined;
    const number = Number(answers['number'] ?? Number.NaN);
    const existing = this.#survey.naming.taken.get(number) ?? (this.#names.get(folderOf(path))?.has(baseName(path).toLowerCase()) ? path : undefined);
    return existing && `${existing} exists already: choose another ${this.#survey.naming.taken.has(number) ? 'number' : 'name'}.`;
  }

  /** The path of the document; nothing while an answer is missing that its name needs. */
  #path(answers: Values): string | undefined {
    const [kind] = this.#dialects;
    const place = this.#place(kind, answers);
    const numbered = withDerivedValues(this.#withNumber(answers));
    const { beside } = kind;
    const source = beside === undefined ? undefined : answers[beside];
    const named = source === undefined || beside === undefined ? numbered : { ...numbered, [beside]: baseName(source).replace(/\.md$/i, '') };
    const needed = splitAtPlaceholders(`${place.folder}/${place.pattern}`).names.map((name) => (isNumberName(name) ? 'number' : name));
    return needed.every((name) => (named[name] ?? '') !== '') ? scaffoldPath(kind, named, place) : undefined;
  }

  #withNumber(answers: Values): Values {
    return answers['number'] === undefined && !('number' in this.#dialects[0].ask) ? { ...answers, number: String(nextNumber(this.#survey.naming.taken)) } : answers;
  }

  /** The clicked folder, the folder of the file it stands beside, or where the workspace has such documents. */
  #place(kind: Kind, answers: Values): PlaceForDocument {
    const { folder, pattern, joint } = this.#survey.naming;
    const source = kind.beside === undefined ? undefined : answers[kind.beside];
    if (source !== undefined) return { folder: folderOf(source), pattern, joint };
    return { folder: this.#target.folder ?? folder, pattern, joint };
  }

  async #learnNames(answers: Values): Promise<void> {
    const { folder } = this.#place(this.#dialects[0], answers);
    if (this.#names.has(folder)) return;
    this.#names.set(folder, new Set((await this.#files.fileNames(folder)).map((name) => name.toLowerCase())));
  }
}

/** What the dialects of a kind are called together: their name without what tells them apart. */
export function groupName([first, ...others]: readonly [Kind, ...Kind[]]): string {
  return others.length === 0 ? first.name : first.name.replace(/\s*\([^()]*\)$/, '');
}

/** What was asked and left empty stays open in the document. */
function answered(values: Values): Values {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

function without(values: Values, name: string): Values {
  return Object.fromEntries(Object.entries(values).filter(([key]) => key !== name));
}

function defaultOf({ value = '' }: Question, answers: Values): string {
  const filled = fill(value, answers);
  return splitAtPlaceholders(filled).names.length > 0 ? '' : filled;
}

function emptyProblem(text: string, { optional }: Question): string | undefined {
  return optional || text.trim() !== '' ? undefined : 'Write a few words, or press Escape to cancel.';
}
