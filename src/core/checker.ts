import { fixAll } from './lint/fix-all.ts';
import { lint, type Finding, type ReportFailure } from './lint/lint.ts';
import type { LintSettings } from './lint/lint-settings.ts';
import { Subject } from './lint/subject.ts';
import { NOWHERE } from './lint/surroundings.ts';
import { createMarkdownReader, remembering, type ReadMarkdown } from './plan/markdown.ts';
import { Memory } from './plan/memory.ts';
import { readPlan, type Plan } from './plan/plan.ts';
import { drawPicture, type Picture } from './picture/picture.ts';
import type { PictureSource } from './picture/source.ts';
import { readRisks, type Risk } from './readings/risks/risks.ts';
import { allRules } from './rules/all.ts';
import { builtinKinds } from './template/builtin.ts';
import type { Kind } from './template/kind.ts';
import { recognise, type Recognition } from './template/recognise.ts';

/** What there is to know about one text of one document. */
export interface Reading {
  readonly plan: Plan;
  /** Where the kind of document is known. */
  readonly subject: Subject | undefined;
  readonly findings: readonly Finding[];
}

export interface Recognised {
  readonly plan: Plan;
  readonly path: string;
  readonly kinds: readonly Kind[];
  readonly recognition: Recognition | undefined;
}

/** The whole engine behind one door: the editor and the command line ask it the same questions. */
export class Checker {
  readonly #read = remembering(createMarkdownReader());
  readonly #memory: Memory | undefined;
  readonly #onFailure: ReportFailure;
  /** What is known of a document is known for a list of kinds. */
  readonly #withTeam = new WeakMap<readonly Kind[], readonly Kind[]>();
  #kinds: readonly Kind[] | undefined;
  #last: Recognised | undefined;

  /** Whoever looks at each document but once has no use for a memory. */
  constructor(onFailure: ReportFailure, { remembers = true } = {}) {
    this.#onFailure = onFailure;
    this.#memory = remembers ? new Memory() : undefined;
  }

  /** The kinds that come with Groundplan, read from their templates when first asked for: whoever starts the engine does not wait for that. */
  get kinds(): readonly Kind[] {
    this.#kinds ??= builtinKinds();
    return this.#kinds;
  }

  /** Reads a piece of Markdown, and remembers those it read last. */
  get readMarkdown(): ReadMarkdown {
    return this.#read;
  }

  /** The kinds of a team before those that come with Groundplan; one of the same name takes the place of ours. */
  kindsWith(team: readonly Kind[]): readonly Kind[] {
    if (team.length === 0) return this.kinds;
    const known = this.#withTeam.get(team) ?? [...team, ...this.kinds.filter(({ id, kind }) => !team.some((own) => own.id === id || own.id === kind))];
    this.#withTeam.set(team, known);
    return known;
  }

  /** The structure of a document, and what kind of document it is; that of the last one is kept, since its diagrams are read before it is checked. */
  recognise(text: string, path: string, kinds = this.kinds): Recognised {
    if (this.#last?.plan.text !== text || this.#last.path !== path || this.#last.kinds !== kinds) {
      const plan = readPlan(text, this.#memory);
      this.#last = { plan, path, kinds, recognition: recognise(plan, path, kinds) };
    }
    return this.#last;
  }

  /** A document of no known kind is left alone: no findings. */
  check(text: string, path: string, settings: LintSettings, kinds = this.kinds, surroundings = NOWHERE): Reading {
    const { plan, recognition } = this.recognise(text, path, kinds);
    const subject = recognition && new Subject(plan, path, recognition, this.#read, surroundings);
    return { plan, subject, findings: subject ? lint(subject, allRules, settings, this.#onFailure) : [] };
  }

  /** Mends everything that has a fix, or what one rule finds. */
  fixAll(text: string, path: string, settings: LintSettings, only?: string, kinds = this.kinds, surroundings = NOWHERE): string {
    return fixAll(text, (current) => this.check(current, path, settings, kinds, surroundings).findings.filter(({ rule }) => only === undefined || rule === only));
  }

  /** A document of no known kind is drawn as well: its diagrams, and the risks of every section that any kind would read as risks. */
  draw(reading: Reading, kinds = this.kinds): Picture {
    return drawPicture(this.sourceOf(reading, kinds));
  }

  /** What a document is drawn from, and what the wishes of its panel are about. */
  sourceOf({ plan, subject, findings }: Reading, kinds = this.kinds): PictureSource {
    return { plan, subject, findings, risks: subject?.readings.risks ?? this.#risksOf(plan, kinds) };
  }

  #risksOf(plan: Plan, kinds: readonly Kind[]): readonly Risk[] {
    const patterns = kinds.flatMap(({ sections }) => sections.filter(({ reads }) => reads.includes('risks')).flatMap(({ patterns }) => patterns));
    let end = 0;
    return plan.sections.flatMap(({ key, range }) => {
      if (range.start < end || !patterns.some((pattern) => pattern.matchKey(key))) return [];
      end = range.end;
      return readRisks(plan, range, this.#read);
    });
  }
}
