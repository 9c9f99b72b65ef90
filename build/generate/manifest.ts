import * as z from 'zod/mini';
import { severitySetting } from '../../src/core/lint/rule.ts';
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
  parsed.contributes['snippets'] = builtinKinds().map(({ id }) => ({ language: 'markdown', path: `./snippets/${id}.code-snippets` }));
  return `${JSON.stringify(parsed, null, 2)}\n`;
}

export interface SettingProperty {
  readonly description: string;
  readonly default: unknown;
  readonly [key: string]: unknown;
}

export function settingProperties(): Record<string, SettingProperty> {
  return Object.fromEntries(
    Object.entries(settingsSchema.shape).map(([key, schema]) => {
      const property = z.toJSONSchema(schema, { io: 'input' });
      delete property.$schema;
      return [`groundplan.${key}`, { scope: 'resource', ...property, ...(key === 'rules' ? ruleProperties() : {}) } as unknown as SettingProperty];
    }),
  );
}

/** The names of the rules, so that the editor completes them. */
function ruleProperties(): object {
  const severities = severitySetting.options;
  return {
    propertyNames: undefined,
    properties: Object.fromEntries(allRules.map(({ id, summary, severity }) => [id, { enum: severities, default: severity, description: summary }])),
    additionalProperties: false,
  };
}
