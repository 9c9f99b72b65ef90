import { readFileSync } from 'node:fs';
import path from 'node:path';
import { allRules } from '../../core/rules/all.ts';
import { done, unusable, wrongUsage, type Outcome, type System } from '../outcome.ts';

/** Prints the page of a check: what it asks, why, and what passes and fails. The pages lie beside the program. */
export function explainCommand(args: readonly string[], { pages }: System): Promise<Outcome> {
  return Promise.resolve(explain(args, pages));
}

function explain([id, ...others]: readonly string[], pages: string): Outcome {
  if (id === undefined || others.length > 0) return wrongUsage('"explain" needs the name of one check.');
  if (!allRules.some((rule) => rule.id === id)) return unusable(`There is no check "${id}"; known are: ${allRules.map((rule) => rule.id).join(', ')}.`);
  return done(readFileSync(path.join(pages, `${id}.md`), 'utf8').replace(/<!-- \/?generated.*-->\n/g, ''));
}
