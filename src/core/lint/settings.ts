import * as z from 'zod';
import { severitySetting } from './rule.ts';

/** Every setting, once: the editor's settings page, its defaults and the checks of what users write follow from this. */
export const settingsSchema = z.object({
  'lint.enabled': z.boolean().default(true).describe('Check plans while you type.'),
  'lint.delay': z
    .int()
    .min(0)
    .max(5000)
    .default(150)
    .describe('How many milliseconds after the last key press a plan is checked and its preview redrawn.'),
  rules: z
    .record(z.string(), severitySetting)
    .default({})
    .describe('The severity of each check, by its name; "off" leaves it out. Checks that are not named keep their own severity.'),
});
export type Settings = z.infer<typeof settingsSchema>;
export type LintSettings = Pick<Settings, 'rules'>;

export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

/** Takes what users wrote, key by key: a value that does not fit is left out, with a sentence that names its key. */
export function readSettings(written: Readonly<Record<string, unknown>>, ruleIds: readonly string[]): { readonly settings: Settings; readonly problems: readonly string[] } {
  const problems: string[] = [];
  const entries = Object.entries(settingsSchema.shape).map(([key, schema]) => {
    const result = schema.safeParse(written[key]);
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

function explain(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message)).join('; ') + '.';
}
