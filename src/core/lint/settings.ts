import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import { severitySetting, type Rule, type Severity } from './rule.ts';

/** Every setting, once: the editor's settings page, its defaults and the checks of what users write follow from this. */
export const settingsSchema = z.object({
  'lint.enabled': described('Check plans while you type.', z._default(z.boolean(), true)),
  'lint.delay': described(
    'How many milliseconds after the last key press a plan is checked and its preview redrawn.',
    z._default(z.int().check(z.minimum(0), z.maximum(5000)), 150),
  ),
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
  rules: described(
    'The severity of each check, by its name; "off" leaves it out. Checks that are not named keep their own severity. An object says more: { "severity": "hint", … } with the options of the check.',
    z._default(z.record(z.string(), z.union([severitySetting, z.looseObject({ severity: z.optional(severitySetting) })])), {}),
  ),
});
export type Settings = z.infer<typeof settingsSchema>;
export type LintSettings = Pick<Settings, 'rules'>;

/** The severity and the options that the user gives a rule. */
export function ruleIn({ rules }: LintSettings, rule: Rule): { readonly severity: Severity | 'off'; readonly options: unknown } {
  const written = rules[rule.id] ?? {};
  const { severity = rule.severity, ...options } = typeof written === 'string' ? { severity: written } : written;
  return { severity, options: rule.options?.safeParse(options).data ?? rule.options?.parse({}) };
}

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** Takes what users wrote, key by key: a value that does not fit is left out, with a sentence that names its key. */
export function readSettings(written: Readonly<Record<string, unknown>>, ruleIds: readonly string[]): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const result = schema.safeParse(written[key], { error: inWords });
    if (result.success) return [key, result.data] as const;
    problems.push(`"groundplan.${key}" is not usable and its default is taken: ${explain(result.error)}`);
    return [key, schema.parse(undefined)] as const;
  });
  const settings = settingsSchema.parse(Object.fromEntries(entries));
  for (const id of Object.keys(settings.rules).filter((id) => !ruleIds.includes(id))) {
    problems.push(`"groundplan.rules" names the check "${id}", which does not exist; known are: ${ruleIds.join(', ')}.`);
  }
  return { settings, problems };
}

function explain(error: z.core.$ZodError): string {
  return error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ') + '.';
}

/** The small build of zod speaks no language until it is told one. */
const inWords = english().localeError;

function described<S extends z.ZodMiniType>(description: string, schema: S): S {
  return schema.check(z.describe(description));
}
