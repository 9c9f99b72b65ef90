/** A pattern for paths as `.gitignore` and editors write it: `*` and `?` within a name, `**` over folders, `{a,b}` for either, `[0-9]` for one sign of several. */
export interface Glob {
  matches(path: string): boolean;
}

/** One sign of a name, or `[0-9]` for one of several. */
const SIGN = /\[[!^]?(?:\][^\]]{0,100}|[^\]]{1,100})\]|[^]/gu;

/** More than anybody writes, and few enough to try each. */
const MOST_ALTERNATIVES = 64;

/** Without regular expressions, whose time a pattern could make grow without end: this takes the length of the path times that of the pattern. */
export function glob(pattern: string): Glob {
  return anyOf([pattern]);
}

export function anyOf(patterns: readonly string[]): Glob {
  const alternatives = patterns.flatMap((pattern) =>
    expandBraces(pattern.replaceAll('\\', '/').replace(/^\.?\//, '')).map((each) => each.split('/').filter((name) => name !== '').map(namePattern)),
  );
  return {
    matches: (path) => {
      const names = path.split('/').map((name): Name => ({ text: name, signs: undefined }));
      return alternatives.some((each) => matchAll(each, names, matchName, ANY_FOLDERS));
    },
  };
}

interface NamePattern {
  readonly text: string;
  /** Nothing where the pattern is a name as it is written. */
  readonly signs: readonly string[] | undefined;
}

/** A name of the path, taken apart when first needed. */
interface Name {
  readonly text: string;
  signs: readonly string[] | undefined;
}

const ANY_FOLDERS: NamePattern = { text: '**', signs: undefined };

function namePattern(text: string): NamePattern {
  if (text === '**') return ANY_FOLDERS;
  return { text, signs: /[*?[]/.test(text) ? (text.match(SIGN) ?? []) : undefined };
}

function matchName(pattern: NamePattern, name: Name): boolean {
  if (pattern.signs === undefined) return pattern.text === name.text;
  name.signs ??= Array.from(name.text);
  return matchAll(pattern.signs, name.signs, matchSign, '*');
}

function matchSign(pattern: string, sign: string): boolean {
  if (pattern === '?' || pattern === sign) return true;
  if (pattern.length < 3 || !pattern.startsWith('[')) return false;
  const isNot = /^\[[!^]/.test(pattern);
  const members = Array.from(pattern.slice(isNot ? 2 : 1, -1));
  const isMember = members.some((member, at) => member === sign || (members[at + 1] === '-' && at + 2 < members.length && member <= sign && sign <= (members[at + 2] ?? '')));
  return isMember !== isNot;
}

/** Matches piece by piece; `many` stands for any number of pieces. On a mismatch only the last `many` takes one piece more, which is enough. */
function matchAll<P, T>(pattern: readonly P[], pieces: readonly T[], isMatch: (pattern: P, piece: T) => boolean, many: P): boolean {
  let at = 0;
  let star = -1;
  let taken = 0;
  for (let piece = 0; piece < pieces.length; ) {
    const wanted = pattern[at];
    const given = pieces[piece];
    if (wanted === many) {
      star = at++;
      taken = piece;
    } else if (wanted !== undefined && given !== undefined && isMatch(wanted, given)) {
      at++;
      piece++;
    } else if (star >= 0) {
      at = star + 1;
      piece = ++taken;
    } else return false;
  }
  while (pattern[at] === many) at++;
  return at === pattern.length;
}

/** Innermost braces first; what has no end or too many alternatives stands for itself. */
function expandBraces(pattern: string): readonly string[] {
  let open = [pattern];
  for (let round = 0; round < 8; round++) {
    const next = open.flatMap((each) => {
      const [whole, inner = ''] = /\{([^{}]*)\}/.exec(each) ?? [];
      if (whole === undefined) return [each];
      const start = each.indexOf(whole);
      return inner.split(',').map((alternative) => each.slice(0, start) + alternative + each.slice(start + whole.length));
    });
    if (next.length > MOST_ALTERNATIVES) return open;
    if (next.length === open.length && next.every((each, index) => each === open[index])) break;
    open = next;
  }
  return open;
}
