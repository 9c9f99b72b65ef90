import type { Value } from '../forms/fields.ts';
import { partOf } from '../forms/pieces.ts';
import { technologyIn } from './technologies.ts';

export type Verdict = 'allowed' | 'forbidden';
type Judged = Readonly<Record<Verdict, readonly Value[]>>;

export const NOTHING: Judged = { allowed: [], forbidden: [] };

const KINDS = '(?: (?:technolog(?:y|ies)|tools?|products?|stack|languages?|databases?|frameworks?|librar(?:y|ies)|services?|platforms?|dependencies|vendors?))?';
const ALLOWED = new RegExp(`^(?:allowed|permitted|approved|whitelisted|must use|use only|only)${KINDS}$`);
const FORBIDDEN = new RegExp(`^(?:forbidden|prohibited|banned|disallowed|excluded|blacklisted|not (?:allowed|permitted)|(?:must|may|do) not use|never use)${KINDS}$`);

const LONGEST_TEXT = 2000;
/** What may follow the name of a technology that is forbidden as such, or allowed for some use. */
const AT_END = /^[\s*_]*(?:$|[.!:]|[–—-]\s|(?:because|since|due|but|at all|anywhere|(?:is |are )?(?:allowed|permitted)|no|not|never)\b)/i;
const IN_USE = /^[\s*_]*(?:$|[.!:\d]|[–—-]\s|(?:for|as|in|on|with|via|from|only|is|are|because|since|at)\b)/i;
/** What is forbidden but for some case is not forbidden. */
const CONDITION = /\b(?:unless|except|until|other than)\b/i;
const NEGATION =
  /(?<![\p{L}\p{N}_-]|\b(?:is|are|was|were)\s)(?:no|not|never|neither|nor|(?:don|mustn|can|shouldn)['’]t(?=\s+use)|cannot(?=\s+use))\s+(?:(?:to\s+)?(?:use|using|adopt|introduce|add|deploy|rely\s+on|depend\s+on)\s+)?(?:(?:use\s+)?of\s+)?(?:any\s+)?/giu;
const VERDICT = /\s(?:(?:is|are)\s+(?:forbidden|prohibited|banned|not\s+(?:allowed|permitted))|(?:must|may|can|shall)\s+not\s+be\s+used|cannot\s+be\s+used)(?!\p{L})/iu;
const ONLY_BEFORE = /^(?:(?:we|must|may|should|can|will|use|uses)\s+){0,3}only\s+(?:use\s+|uses\s+)?/i;
const ONLY_AFTER = /\sonly(?=[\s*_]*(?:$|[,:–—-]|because\b|since\b))/i;
const VERB = /^(?:(?:we|must|may|should|can|will|be|use|uses)\s+){0,4}/i;

/** What the name of a field, column or heading says of all that stands in or below it. */
export function verdictOf(key: string): Verdict | undefined {
  if (ALLOWED.test(key)) return 'allowed';
  return FORBIDDEN.test(key) ? 'forbidden' : undefined;
}

/** All that is judged, each place once. */
export function merged(...judged: readonly (Partial<Judged> | undefined)[]): Judged {
  const all = (verdict: Verdict): readonly Value[] => {
    const values = judged.flatMap((part) => part?.[verdict] ?? []);
    return values.filter(({ range }, index) => values.findIndex((other) => other.range.start === range.start) === index);
  };
  return { allowed: all('allowed'), forbidden: all('forbidden') };
}

/** What a sentence forbids ("no Redis", "must not use Kafka or NATS", "NATS is not allowed") or alone allows ("only Go", "ClickHouse ONLY"). */
export function judgedIn(value: Value): Judged {
  const searched = partOf(value, 0, LONGEST_TEXT);
  if (CONDITION.test(searched.text)) return NOTHING;
  return merged(...clausesOf(searched).flatMap((clause) => [{ forbidden: forbiddenIn(clause) }, { allowed: allowedIn(clause) }]));
}

/** The parts of a text that sentences and brackets part. */
function clausesOf(value: Value): readonly Value[] {
  const ends = [...Array.from(value.text.matchAll(/[;)]|(?<!\])\(|[.!?](?=\s|$)/g), ({ index }) => index), value.text.length];
  return ends.map((end, index) => partOf(value, (ends[index - 1] ?? -1) + 1, end)).filter(({ text }) => text !== '');
}

function forbiddenIn(clause: Value): readonly Value[] {
  const after = Array.from(clause.text.matchAll(NEGATION), (match) => partOf(clause, match.index + match[0].length));
  const verdict = VERDICT.exec(clause.text);
  return [...after.flatMap((list) => leading(list)), ...(verdict ? pure(partOf(clause, 0, verdict.index)) : [])];
}

function allowedIn(clause: Value): readonly Value[] {
  const before = ONLY_BEFORE.exec(clause.text)?.[0].length;
  if (before !== undefined) return leading(partOf(clause, before));
  const after = ONLY_AFTER.exec(clause.text)?.index;
  return after === undefined ? [] : pure(partOf(clause, VERB.exec(clause.text)?.[0].length ?? 0, after));
}

/** The technologies with which a list begins; the first other words end it. */
function leading(list: Value): readonly Value[] {
  const found: Value[] = [];
  for (const part of partsIn(list)) {
    const technology = technologyIn(part, AT_END);
    if (technology === undefined) break;
    found.push(technology);
  }
  return found;
}

/** The technologies of a list that holds nothing else. */
function pure(list: Value): readonly Value[] {
  const found = leading(list);
  return found.length === Array.from(partsIn(list)).length ? found : [];
}

/** The technologies among the entries of a list. One that is forbidden for some use only is not forbidden. */
export function listedIn(list: Value, verdict: Verdict): readonly Value[] {
  const shown = partOf(list, 0, LONGEST_TEXT);
  const text = shown.text.replace(/(?<!\])\([^()]*\)/g, (remark) => ' '.repeat(remark.length));
  return Array.from(partsIn({ text, range: shown.range })).flatMap((part) => technologyIn(part, verdict === 'allowed' ? IN_USE : AT_END) ?? []);
}

const PART_END = /[,;|]|(?<=\s)(?:and(?:\/or)?|or|nor|[&+/])(?=\s)|(?<=[\p{L}\p{N}]{4})\/(?=[\p{L}\p{N}]{4})/giu;

/** One after the other: most lists are read no further than their first parts. */
function* partsIn(list: Value): Iterable<Value> {
  let start = 0;
  for (const { 0: end, index } of list.text.matchAll(PART_END)) {
    if (list.text.slice(start, index).trim() !== '') yield partOf(list, start, index);
    start = index + end.length;
  }
  const last = partOf(list, start);
  if (last.text !== '') yield last;
}
