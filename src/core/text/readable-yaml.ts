const LONGEST_YAML = 20_000;
const DEEPEST_YAML = 40;

/** Whether a YAML text may be given to the parser, which recurses, and takes quadratic time over some texts that nobody writes. */
export function isReadableYaml(yaml: string): boolean {
  if (yaml.length > LONGEST_YAML || /^[ \t]{200}|(?:[-?:][ \t]+){40}/m.test(yaml)) return false;
  let depth = 0;
  for (const [bracket] of yaml.matchAll(/[[\]{}]/g)) {
    depth = Math.max(0, depth + (bracket === '[' || bracket === '{' ? 1 : -1));
    if (depth > DEEPEST_YAML) return false;
  }
  return true;
}
