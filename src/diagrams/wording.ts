const LONGEST = 30;
const MOST_EXPECTED = 3;

/** What the tokens of mermaid's grammars are to people, the most telling first. */
const WORDS: readonly (readonly [tokens: RegExp, words: string])[] = [
  [/^(?:START_LINK|LINK)$|^-->$/, 'an arrow such as "-->"'],
  [/_ARROW$/, 'an arrow such as "->>"'],
  [/^(?:NON_)?IDENTIFYING$|^(?:DOTTED_)?LINE$/, 'a line such as "--" or ".."'],
  [/^TXT$/, 'a colon with a text'],
  [/^taskData$/, 'a colon with the figures of the task'],
  [/^COLON(?:SEP)?$|^:$/, 'a colon'],
  [/^COMMA$|^,$/, 'a comma'],
  [/^ARROW_DIRECTION$/, 'a side: L, R, T or B'],
  [/^(?:SQE|SQUARE_BRACES_END)$/, '"]"'],
  [/^(?:STRUCT_STOP|DIAMOND_STOP|BLOCK_STOP|RBRACE)$/, '"}"'],
  [/^PE$/, '")"'],
  [/^NODE_DEND$/, 'the closing bracket'],
  [/^end$/, '"end"'],
  [/^NUM(?:BER.*)?$/, 'a number'],
  [/^STR(?:ING\d*)?$/, 'a text in quotes'],
  [/^(?:NODE_STRING|ID|ALPHA|ACTOR|UNICODE_TEXT|ENTITY_NAME)$/, 'a name'],
  [/^(?:NEWLINE|NL|SEMI)$/, 'the end of the line'],
];

export function shortened(text: string, most = LONGEST): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length <= most ? line : `${line.slice(0, most - 1).trimEnd()}…`;
}

/** "a colon or the end of the line": nothing where no token is one that people know. */
export function expectedWords(tokens: readonly string[]): string | undefined {
  const words = WORDS.filter(([pattern]) => tokens.some((token) => pattern.test(token))).map(([, word]) => word);
  const told = words.slice(0, MOST_EXPECTED);
  return told.length < 2 ? told[0] : `${told.slice(0, -1).join(', ')} or ${told.at(-1) ?? ''}`;
}

/** The sentence for something that the grammar did not expect. */
export function unexpected(met: string, expected: readonly string[]): string {
  const words = expectedWords(expected);
  const text = shortened(met.replaceAll('"', ''));
  if (text === '') return words === undefined ? 'the line ends too early.' : `the line ends where ${words} should follow.`;
  return words === undefined || words === `"${text}"` ? `"${text}" cannot stand here.` : `"${text}" stands where ${words} should.`;
}

/** The line of the text that a message is about, by the first name in quotes or parentheses that it tells. */
export function lineNamedIn(message: string, text: string): number {
  const lines = text.split('\n');
  for (const [, quoted = '', bracketed = ''] of message.matchAll(/"([^"\n]{1,80})"|\(([^()\n]{1,80})\)/g)) {
    const name = (quoted === '' ? bracketed : quoted).replace(/^"|"$/g, '');
    const line = lines.findIndex((each) => each.includes(name));
    if (name !== '' && line >= 0) return line;
  }
  const [, word = ''] = /: ([^\s.]{1,40})\.?$/.exec(message) ?? [];
  const named = word === '' ? -1 : lines.findIndex((each) => each.includes(word));
  return Math.max(0, named);
}
