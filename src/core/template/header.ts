import { parseDocument } from 'yaml';
import * as z from 'zod/mini';
import english from 'zod/v4/locales/en.js';
import type { Plan } from '../plan/plan.ts';
import { sliceOf, type Range } from '../text/range.ts';
import { isReadableYaml } from '../text/readable-yaml.ts';

const words = z.string().check(z.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'needs lower-case words joined by hyphens'));
const sentence = z.string().check(z.minLength(1));
const fileName = z.string().check(
  z.regex(/\.md$/, 'needs to end in .md'),
  z.refine((path) => !/^[/\\]|^[a-z]:|\\|(^|\/)\.\.(\/|$)/i.test(path), 'needs to be a path inside the workspace, with "/" between folders'),
);

/** What to ask the author for one placeholder. */
const question = z.strictObject({
  prompt: sentence,
  /** The answer is a file of the workspace; likely ones match this pattern. */
  file: z.optional(z.string()),
  /** What stands in the box before the author types, with placeholders that are known by then. */
  value: z.optional(z.string()),
  optional: z._default(z.boolean(), false),
});
export type Question = z.infer<typeof question>;

const kindHeader = z.strictObject({
  kind: words,
  /** One of several forms of the same kind, told apart by their headings. */
  dialect: z.optional(words),
  name: sentence,
  description: sentence,
  /** Where the document is written; serves scaffolding and recognition alike. */
  file: fileName,
  /** Other names under which such files are met. */
  also: z._default(z.array(fileName), []),
  /** The file to ask for in whose folder the document is written. */
  beside: z.optional(z.string()),
  /** What to ask the author, by placeholder. */
  ask: z._default(
    z.record(
      z.string(),
      z.pipe(z.union([sentence, question]), z.transform((asked): Question => (typeof asked === 'string' ? { prompt: asked, optional: false } : asked))),
    ),
    {},
  ),
});
export type KindHeader = z.infer<typeof kindHeader>;

export interface TemplateProblem {
  readonly message: string;
  readonly range: Range;
}

/** What the front matter of a template says under `groundplan:`; else what is wrong with it, each problem on its line. */
export function readHeader(plan: Plan): KindHeader | readonly TemplateProblem[] {
  const block = plan.outline.frontMatter;
  const own = block && ownPart(plan.text, block.content);
  if (own === undefined) return [{ message: 'A template begins with front matter that says under "groundplan:" which kind it is.', range: block?.range ?? { start: 0, end: 0 } }];
  const yaml = yamlOf(plan.text, own);
  if (!isReadableYaml(yaml)) return [{ message: 'The front matter is too long or too deeply nested to be read.', range: lineAt(plan, own.start) }];
  const document = parseDocument(yaml, { prettyErrors: false, logLevel: 'silent' });
  const [error] = document.errors;
  if (error) return [{ message: `The front matter is not YAML: ${error.message.split('\n')[0] ?? ''}.`, range: lineAt(plan, own.start + error.pos[0]) }];
  const parsed = z.object({ groundplan: kindHeader }).safeParse(toData(document), { error: english().localeError });
  if (parsed.success) return parsed.data.groundplan;
  return parsed.error.issues.map((issue) => ({
    message: `"${issue.path.join('.') || 'groundplan'}" in the front matter is not usable: ${issue.message}.`,
    range: lineAt(plan, own.start + offsetOf(document, issue.code === 'unrecognized_keys' ? [...issue.path, ...issue.keys.slice(0, 1)] : issue.path)),
  }));
}

/** The lines of the front matter that are about the template itself; the others, with the comments above them, belong to the documents made from it. */
export function ownPart(text: string, content: Range): Range | undefined {
  const yaml = sliceOf(text, content);
  const key = /^groundplan[ \t]*:/m.exec(yaml);
  if (key === null) return undefined;
  let length = 0;
  for (const { 0: line, index } of yaml.slice(key.index).matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    if (index === 0 || /^(?:[ \t]+\S|[}\]])/.test(line)) length = index + line.length;
    else if (/^[^\s#]/.test(line)) break;
  }
  return { start: content.start + key.index, end: content.start + key.index + length };
}

/** YAML knows no lone carriage return; as another line ending it keeps every place. */
export function yamlOf(text: string, range: Range): string {
  return sliceOf(text, range).replace(/\r(?!\n)/g, '\n');
}

function toData(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return undefined;
  }
}

/** Where the innermost node stands that the path leads to. */
function offsetOf(document: ReturnType<typeof parseDocument>, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    if (typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range)) return Number(node.range[0]);
  }
  return 0;
}

function lineAt(plan: Plan, offset: number): Range {
  const line = plan.lines.lineAt(offset);
  const start = plan.lines.startOf(line);
  return { start, end: start + (/^[^\r\n]*/.exec(plan.text.slice(start, start + 1000))?.[0].length ?? 0) };
}
