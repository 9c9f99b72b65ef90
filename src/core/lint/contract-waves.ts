import type { Value } from '../readings/forms/fields.ts';
import { partOf } from '../readings/forms/pieces.ts';
import type { Wave } from '../readings/phases/wave.ts';
import type { ContractSection, Kind } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';

/** What others build against. */
const ON_CONTRACTS =
  /(?<!\p{L})(?:contracts?|interfaces?|apis?|schemas?|protocols?|abstractions?|types?|typings?|specs?|specifications?|openapi|asyncapi|protobufs?|protos?|grpc|graphql|idl|crds?|dtos?|stubs?|mocks?|definitions?|signatures?|endpoints?|models?|traits?)(?!\p{L})|\p{Ll}(?:Contracts?|Interfaces?|APIs?|Api|Schema|Spec)(?!\p{L})/iu;
const CONTRACTS = /(?<!\p{L})(?:contracts?|interfaces?|apis)(?!\p{L})/iu;
const ALL_CONTRACTS = /(?<!\p{L})(?:all|every|each)(?!\p{L})[^.;]{0,40}(?<!\p{L})(?:contracts?|interfaces?|apis?|schemas?)(?!\p{L})/iu;
const USING =
  /(?<!\p{L})(?:us(?:es?|ing)|consum(?:es?|ing)|calls?|calling|implement(?:s|ing)?|against|relies on|relying on|depends? on|needs?|requires?|integrates?(?: with)?|invokes?|extends?|wraps?|built on|builds? (?:up)?on|on top of|talks? to|reads? from|plugs? into)(?!\p{L})/iu;
const DEFINING = /(?<!\p{L})(?:defin(?:es?|ing|ition)|establish(?:es|ing)?|specif(?:y|ies|ying)|introduc(?:es?|ing)|publish(?:es|ing)?|draft(?:s|ing)?|declar(?:es?|ing)|design(?:s|ing)?)(?!\p{L})/iu;
/** `the Tide contract`, `Tide interface`, in marks or without; `TideContract`. */
const CALLED_CONTRACT = /(?<![\p{L}\p{N}_])(?!(?:Open|Async|Web|Rest|REST)API)([A-Z][A-Za-z\d_]{1,60})(?:[`*"]{0,3}\s(?:contract|interface)(?!\p{L})|(?<=[a-z\d](?:Contract|Interface|API|Api))(?![A-Za-z\d_]))/gu;
/** A name in marks, behind a key or a keyword, or before such a word: prose begins with capitals as well. */
const TOLD = /(?:[`*:]\s{0,2}|(?<!\p{L})(?:interface|class|type|service|trait)\s)([A-Z][A-Za-z\d_]{1,60})|(?<![\p{L}\p{N}_])([A-Z][A-Za-z\d_]{1,60})[`*]{0,3}\s(?:contracts?|interfaces?|apis?|services?)(?!\p{L})/giu;
const IDENTIFIER = /(?<![\p{L}\p{N}_])(?:(?:GET|POST|PUT|PATCH|DELETE)[ \t]+\/[^\s`|,;)]{0,200}|[A-Za-z_][\w.]{1,80})/gu;
const LONGEST_STATEMENT = 500;

/** Whether the template asks for contracts and for waves: then contracts come first. */
export function isContractFirst({ root }: Kind): boolean {
  const asks = (reading: ReadingName): ((section: ContractSection) => boolean) => {
    const here = (section: ContractSection): boolean => section.reads.includes(reading) || section.children.some(here);
    return here;
  };
  return asks('contracts')(root) && asks('waves')(root);
}

/** What one wave says of contracts. */
export interface ContractWave {
  readonly wave: Wave;
  /** It speaks of contracts at all. */
  readonly isOnContracts: boolean;
  /** It defines every contract, as far as it says. */
  readonly definesAll: boolean;
  readonly defined: ReadonlyMap<string, Value>;
  readonly used: ReadonlyMap<string, Value>;
  /** `uses Wave 3 contracts` */
  readonly usedWaves: readonly { readonly number: number; readonly value: Value }[];
}

/** Contracts are known by name, or called so. */
export function contractWave(wave: Wave, contracts: ReadonlySet<string>): ContractWave {
  const statements = [...(wave.name ? [wave.name] : []), ...wave.items].map((value) => partOf(value, 0, LONGEST_STATEMENT));
  const defined = new Map<string, Value>();
  const used = new Map<string, Value>();
  for (const statement of statements) {
    const names = namesIn(statement, contracts);
    const users = DEFINING.test(statement.text) ? -1 : statement.text.search(USING);
    for (const value of names) {
      const isUsed = users >= 0 && value.range.start > statement.range.start + users;
      const known = isUsed ? used : defined;
      if (!known.has(nameOf(value))) known.set(nameOf(value), value);
    }
  }
  const isOnContracts = defined.size > 0 || statements.some(({ text }) => ON_CONTRACTS.test(text));
  const definesThem = statements.some(({ text }) => CONTRACTS.test(text) && (DEFINING.test(text) || !USING.test(text)));
  return { wave, isOnContracts, defined, used, usedWaves: statements.flatMap(wavesUsed), definesAll: statements.some(({ text }) => ALL_CONTRACTS.test(text)) || (definesThem && defined.size === 0) };
}

/** Blank and white space apart, one name is one contract. */
export function nameOf({ text }: Value): string {
  return text.replace(/\s+/g, ' ').replace(/\.+$/, '');
}

/** Whether a line of the text says that this wave defines the contracts: `**Wave 1 MUST**: Define ALL interfaces`. */
export function saysOnContracts(text: string, number: string): { readonly any: boolean; readonly all: boolean } {
  const lines = Array.from(text.matchAll(new RegExp(String.raw`(?<!\p{L})waves?[\s#]{0,3}${number}(?!\d)[^\r\n]{0,400}`, 'giu')), ([line]) => line);
  return { any: lines.some((line) => ON_CONTRACTS.test(line)), all: lines.some((line) => ALL_CONTRACTS.test(line) && !USING.test(line)) };
}

/** What a part of a text tells of as contracts may be told of. */
export function toldIn(text: string): ReadonlySet<string> {
  return new Set(Array.from(text.matchAll(TOLD), ([, behind, before]) => behind ?? before ?? ''));
}

function namesIn(statement: Value, contracts: ReadonlySet<string>): readonly Value[] {
  const known = matchesIn(statement, IDENTIFIER, 0).filter((value) => contracts.has(nameOf(value)));
  return [...known, ...matchesIn(statement, CALLED_CONTRACT, 1)];
}

function matchesIn(statement: Value, pattern: RegExp, group: 0 | 1): readonly Value[] {
  return Array.from(statement.text.matchAll(pattern), (match) => {
    const text = (match[group] ?? '').replace(/\.+$/, '');
    const start = match.index + match[0].indexOf(text);
    return partOf(statement, start, start + text.length);
  });
}

function wavesUsed(statement: Value): ContractWave['usedWaves'] {
  const at = statement.text.search(USING);
  const match = at < 0 ? null : /(?<!\p{L})wave[\s#]{0,3}(\d{1,3})(?:['’]s)?\s+(?:contracts?|interfaces?|apis?)(?!\p{L})/iu.exec(statement.text.slice(at));
  if (match?.[1] === undefined) return [];
  return [{ number: Number(match[1]), value: partOf(statement, at + match.index, at + match.index + match[0].length) }];
}
