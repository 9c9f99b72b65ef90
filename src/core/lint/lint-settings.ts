import * as z from 'zod/mini';
import { severitySetting, type Rule, type Severity } from './rule.ts';

/** What a rule is given by its name: a severity, or an object with it and the options of the rule. */
const ruleSettings = z.record(z.string(), z.union([severitySetting, z.looseObject({ severity: z.optional(severitySetting) })]));
export type RuleSettings = z.infer<typeof ruleSettings>;

/** What may be set in the editor and in `.groundplan.json` alike. */
export const lintShape = {
  preset: described(
    'What the checks begin with: "recommended" leaves each its own severity, "strict" makes every warning an error and all else a warning.',
    z._default(z.enum(['recommended', 'strict']), 'recommended'),
  ),
  rules: described(
    'The severity of each check, by its name; "off" leaves it out. An object says more: { "severity": "hint" } with the options of the check. Checks that are not named keep what the preset gives them.',
    z._default(ruleSettings, {}),
  ),
  kinds: described(
    'The same for the documents of one kind, by its name: { "phase-plan": { "rules": { "task-size": "off" } } }.',
    z._default(z.record(z.string(), z.strictObject({ rules: z.optional(ruleSettings) })), {}),
  ),
  include: described('Which files are checked, as patterns such as "docs/**/*.md". They count from the folder that says so.', z._default(patterns(), ['**/*.{md,markdown,mdown,mkd}'])),
  exclude: described('Which files are left alone, as patterns.', z._default(patterns(), ['**/node_modules/**'])),
};

export type LintSettings = { readonly [Key in keyof typeof lintShape]: z.infer<(typeof lintShape)[Key]> };
/** What one place says; the rest is as it was. */
export type LintLayer = { readonly [Key in keyof LintSettings]?: LintSettings[Key] };

/** What lies nearer to a document goes before what lies farther off, rule by rule. */
export function withLayer(settings: LintSettings, layer: LintLayer): LintSettings {
  const { preset = settings.preset, include = settings.include, exclude = settings.exclude } = layer;
  const rules = mergeRules(settings.rules, layer.rules ?? {});
  const kinds = { ...settings.kinds };
  for (const [kind, said] of Object.entries(layer.kinds ?? {})) kinds[kind] = { rules: mergeRules(kinds[kind]?.rules ?? {}, said.rules ?? {}) };
  return { preset, include, exclude, rules, kinds };
}

function mergeRules(outer: RuleSettings, inner: RuleSettings): RuleSettings {
  const merged = { ...outer };
  for (const [id, said] of Object.entries(inner)) merged[id] = { ...asObject(outer[id]), ...asObject(said) };
  return merged;
}

function asObject(said: RuleSettings[string] | undefined): { readonly severity?: Severity | 'off' | undefined } {
  return typeof said === 'object' ? said : said === undefined ? {} : { severity: said };
}

/** How a rule is applied. */
export interface AppliedRule {
  readonly severity: Severity | 'off';
  readonly options: unknown;
}

interface KindName {
  readonly kind: string;
  /** With its dialect, where it has several. */
  readonly id: string;
}

const known = new WeakMap<LintSettings, WeakMap<KindName, WeakMap<Rule, AppliedRule>>>();

/** How a rule is applied to documents of a kind: found out once for the same settings. */
export function ruleIn(settings: LintSettings, rule: Rule, kind: KindName): AppliedRule {
  const byKind = known.get(settings) ?? new WeakMap<KindName, WeakMap<Rule, AppliedRule>>();
  const byRule = byKind.get(kind) ?? new WeakMap<Rule, AppliedRule>();
  const found = byRule.get(rule);
  if (found !== undefined) return found;
  const applied = readSettings(settings, rule, kind);
  known.set(settings, byKind.set(kind, byRule.set(rule, applied)));
  return applied;
}

function readSettings(settings: LintSettings, rule: Rule, kind: KindName): AppliedRule {
  const said = [settings.rules[rule.id], settings.kinds[kind.kind]?.rules?.[rule.id], settings.kinds[kind.id]?.rules?.[rule.id]].map(asObject);
  const { severity = presetSeverity(settings, rule), ...options } = Object.assign({}, ...said) as { severity?: Severity | 'off' };
  return { severity, options: rule.options?.safeParse(options).data ?? rule.options?.parse({}) };
}

function presetSeverity({ preset }: LintSettings, { severity }: Rule): Severity {
  if (preset === 'recommended') return severity;
  return severity === 'error' || severity === 'warning' ? 'error' : 'warning';
}

export function described<S extends z.ZodMiniType>(description: string, schema: S): S {
  return schema.check(z.describe(description));
}

function patterns() {
  return z.array(z.string().check(z.minLength(1), z.maxLength(500))).check(z.maxLength(200));
}
