import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { BASELINE_FILE, NO_BASELINE, readBaseline, type Baseline } from '../core/lint/baseline.ts';
import { CONFIG_FILE, readConfig, type ConfigProblem } from '../core/lint/config-file.ts';
import { withLayer, type LintLayer, type LintSettings } from '../core/lint/lint-settings.ts';
import { DEFAULT_SETTINGS } from '../core/lint/settings.ts';
import { allRules } from '../core/rules/all.ts';
import { readTemplate, type Kind } from '../core/template/kind.ts';
import { anyOf } from '../core/text/glob.ts';
import { Lines } from '../core/text/lines.ts';

const TEMPLATES = '.groundplan/templates';
const MARKS_OF_ROOTS = ['.git', '.groundplan'];

/** What a folder says about the documents in it. */
export interface Folder {
  readonly settings: LintSettings;
  /** Whether a file, named from here upwards, is one of those that are checked. */
  readonly includes: (file: string) => boolean;
}

/** What folders say, from each document upwards; every folder is looked into once. */
export class Folders {
  /** Sentences about what cannot be used, for whoever runs the command. */
  readonly notes: string[] = [];
  readonly #roots = new Map<string, string>();
  readonly #folders = new Map<string, Folder>();
  readonly #kinds = new Map<string, readonly Kind[]>();
  readonly #baselines = new Map<string, Baseline>();

  /** The folder that paths in findings, baselines and templates count from: the nearest one with a mark of a repository or of ours, else the given one. */
  rootOf(folder: string, otherwise: string): string {
    const known = this.#roots.get(folder);
    if (known !== undefined) return known;
    let root = path.relative(otherwise, folder).startsWith('..') ? folder : otherwise;
    for (let each = folder; ; each = path.dirname(each)) {
      if (MARKS_OF_ROOTS.some((mark) => existsSync(path.join(each, mark)))) {
        root = each;
        break;
      }
      if (each === path.dirname(each)) break;
    }
    this.#roots.set(folder, root);
    return root;
  }

  /** The settings of all the folders from the root down to this one, the nearest first. */
  folder(folder: string, root: string): Folder {
    const known = this.#folders.get(folder);
    if (known !== undefined) return known;
    const isRoot = folder === root || path.dirname(folder) === folder;
    const outer = isRoot ? asFolder(DEFAULT_SETTINGS, folder, undefined) : this.folder(path.dirname(folder), root);
    const layer = this.#layerIn(folder);
    const here = layer === undefined ? outer : asFolder(withLayer(outer.settings, layer), folder, layer.include || layer.exclude ? undefined : outer);
    this.#folders.set(folder, here);
    return here;
  }

  /** The kinds that the templates of the nearest folder make, from a document upwards to the root. */
  teamKinds(folder: string, root: string): readonly Kind[] {
    const known = this.#kinds.get(folder);
    if (known !== undefined) return known;
    const templates = path.join(folder, TEMPLATES);
    const isTop = folder === root || path.dirname(folder) === folder;
    const kinds = existsSync(templates) ? this.#readTemplates(templates) : isTop ? [] : this.teamKinds(path.dirname(folder), root);
    this.#kinds.set(folder, kinds);
    return kinds;
  }

  /** Today's baseline of a root, or the one in the file that is named. */
  baseline(root: string, file: string | undefined): Baseline {
    const where = file ?? path.join(root, BASELINE_FILE);
    const known = this.#baselines.get(where);
    if (known !== undefined) return known;
    const text = readIfThere(where);
    const read = text === undefined ? NO_BASELINE : readBaseline(text);
    if (text === undefined && file !== undefined) this.notes.push(`${file} does not exist: "groundplan lint --freeze --baseline ${file}" writes it.`);
    if ('problem' in read) this.notes.push(`${where}: ${read.problem}`);
    const baseline = 'problem' in read ? NO_BASELINE : read;
    this.#baselines.set(where, baseline);
    return baseline;
  }

  #layerIn(folder: string): LintLayer | undefined {
    const file = path.join(folder, CONFIG_FILE);
    const text = readIfThere(file);
    if (text === undefined) return undefined;
    const { layer, problems } = readConfig(text, allRules);
    this.#note(file, text, problems);
    return layer;
  }

  #readTemplates(folder: string): readonly Kind[] {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.md'))
      .sort()
      .flatMap((name) => {
        const file = path.join(folder, name);
        const text = readIfThere(file) ?? '';
        const { kind, problems } = readTemplate(text);
        this.#note(file, text, problems);
        return kind ? [kind] : [];
      });
  }

  #note(file: string, text: string, problems: readonly ConfigProblem[]): void {
    const lines = new Lines(text);
    for (const { message, range } of problems) this.notes.push(`${file}:${lines.positionAt(range.start).line + 1}: ${message}`);
  }
}

/** Patterns count from the folder that says them; where it says none, the outer ones hold. */
function asFolder(settings: LintSettings, folder: string, outer: Folder | undefined): Folder {
  const included = anyOf(settings.include);
  const excluded = anyOf(settings.exclude);
  const here = (file: string): boolean => {
    const relative = path.relative(folder, file).split(path.sep).join('/');
    return included.matches(relative) && !excluded.matches(relative);
  };
  return { settings, includes: outer?.includes ?? here };
}

function readIfThere(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
