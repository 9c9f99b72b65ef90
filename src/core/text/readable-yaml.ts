const LONGEST_YAML = 20_000;
const DEEPEST_YAML = 40;
/** A bracket in quotes passes for one that closes: however they are closed, so many are too many. */
const MOST_BRACKETS = 200;
/** On one line a key may stand in the value of a key, and so on. */
const MOST_KEYS_IN_LINE = 60;

/** Whether a YAML text may be given to the parser, which recurses, and takes quadratic time over some texts that nobody writes. */
export function isReadableYaml(yaml: string): boolean {
  if (yaml.length > LONGEST_YAML || /^[ \t]{200}/m.test(yaml)) return false;
  return isShallow(yaml) && yaml.split(/[\r\n]/).every(isShortOfKeys);
}

function isShallow(yaml: string): boolean {
  let depth = 0;
  let count = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    const opens = bracket === '[' || bracket === '{';
    depth = Math.max(0, depth + (opens ? 1 : -1));
    count += opens ? 1 : 0;
    if (depth > DEEPEST_YAML || count > MOST_BRACKETS) return false;
  }
  return true;
}

function isShortOfKeys(line: string): boolean {
  return (line.match(/[-?:](?=\s|$)|["']\s*:/g)?.length ?? 0) <= MOST_KEYS_IN_LINE;
}
