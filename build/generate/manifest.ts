import * as z from 'zod/mini';
import { CONFIG_FILE, configShape } from '../../src/core/lint/config-file.ts';
import { lintShape } from '../../src/core/lint/lint-settings.ts';
import { severitySetting, type Rule } from '../../src/core/lint/rule.ts';
import { settingsSchema } from '../../src/core/lint/settings.ts';
import { allRules } from '../../src/core/rules/all.ts';
import { builtinKinds } from '../../src/core/template/builtin.ts';

interface Manifest {
  contributes: Record<string, unknown>;
}

/** package.json with the parts that follow from the schema of the settings and from the templates. */
export function manifest(current: string): string {
  const parsed = JSON.parse(current) as Manifest;
  parsed.contributes['configuration'] = { title: 'Groundplan', properties: settingProperties() };
  parsed.contributes['jsonValidation'] = [{ fileMatch: CONFIG_FILE, url: './media/groundplan.schema.json' }];
  parsed.contributes['snippets'] = builtinKinds().map(({ id }) => ({ language: 'markdown', path: `./snippets/${id}.code-snippets` }));
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

export interface SettingProperty {
  readonly description: string;
  readonly default: unknown;
  readonly [key: string]: unknown;
}

export function settingProperties(): Record<string, SettingProperty> {
  return Object.fromEntries(Object.entries(settingsSchema.shape).map(([key, schema]) => [`groundplan.${key}`, { scope: 'resource', ...property(key, schema) } as unknown as SettingProperty]));
}

/** What `.groundplan.json` may say, for the editor that completes it. */
export function configSchema(): string {
  const schema = {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'How Groundplan checks the documents in this folder and below it',
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(Object.entries(configShape).map(([key, schema]) => [key, property(key, schema)])),
  };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function property(key: string, schema: z.ZodMiniType): object {
  const plain = z.toJSONSchema(schema, { io: 'input' });
  delete plain.$schema;
  if (key === 'rules') return { ...plain, ...ruleProperties() };
  return key === 'kinds' ? { ...plain, ...kindProperties() } : plain;
}

/** The names of the rules with what each may be given, so that the editor completes them. */
function ruleProperties(): object {
  return { propertyNames: undefined, properties: Object.fromEntries(allRules.map((rule) => [rule.id, ruleProperty(rule)])), additionalProperties: false };
}

function ruleProperty({ summary, severity, options }: Rule): object {
  const severities = { enum: severitySetting.options, default: severity };
  const own = options && (z.toJSONSchema(options, { io: 'input' }).properties ?? {});
  return {
    description: summary,
    default: severity,
    anyOf: [severities, { type: 'object', additionalProperties: false, properties: { severity: severities, ...own } }],
  };
}

/** A team's own kinds may be named as well. Said once for all of them: the editor reads this file whenever it starts. */
function kindProperties(): object {
  const names = Array.from(new Set(builtinKinds().flatMap(({ kind, id }) => [kind, id])));
  const ofKind = { type: 'object', additionalProperties: false, properties: { rules: property('rules', lintShape.rules) } };
  return { propertyNames: { anyOf: [{ enum: names }, { type: 'string' }] }, additionalProperties: ofKind };
}
