import { isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';
import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { titleKey } from '../../plan/titles.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import { isReadableYaml } from '../../text/readable-yaml.ts';
import { bareText, type Line } from '../forms/bare-lines.ts';
import { Piece, type Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import type { HeadField } from './block-fields.ts';

const LONGEST_BLOCK = 20_000;
const MOST_COLLECTIONS = 200;
const known = new WeakMap<Plan, Map<number, unknown>>();
const YAML_BLOCK = /^---[ \t]*(?:\r\n?|\n)([\s\S]*?)(?:\r\n?|\n)---[ \t]*(?:\r|\n|$)/d;
const YAML_LINE = /^(?:[\w-][\w .-]*:(?:[ \t].*)?|[ \t-].*|#.*)?$/;

/** Front matter, and YAML right below the title. */
export function yamlBlocks(plan: Plan): readonly Range[] {
  const { frontMatter, fences } = plan.outline;
  const blocks = frontMatter ? [frontMatter.content] : [];
  if (plan.title === undefined) return blocks;
  const below = plan.text.slice(plan.title.heading.range.end, plan.title.heading.range.end + LONGEST_BLOCK);
  const start = plan.title.heading.range.end + below.length - below.trimStart().length;
  const fence = fences.find(({ range, language }) => range.start === start && (language === 'yaml' || language === 'yml'));
  if (fence) return [...blocks, fence.content];
  const block = YAML_BLOCK.exec(below.trimStart());
  const [from, to] = block?.indices?.[1] ?? [];
  if (from === undefined || to === undefined || !(block?.[1] ?? '').split(/\r\n?|\n/).every((line) => YAML_LINE.test(line))) return blocks;
  return [...blocks, { start: start + from, end: start + to }];
}

/** The names at the left edge; what is nested below them is no statement about the document. */
export function yamlFields(plan: Plan, content: Range, read: ReadMarkdown): readonly HeadField[] {
  const text = sliceOf(plan.text, content);
  const root = rootIn(plan, content);
  if (!isMap(root)) return [];
  const placeOf = (node: unknown): Value | undefined => {
    const place = isNode(node) ? node.range : undefined;
    return place ? partOf({ text, range: content }, place[0], place[1]) : undefined;
  };
  return root.items.flatMap(({ key, value }) => {
    const [name, whole] = [placeOf(key), placeOf(value)];
    if (!name || !whole || (isMap(value) && value.flow !== true)) return [];
    const items = isSeq(value) ? value.items.filter(isScalar).flatMap((item) => placeOf(item) ?? []) : [whole];
    const [first, ...more] = items.map(unquoted).filter((item) => item.text !== '').map((item) => lineOfYaml(plan, item, read));
    return first ? [{ key: titleKey(name.text), form: 'front matter', whole, lines: [first, ...more], range: { start: name.range.start, end: whole.range.end } } as const] : [];
  });
}

/** A bracket in quotes passes for one that closes a collection: all of them are bounded too. */
function isReadable(yaml: string): boolean {
  return isReadableYaml(yaml) && yaml.split(/[[{]/).length <= MOST_COLLECTIONS;
}

/** Read once for all who ask for the fields of a document. */
function rootIn(plan: Plan, content: Range): unknown {
  const roots = known.get(plan) ?? new Map<number, unknown>();
  known.set(plan, roots);
  // YAML knows no lone carriage return; as another line ending it keeps every place.
  const yaml = sliceOf(plan.text, content).replace(/\r(?!\n)/g, '\n');
  if (!roots.has(content.start)) roots.set(content.start, isReadable(yaml) ? rootOf(yaml) : undefined);
  return roots.get(content.start);
}

function rootOf(yaml: string): unknown {
  try {
    return parseDocument(yaml, { logLevel: 'silent', strict: false, uniqueKeys: false, prettyErrors: false }).contents;
  } catch {
    return undefined;
  }
}

/** The text of a scalar without its quotes, or without the sign of a block. */
function unquoted(value: Value): Value {
  const block = /^[|>][+\d-]{0,2}[ \t]*(?:\r\n?|\n)/.exec(value.text);
  if (block) return partOf(value, block[0].length);
  return /^(["'])[\s\S]*\1$/.test(value.text) && value.text.length > 1 ? partOf(value, 1, value.text.length - 1) : value;
}

/** Authors write Markdown in YAML too. */
function lineOfYaml(plan: Plan, value: Value, read: ReadMarkdown): Line {
  const [only, ...others] = read(value.text).children;
  const piece = new Piece(plan.text, value.range.start);
  if (only?.type !== 'paragraph' || others.length > 0 || piece.of(only).text !== value.text) return { value, bare: value.text };
  return { value, bare: bareText(piece, only, value) };
}
