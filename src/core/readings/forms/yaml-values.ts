import { isAlias, isMap, isScalar, isSeq, parseDocument, type Node } from 'yaml';
import { sliceOf, type Range } from '../../text/range.ts';
import { isReadableYaml } from '../../text/readable-yaml.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Fence } from '../../plan/outline.ts';
import type { Value } from './fields.ts';
import { partOf } from './pieces.ts';

/** A scalar of a YAML fence, with the keys that lead to it; items of a sequence are counted from 0. */
export interface YamlValue {
  readonly path: readonly (string | number)[];
  readonly value: Value;
  /** Where the key stands that names it; the value itself in a sequence. */
  readonly key: Value;
}

const MOST_VALUES = 2000;

/** The YAML fences that begin within a span. */
export function yamlFences(plan: Plan, span: Range): readonly Fence[] {
  return plan.outline.fences.filter(({ language, range }) => (language === 'yaml' || language === 'yml') && range.start >= span.start && range.start < span.end);
}

/** Every scalar of a YAML fence, as far as it can be read; placeholders such as `{{name}}` and `[NAME]` are scalars too. */
export function yamlValues(plan: Plan, content: Range): readonly YamlValue[] {
  const text = sliceOf(plan.text, content);
  if (!isReadableYaml(text)) return [];
  const document = parseDocument(hidePlaceholders(text), { logLevel: 'silent', strict: false, uniqueKeys: false });
  const found: YamlValue[] = [];
  const waiting: { node: unknown; path: readonly (string | number)[]; key: Value | undefined }[] = [{ node: document.contents, path: [], key: undefined }];
  for (let next = waiting.pop(); next !== undefined && found.length < MOST_VALUES; next = waiting.pop()) {
    const { node, path, key } = next;
    if (isMap(node)) {
      waiting.push(
        ...node.items
          .map((pair) => ({ node: pair.value, path: [...path, isScalar(pair.key) ? String(pair.key.value) : ''], key: placeOf(pair.key, text, content) }))
          .reverse(),
      );
    } else if (isSeq(node)) {
      waiting.push(...node.items.map((item, index) => ({ node: item, path: [...path, index], key: undefined })).reverse());
    } else if (isScalar(node) || isAlias(node)) {
      const value = placeOf(node, text, content);
      if (value) found.push({ path, value, key: key ?? value });
    }
  }
  return found;
}

/** A value without the quotes around it. */
export function unquoted(value: Value): Value {
  return /^(["'])[^"']*\1$/.test(value.text) ? partOf(value, 1, value.text.length - 1) : value;
}

/** What authors leave open reads as YAML collections: as plain letters of the same length it is a scalar. */
function hidePlaceholders(text: string): string {
  return text.replace(/\{\{[^{}\r\n]*\}\}|\[[A-Z][^[\]\r\n]{0,200}\]/g, (placeholder) => 'x'.repeat(placeholder.length));
}

function placeOf(node: unknown, text: string, content: Range): Value | undefined {
  if (!(isScalar(node) || isAlias(node))) return undefined;
  const range = (node as Node).range;
  if (!range) return undefined;
  const raw = text.slice(range[0], range[1]);
  const trimmed = raw.trim();
  const start = content.start + range[0] + raw.length - raw.trimStart().length;
  return { text: trimmed, range: { start, end: start + trimmed.length } };
}
