import { parse as parseYaml } from 'yaml';
import * as z from 'zod/mini';
import type { Plan } from '../plan/plan.ts';
import { sliceOf } from '../text/range.ts';
import { withDerivedValues } from './derived-values.ts';
import type { Kind } from './kind.ts';
import { splitAtPlaceholders, type Values } from './placeholders.ts';
import { expressionAround } from './title-pattern.ts';

/** Which kind of document this is, what its path and title tell, and the reason in words for the author. */
export interface Recognition {
  readonly kind: Kind;
  readonly values: Values;
  readonly reason: string;
}

const explicitMark = z.object({ groundplan: z.union([z.string(), z.object({ kind: z.string(), file: z.optional(z.undefined()) })]) });

/** From an explicit mark, the file name, then the title. Unknown stays unknown: a wrong guess is worse than none. */
export function recognise(plan: Plan, path: string, kinds: readonly Kind[]): Recognition | undefined {
  const mark = markedKind(plan);
  if (mark === 'template') return undefined;
  const marked = kinds.find(({ kind }) => kind === mark);
  if (marked) return { kind: marked, values: valuesOf(marked, plan, path), reason: `Its front matter says "kind: ${marked.kind}".` };
  for (const kind of kinds) {
    if (matchFileName(kind, path)) {
      return { kind, values: valuesOf(kind, plan, path), reason: `Its file name has the form ${baseName(kind.file)}.` };
    }
  }
  for (const kind of kinds) {
    const title = plan.title?.heading.title ?? '';
    if (kind.title.match(title)) return { kind, values: valuesOf(kind, plan, path), reason: `Its title is "${title}".` };
  }
  return undefined;
}

/** The values of the placeholders in a file name of this kind; nothing where the name is not of that form. */
export function matchFileName(kind: Kind, path: string): Values | undefined {
  const { parts, names } = splitAtPlaceholders(baseName(kind.file));
  const found = expressionAround(parts, names, 'i').exec(baseName(path).slice(-300));
  return found ? Object.fromEntries(names.map((name, index) => [name, found[index + 1] ?? ''])) : undefined;
}

export function baseName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function valuesOf(kind: Kind, plan: Plan, path: string): Values {
  return withDerivedValues({ ...kind.title.match(plan.title?.heading.title ?? ''), ...matchFileName(kind, path) });
}

function markedKind(plan: Plan): string | undefined {
  const block = plan.outline.frontMatter;
  const yaml = block && sliceOf(plan.text, block.content);
  if (yaml === undefined || !/^groundplan\s*:/m.test(yaml)) return undefined;
  try {
    const data: unknown = parseYaml(yaml);
    const parsed = explicitMark.safeParse(data);
    if (!parsed.success) return 'template';
    const { groundplan } = parsed.data;
    return typeof groundplan === 'string' ? groundplan : groundplan.kind;
  } catch {
    return undefined;
  }
}
