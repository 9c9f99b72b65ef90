import * as z from 'zod/mini';
import type { Finding } from './lint.ts';

/** The file of a workspace in which the findings of a day are kept, so that only new ones count from then on. */
export const BASELINE_FILE = '.groundplan/baseline.json';

const MOST_TEXT = 50_000_000;

const schema = z.object({
  version: z.literal(1),
  /** By document and by check: how often each message stood there. Without lines, which move. */
  findings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.int().check(z.positive())))),
});
export type Baseline = z.infer<typeof schema>;

export const NO_BASELINE: Baseline = { version: 1, findings: {} };

export function freeze(documents: Iterable<{ readonly path: string; readonly findings: readonly Pick<Finding, 'rule' | 'message'>[] }>): Baseline {
  const findings: Record<string, Record<string, Record<string, number>>> = {};
  for (const { path, findings: found } of documents) {
    for (const { rule, message } of found) {
      const messages = ((findings[path] ??= {})[rule] ??= {});
      messages[message] = (messages[message] ?? 0) + 1;
    }
  }
  return { version: 1, findings };
}

/** Findings that were there on the day of the baseline are hints; one more of the same is not. */
export function thaw(path: string, findings: readonly Finding[], baseline: Baseline): readonly Finding[] {
  const known = Object.hasOwn(baseline.findings, path) ? baseline.findings[path] : undefined;
  if (known === undefined) return findings;
  const left = new Map<string, number>();
  return findings.map((finding) => {
    const key = `${finding.rule}\n${finding.message}`;
    const count = left.get(key) ?? known[finding.rule]?.[finding.message] ?? 0;
    if (count === 0) return finding;
    left.set(key, count - 1);
    return { ...finding, severity: 'hint' };
  });
}

/** The text of the file: sorted, so that two branches change it in different places. */
export function writeBaseline({ findings }: Baseline): string {
  return `${JSON.stringify({ version: 1, findings }, (_, value: unknown) => (isPlain(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value), 2)}\n`;
}

export function readBaseline(text: string): Baseline | { readonly problem: string } {
  const problem = `${BASELINE_FILE} is not what "Freeze Findings" writes, and is left out: freeze the findings again.`;
  if (text.length > MOST_TEXT) return { problem };
  try {
    return schema.safeParse(JSON.parse(text)).data ?? { problem };
  } catch {
    return { problem };
  }
}

function isPlain(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
