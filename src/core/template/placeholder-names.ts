import type { Kind } from './kind.ts';
import { splitAtPlaceholders } from './placeholders.ts';

const known = new WeakMap<Kind, ReadonlySet<string>>();

/** What stands between the braces of the placeholders of a template. */
export function placeholderNames(kind: Kind): ReadonlySet<string> {
  const names = known.get(kind) ?? new Set(splitAtPlaceholders(kind.body).names);
  known.set(kind, names);
  return names;
}
