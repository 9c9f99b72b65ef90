import { isDigit, isLetter, isSpace, skipSpaces } from './line-kinds.ts';

/** The seven kinds of CommonMark, by how they end; 0 where a line begins no HTML block. */
export const htmlKind = { none: 0, rawText: 1, comment: 2, instruction: 3, declaration: 4, cdata: 5, blockTag: 6, otherTag: 7 } as const;
export type HtmlKind = (typeof htmlKind)[keyof typeof htmlKind];

const rawTextNames = new Set(['pre', 'script', 'style', 'textarea']);
const blockNames = new Set(
  'address article aside base basefont blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hr html iframe legend li link main menu menuitem nav noframes ol optgroup option p param search section summary table tbody td tfoot th thead title tr track ul'.split(' '),
);
const longestName = 10;

/** The kind of HTML block that the `<` at `at` begins. Kinds 1 to 6 may interrupt a paragraph, kind 7 may not: it is looked for only on demand. */
export function htmlBlockStart(text: string, at: number, end: number, mayBeOtherTag: boolean): HtmlKind {
  const second = at + 1 < end ? text.charCodeAt(at + 1) : -1;
  if (second === 33) return markupDeclaration(text, at, end);
  if (second === 63) return htmlKind.instruction;
  const isClosing = second === 47;
  const nameStart = isClosing ? at + 2 : at + 1;
  const nameEnd = tagNameEnd(text, nameStart, end);
  if (nameEnd === nameStart) return htmlKind.none;

  const after = nameEnd < end ? text.charCodeAt(nameEnd) : -1;
  if (after !== -1 && after !== 47 && after !== 62 && !isSpace(after)) return htmlKind.none;
  const name = nameEnd - nameStart > longestName ? '' : text.slice(nameStart, nameEnd).toLowerCase();
  if (after !== 47 && !isClosing && rawTextNames.has(name)) return htmlKind.rawText;
  if (blockNames.has(name)) return after !== 47 || text.charCodeAt(nameEnd + 1) === 62 ? htmlKind.blockTag : htmlKind.none;
  if (!mayBeOtherTag) return htmlKind.none;
  const tagEnd = isClosing ? skipSpaces(text, nameEnd, end) : attributesEnd(text, nameEnd, end);
  return tagEnd < end && text.charCodeAt(tagEnd) === 62 && skipSpaces(text, tagEnd + 1, end) === end ? htmlKind.otherTag : htmlKind.none;
}

/**
 * Where the end mark of a block ends in the rest of a line, or -1. The last two kinds have none: they end before a blank line.
 * `from` is the block's `<` in its first line.
 */
export function htmlBlockEnd(text: string, kind: HtmlKind, from: number, end: number): number {
  if (kind === htmlKind.blockTag || kind === htmlKind.otherTag) return -1;
  for (let i = from; i < end; i++) {
    if (text.charCodeAt(i) === 62 && endsBlock(text, kind, from, i)) return i + 1;
  }
  return -1;
}

/** Where the search for the end of a block begins in its first line: `<!-->` is a whole comment and `<?>` an instruction. */
export function htmlSearchStart(kind: HtmlKind, at: number): number {
  return kind === htmlKind.comment ? at + 2 : kind === htmlKind.instruction ? at + 1 : at;
}

function markupDeclaration(text: string, at: number, end: number): HtmlKind {
  const third = at + 2 < end ? text.charCodeAt(at + 2) : -1;
  if (third === 45) return at + 3 < end && text.charCodeAt(at + 3) === 45 ? htmlKind.comment : htmlKind.none;
  if (third === 91) return at + 9 <= end && text.startsWith('CDATA[', at + 3) ? htmlKind.cdata : htmlKind.none;
  return isLetter(third) ? htmlKind.declaration : htmlKind.none;
}

function tagNameEnd(text: string, at: number, end: number): number {
  let after = at;
  if (after < end && isLetter(text.charCodeAt(after))) {
    do after++;
    while (after < end && isNameCode(text.charCodeAt(after)));
  }
  return after;
}

function isNameCode(code: number): boolean {
  return isLetter(code) || isDigit(code) || code === 45;
}

/** Whether the `>` at `at` closes a block of this kind. */
function endsBlock(text: string, kind: HtmlKind, from: number, at: number): boolean {
  switch (kind) {
    case htmlKind.comment:
      return at - 2 >= from && text.charCodeAt(at - 1) === 45 && text.charCodeAt(at - 2) === 45;
    case htmlKind.instruction:
      return at > from && text.charCodeAt(at - 1) === 63;
    case htmlKind.cdata:
      return endsCharacterData(text, from, at);
    case htmlKind.rawText:
      return endsRawText(text, from, at);
    default:
      return true;
  }
}

/** remark pairs the brackets before the `>` from the left, so that `]]]>` does not end a CDATA block, though CommonMark says it does. */
function endsCharacterData(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && text.charCodeAt(first - 1) === 93) first--;
  return at > first && (at - first) % 2 === 0;
}

function endsRawText(text: string, from: number, at: number): boolean {
  let first = at;
  while (first > from && at - first < longestName && isLetter(text.charCodeAt(first - 1))) first--;
  return first - 2 >= from && text.charCodeAt(first - 1) === 47 && text.charCodeAt(first - 2) === 60 && rawTextNames.has(text.slice(first, at).toLowerCase());
}

/** Where the `>` of an opening tag has to stand, after its attributes; any offset that holds no `>` where they are malformed. */
function attributesEnd(text: string, at: number, end: number): number {
  let i = at;
  for (;;) {
    const beforeSpace = i;
    i = skipSpaces(text, i, end);
    const code = i < end ? text.charCodeAt(i) : -1;
    if (code === 47) return i + 1;
    if (!isAttributeStart(code)) return i;
    // An attribute needs a space before it after a quoted value.
    if (i === beforeSpace && isQuote(text.charCodeAt(i - 1))) return end;
    do i++;
    while (i < end && isAttributeCode(text.charCodeAt(i)));
    // micromark takes a further `=` after an unquoted value, as if the value were a name.
    let equals = skipSpaces(text, i, end);
    while (equals < end && text.charCodeAt(equals) === 61) {
      const valueStart = skipSpaces(text, equals + 1, end);
      i = attributeValueEnd(text, valueStart, end);
      equals = isQuote(text.charCodeAt(valueStart)) ? end : skipSpaces(text, i, end);
    }
  }
}

/** `end` where the value is malformed. */
function attributeValueEnd(text: string, at: number, end: number): number {
  const first = at < end ? text.charCodeAt(at) : 62;
  if (isQuote(first)) {
    for (let i = at + 1; i < end; i++) if (text.charCodeAt(i) === first) return i + 1;
    return end;
  }
  if (first === 60 || first === 61 || first === 62 || first === 96) return end;
  let i = at;
  while (i < end && !endsUnquotedValue(text.charCodeAt(i))) i++;
  return i;
}

function isQuote(code: number): boolean {
  return code === 34 || code === 39;
}

function isAttributeStart(code: number): boolean {
  return isLetter(code) || code === 58 || code === 95;
}

function isAttributeCode(code: number): boolean {
  return isAttributeStart(code) || isDigit(code) || code === 45 || code === 46;
}

function endsUnquotedValue(code: number): boolean {
  return isSpace(code) || isQuote(code) || code === 47 || (code >= 60 && code <= 62) || code === 96;
}
