import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { described, lintShape } from './lint-settings.ts';
import type { Rule } from './rule.ts';

/** Every setting of the editor, once: its settings page, its defaults and the checks of what users write follow from this. */
export const settingsSchema = z.object({
  'lint.enabled': described('Check plans while you type.', z._default(z.boolean(), true)),
  'lint.delay': described(
    'How many milliseconds after the last key press a plan is checked and its preview redrawn.',
    z._default(z.int().check(z.minimum(0), z.maximum(5000)), 150),
  ),
  'preview.scrollWithEditor': described('Scroll the preview to what the editor shows, and mark in it what the cursor stands in.', z._default(z.boolean(), true)),
  'preview.scrollEditor': described('Scroll the editor to what the preview shows.', z._default(z.boolean(), true)),
  'preview.matrixInMarkdownPreview': described("Show the matrix of a plan's risks in the editor's own Markdown preview too.", z._default(z.boolean(), true)),
  'codeLens.enabled': described('Show what can be done with a plan or record, and who refers to it, above its title.', z._default(z.boolean(), true)),
  author: described('Who stands as the author in new documents. Empty: the name that Git knows.', z._default(z.string(), '')),
  'templates.folder': described(
    'The folder of the workspace in which Markdown templates are kinds of documents of your own.',
    z._default(
      z.string().check(z.refine((path) => path !== '' && !/^[/\\~]|^[a-z]:|(^|[/\\])\.\.([/\\]|$)/i.test(path), 'needs to be a folder inside the workspace')),
      '.groundplan/templates',
    ),
  ),
  'code.patterns': described(
    'What to look for in the code when an architectural plan begins: names, each with a glob such as "**/*repository*.go".',
    z._default(z.record(z.string(), z.string()), {}),
  ),
  ...lintShape,
});
export type Settings = z.infer<typeof settingsSchema>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** Takes what users wrote, key by key: a value that does not fit is left out, with a sentence that names its key. */
export function readSettings(written: Readonly<Record<string, unknown>>, rules: readonly Rule[]): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const result = schema.safeParse(written[key], { error: inWords });
    if (result.success) return [key, result.data] as const;
    problems.push(`"groundplan.${key}" is not usable and its default is taken: ${explain(result.error)}`);
    return [key, schema.parse(undefined)] as const;
  });
  const settings = settingsSchema.parse(Object.fromEntries(entries));
  return { settings, problems: [...problems, ...ruleProblems(settings, rules, 'groundplan.')] };
}

/** The rules that a setting names and that do not exist, and the options that they do not take. */
export function ruleProblems({ rules: said = {}, kinds = {} }: Partial<Pick<Settings, 'rules' | 'kinds'>>, rules: readonly Rule[], lead = ''): readonly string[] {
  const places = [[`${lead}rules`, said] as const, ...Object.entries(kinds).map(([kind, { rules = {} }]) => [`${lead}kinds.${kind}.rules`, rules] as const)];
  return places.flatMap(([place, settings]) =>
    Object.entries(settings).flatMap(([id, setting]) => {
      const rule = rules.find((each) => each.id === id);
      if (rule === undefined) return [`"${place}" names the check "${id}", which does not exist; known are: ${rules.map((each) => each.id).join(', ')}.`];
      const problem = typeof setting === 'string' ? undefined : optionProblem(rule, setting);
      return problem === undefined ? [] : [`"${place}.${id}" is not usable and its defaults are taken: ${problem}`];
    }),
  );
}

function optionProblem({ id, options: schema }: Rule, setting: Readonly<Record<string, unknown>>): string | undefined {
  const options = Object.fromEntries(Object.entries(setting).filter(([key]) => key !== 'severity'));
  const known = schema instanceof z.ZodMiniObject ? Object.keys(schema.shape) : [];
  const unknown = Object.keys(options).find((key) => !known.includes(key));
  if (unknown !== undefined) return `${id} has no option "${unknown}"${known.length === 0 ? '' : `; it has: ${known.join(', ')}`}.`;
  const result = schema?.safeParse(options, { error: inWords });
  return result?.error && explain(result.error);
}

export function explain(error: z.core.$ZodError): string {
  return error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ') + '.';
}

/** The small build of zod speaks no language until it is told one. */
export const inWords = english().localeError;
