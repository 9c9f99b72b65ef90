import { placeholderNames } from './placeholder-names.ts';
import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import type { Range } from '../text/range.ts';
import type { Kind } from './kind.ts';
import type { Manner } from './manners.ts';

/** What stands before and after it on its line, as far as that matters. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** Words in which authors and templates leave open what is to come. */
const OPEN_WORDS = new Set(
  'author approach backup component customer date definition description feature group how insert library link method name number option owner path percent phase placeholder previous product project property reason role service system tba tbc tbd team technology term title todo url value version what when where which who why x your'.split(' '),
);
/** The tags of HTML that are met in Markdown. */
const TAGS = new Set(
  'a abbr address article aside audio b bdi bdo blockquote body br button caption center cite code col colgroup dd del details dfn div dl dt em embed figcaption figure font footer form h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark menu meta nav nobr object ol optgroup option output p param picture pre progress q rp rt ruby s samp script section select small source span strike strong style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track tt u ul var video wbr'.split(' '),
);

/** The start of a value: of a line, an item, a cell, a field. */
const VALUE_START = /(?:^|[|:=]|\*\*|__)[ \t]*["'“]?$/;
const LINE_LEAD = /^[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:\[[ xX]\][ \t]+)?(?:#{1,6}[ \t]+)?["'“]?$/;
/** Alone on a line that is indented as far as code is. */
const INDENTED_CODE = /^(?: {4}|\t)\s*$/;
const VALUE_END = /^["'”]?[ \t]*(?:[|.,;:)]|\*\*|__|%|$)/;

/** Whether something that looks like a placeholder is one here. */
export function isLeftOver(written: string, around: Around, manner: Manner, plan: Plan, kind: Kind): boolean {
  if (written.startsWith('{{')) return isTemplateBlank(written.slice(2, -2), around, manner, kind);
  if (manner === 'code' || manner === 'diagram' || (manner === 'yaml' && /^\s*#/.test(around.before))) return false;
  const inner = written.slice(1, -1);
  if (written.startsWith('[')) return isBracketBlank(inner, around, manner, plan);
  if (written.startsWith('<')) return isAngleBlank(inner, around);
  if (written.startsWith('{')) return manner !== 'block' && isBraceBlank(inner, around);
  return isOpenWord(written, around);
}

/** `{{owner}}`; not `{{ .Values.owner }}`, `${{ secrets.KEY }}` and what else other templates write. */
function isTemplateBlank(inner: string, { before }: Around, manner: Manner, kind: Kind): boolean {
  if (manner === 'diagram' && /[\p{L}\p{N}_]$/u.test(before)) return false;
  if (placeholderNames(kind).has(inner.trim())) return true;
  if (manner === 'code' || before.endsWith('$')) return false;
  if (manner === 'text') return /^\s*[\p{L}\p{N}][^|$]*$/u.test(inner);
  return /^[\p{L}\p{N}][^|$()."'=]*$/u.test(inner) && inner === inner.trim();
}

/** `[NAME]`, `[High/Medium/Low]`, `[how services scale]`; not a link, a checkbox, a footnote, a tag such as `[WIP]`. */
function isBracketBlank(inner: string, around: Around, manner: Manner, plan: Plan): boolean {
  const { before, after } = around;
  if (!/^[\p{L}\p{N}]/u.test(inner) || /[\p{L}\p{N}_)\]![\\]$/u.test(before) || /^[([]/.test(after)) return false;
  if (isDefined(inner, plan)) return false;
  if (isUpperCaseBlank(inner)) return true;
  if (/^x$/i.test(inner)) return /^\s?(?:%|ms\b|[dhw]\b)/.test(after);
  if (!isWholeValue(around) || INDENTED_CODE.test(before)) return false;
  if (isChoice(inner)) return true;
  return manner === 'text' && isPhrase(inner);
}

/** `[API_NAME]`, `[NUMBER]`, `[METHOD - JWT/OAuth/etc]`. */
function isUpperCaseBlank(inner: string): boolean {
  const [, name = '', rest = ''] = /^([A-Z][A-Z0-9_' ]*[A-Z0-9])((?:[ ]?[-–:,][ ].*)?)$/.exec(inner) ?? [];
  if (name === '') return false;
  const words = name.toLowerCase().split(/[_ ]+/);
  return (name.includes('_') && rest === '' && !/^[A-Z]+_?\d+$/.test(name)) || words.some((word) => OPEN_WORDS.has(word) && word !== 'x');
}

/** `<name>`, `<what is decided>`; not a tag, an address, a type in angle brackets. */
function isAngleBlank(inner: string, around: Around): boolean {
  if (!/^\p{L}[^=@]*[^\s/=]$/u.test(inner) || /[\p{L}\p{N}_)\]/\\.<$-]$/u.test(around.before)) return false;
  const [first = ''] = /^[\p{L}\p{N}-]+/u.exec(inner) ?? [];
  if (/^[a-z][a-z0-9+.-]*:/i.test(inner)) return false;
  if (/\s/.test(inner)) return !TAGS.has(first.toLowerCase()) && /^[\p{L}\p{N}\s,.'’/()-]+$/u.test(inner);
  if (inner !== first && !/^[\p{L}\p{N}_/-]+$/u.test(inner)) return false;
  return inner.toLowerCase().split(/[_/-]/).some((word) => OPEN_WORDS.has(word)) && isWholeValue(around);
}

/** `{title of option 1}`; not `{ a: 1 }`, `{id}`, `{entity,contract}`. */
function isBraceBlank(inner: string, around: Around): boolean {
  if (!/^\p{L}/u.test(inner) || !/\s/.test(inner) || /^[\w-]+\s*[:=]/.test(inner) || /[;=<>$&]|=>/.test(inner)) return false;
  return /(?:^|[\s"'“(*_])$/.test(around.before) && /^(?:$|[\s"'”).,;:*_|])/.test(around.after) && /\s\p{Ll}/u.test(inner);
}

function isOpenWord(written: string, around: Around): boolean {
  const { before, after } = around;
  if (/[./\\]$/.test(before) && !/\s[./\\]$/.test(before)) return false;
  switch (written) {
    case 'TODO':
    case 'FIXME':
      return isWholeValue(around) || isValueStart(before) || /(?:[([]|[.!?]\s)$/.test(before) || /^\s*[:)\].,;-]?\s*$/.test(after) || /^[:(]/.test(after);
    case 'YYYY-MM-DD':
      return isWholeValue(around);
    default:
      return written.startsWith('?') || /^N+[dhmsw]/.test(written) || /^X+\s/.test(written) ? isWholeValue(around) : true;
  }
}

function isWholeValue({ before, after }: Around): boolean {
  return isValueStart(before) && VALUE_END.test(after);
}

function isValueStart(before: string): boolean {
  return VALUE_START.test(before) || LINE_LEAD.test(before);
}

/** Words of a sentence, which a name has not: after the first one of them begins with a small letter. */
function isPhrase(inner: string): boolean {
  if (/^[\p{L}\p{N}][^:;{}<>=]*$/u.test(inner) && /\s\p{Ll}/u.test(inner)) return true;
  const [, word = ''] = /^(\p{L}+)(?:[ -](?:\d+|[A-Z]))?$/u.exec(inner) ?? [];
  return OPEN_WORDS.has(word.toLowerCase());
}

function isChoice(inner: string): boolean {
  return /^[\p{L}\p{N}][\p{L}\p{N} +.-]*(?:\s?[/|]\s?[\p{L}\p{N}][\p{L}\p{N} +.-]*)+$/u.test(inner);
}

const definitions = new WeakMap<Plan, ReadonlySet<string>>();

/** Whether the text is the name of a link that is defined elsewhere in the document. */
function isDefined(inner: string, plan: Plan): boolean {
  return definitionsOf(plan).has(nameKey(inner));
}

function definitionsOf(plan: Plan): ReadonlySet<string> {
  const known = definitions.get(plan) ?? new Set(foundIn(plan, definitionsIn));
  definitions.set(plan, known);
  return known;
}

/** The names that links are given in a piece, which then stand in brackets too. */
export function definitionsIn({ text }: Plan, { start, end }: Range): readonly string[] {
  return Array.from(text.slice(start, end).matchAll(/^[ \t]{0,3}\[([^[\]\r\n]{1,300})\]:/gm), ([, name = '']) => nameKey(name));
}

function nameKey(name: string): string {
  return name.replace(/\s+/g, ' ').trim().toLowerCase();
}
