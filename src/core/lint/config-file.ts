import * as z from 'zod/mini';
import type { Range } from '../text/range.ts';
import { described, lintShape, type LintLayer } from './lint-settings.ts';
import type { Rule } from './rule.ts';
import { explain, inWords, ruleProblems } from './settings.ts';

/** The name of the file in which a folder says how the documents in it and below it are checked. */
export const CONFIG_FILE = '.groundplan.json';

/** Everything that such a file may say. */
export const configShape = {
  $schema: described('Where the editor finds what this file may say.', z.optional(z.string())),
  ...lintShape,
};

export interface ConfigProblem {
  readonly message: string;
  readonly range: Range;
}

/** Reads such a file key by key: what does not fit is left out, with a sentence that names its key and where it stands. */
export function readConfig(text: string, rules: readonly Rule[]): { readonly layer: LintLayer; readonly problems: readonly ConfigProblem[] } {
  const written = parse(text);
  if (typeof written === 'string') return { layer: {}, problems: [{ message: written, range: { start: 0, end: text.length } }] };
  const problems: ConfigProblem[] = [];
  const say = (message: string, key: string): void => void problems.push({ message, range: placeOf(text, key) });
  const layer: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(written)) {
    const schema = Object.hasOwn(configShape, key) ? configShape[key as keyof typeof configShape] : undefined;
    if (schema === undefined) {
      say(`"${key}" is not a setting of ${CONFIG_FILE}; known are: ${Object.keys(lintShape).join(', ')}.`, key);
      continue;
    }
    const result = schema.safeParse(value, { error: inWords });
    if (result.error) say(`"${key}" is not usable and is left out: ${explain(result.error)}`, key);
    else if (key !== '$schema') layer[key] = result.data;
  }
  for (const problem of ruleProblems(layer, rules)) say(problem, /"([\w-]+)"(?:, which| is not)|\.([\w-]+)" is not/.exec(problem)?.slice(1).find(Boolean) ?? '');
  return { layer, problems };
}

function parse(text: string): Readonly<Record<string, unknown>> | string {
  try {
    const written: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    const isObject = typeof written === 'object' && written !== null && !Array.isArray(written);
    return isObject ? Object.fromEntries(Object.entries(written)) : `${CONFIG_FILE} holds one object: { "rules": { … } }.`;
  } catch (error) {
    return `${CONFIG_FILE} is not JSON and is left out: ${error instanceof Error ? error.message : String(error)}.`;
  }
}

/** The first place where the key stands; the whole text where it cannot be found. */
function placeOf(text: string, key: string): Range {
  const written = JSON.stringify(key);
  const start = text.indexOf(written);
  return start < 0 ? { start: 0, end: text.length } : { start, end: start + written.length };
}
