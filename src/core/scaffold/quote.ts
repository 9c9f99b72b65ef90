const LONGEST_QUOTE = 240;

/** What another document says, on one line, without what a template would read more into. */
export function quote(text: string): string {
  const line = text.replace(/\{\{|\}\}|<!--|-->/g, '').replace(/\s+/g, ' ').trim();
  return line.length > LONGEST_QUOTE ? `${line.slice(0, LONGEST_QUOTE).replace(/[\uD800-\uDBFF]$/, '').trimEnd()} …` : line;
}
