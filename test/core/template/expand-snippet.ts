/** Expands a snippet as VS Code does when every tab stop is left as it is. */
export function expandSnippet(snippet: string): string {
  let text = '';
  let depth = 0;
  for (let at = 0; at < snippet.length; at++) {
    const rest = snippet.slice(at);
    const choice = /^\$\{\d+\|((?:\\[\s\S]|[^\\,|])*)(?:,(?:\\[\s\S]|[^\\|])*)?\|\}/.exec(rest);
    const open = /^\$\{\d+:/.exec(rest);
    if (snippet[at] === '\\') text += snippet[++at] ?? '';
    else if (choice) {
      text += (choice[1] ?? '').replace(/\\([\\,|])/g, '$1');
      at += choice[0].length - 1;
    } else if (open) {
      depth += 1;
      at += open[0].length - 1;
    } else if (snippet[at] === '}' && depth > 0) depth -= 1;
    else text += snippet[at] ?? '';
  }
  return text;
}
