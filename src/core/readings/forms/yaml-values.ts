import { isAlias, isMap, isScalar, isSeq, parseAllDocuments, type Document, type Node } from 'yaml';
import { sliceOf, type Range } from '../../text/range.ts';
import { isReadableYaml } from '../../text/readable-yaml.ts';
import { recalled } from '../../plan/memory.ts';
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

/** What the parser of YAML says about a text that it cannot read, and where it noticed. */
export interface YamlError {
  readonly code: string;
  readonly message: string;
  readonly range: Range;
}

const MOST_VALUES = 2000;
/** So much is read of one document: each error costs the parser as much as many lines. */
const LONGEST_IN_DOCUMENT = 200_000;
const MOST_ERRORS_IN_DOCUMENT = 500;

const known = new WeakMap<Plan, FenceReader>();

/** The YAML fences that begin within a span. */
export function yamlFences(plan: Plan, span: Range): readonly Fence[] {
  return plan.outline.fences.filter((fence) => isYaml(fence) && fence.range.start >= span.start && fence.range.start < span.end);
}

/** Every scalar of a YAML fence, as far as it can be read; placeholders such as `{{name}}` and `[NAME]` are scalars too. */
export function yamlValues(plan: Plan, content: Range): readonly YamlValue[] {
  return readerOf(plan).read(content).values;
}

/** The first thing that is wrong with a YAML fence. */
export function yamlError(plan: Plan, content: Range): YamlError | undefined {
  return readerOf(plan).read(content).error;
}

function readerOf(plan: Plan): FenceReader {
  const reader = known.get(plan) ?? new FenceReader(plan);
  known.set(plan, reader);
  return reader;
}

function isYaml({ language }: Fence): boolean {
  return language === 'yaml' || language === 'yml';
}

interface FenceReading {
  readonly values: readonly YamlValue[];
  readonly error: YamlError | undefined;
  readonly complaints: number;
}

const UNREAD: FenceReading = { values: [], error: undefined, complaints: 0 };

/** Reads the fences of a document in their order, each once: so what is left unread does not depend on who asks first. */
class FenceReader {
  readonly #plan: Plan;
  readonly #fences: readonly Fence[];
  readonly #readings = new Map<number, FenceReading>();
  #next = 0;
  #length = 0;
  #errors = 0;

  constructor(plan: Plan) {
    this.#plan = plan;
    this.#fences = plan.outline.fences.filter(isYaml);
  }

  read({ start }: Range): FenceReading {
    for (let fence = this.#fences[this.#next]; fence !== undefined && fence.content.start <= start; fence = this.#fences[++this.#next]) {
      this.#readings.set(fence.content.start, this.#readNext(fence.content));
    }
    return this.#readings.get(start) ?? UNREAD;
  }

  #readNext(content: Range): FenceReading {
    const text = sliceOf(this.#plan.text, content);
    // YAML knows no lone carriage return; as another line ending it keeps every place.
    const yaml = hidePlaceholders(text).replace(/\r(?!\n)/g, '\n');
    if (this.#errors > MOST_ERRORS_IN_DOCUMENT || !isReadableYaml(yaml)) return UNREAD;
    this.#length += yaml.length;
    if (this.#length > LONGEST_IN_DOCUMENT) return UNREAD;
    const reading = recalled(this.#plan, content, readYaml, () => readYaml(yaml, text, content));
    this.#errors += reading.complaints;
    return reading;
  }
}

/** Of several documents in one fence the values of the first, and what is wrong in any of them. */
function readYaml(yaml: string, text: string, content: Range): FenceReading {
  const documents: readonly Document.Parsed[] = [...parseAllDocuments(yaml, { logLevel: 'silent', strict: false, uniqueKeys: false, prettyErrors: false })];
  const [first] = documents.flatMap(({ errors }) => errors);
  const error = first && { code: first.code, message: first.message, range: { start: content.start + first.pos[0], end: content.start + first.pos[1] } };
  const complaints = documents.reduce((count, { errors, warnings }) => count + errors.length + warnings.length, 0);
  return { values: valuesBelow(documents[0]?.contents, text, content), error, complaints };
}

function valuesBelow(contents: unknown, text: string, content: Range): readonly YamlValue[] {
  const found: YamlValue[] = [];
  const waiting: { node: unknown; path: readonly (string | number)[]; key: Value | undefined }[] = [{ node: contents, path: [], key: undefined }];
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
