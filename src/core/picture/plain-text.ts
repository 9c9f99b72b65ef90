/** More than anyone reads beside the document. */
const LONGEST_TEXT = 8000;

const COMMENT = /<!--[\s\S]*?-->/g;
const LINE_BREAK = /<br\s{0,3}\/?>/gi;
const LINK = /!?\[([^\][]*)\](?:\([^()\r\n]{0,2000}\)|\[[^\][]{0,200}\])/g;
const ADDRESS = /<(https?:\/\/[^\s<>]{1,2000})>/g;
/** Code as it stands; a sign with a backslash before it; the marks of what is bold, italic or struck out. */
const INLINE = /(`{1,3})(?!`)([^\n]{1,1000}?)(?<!`)\1(?!`)|\\([!-/:-@[-`{-~])|(?<=\S)\*{1,3}|\*{1,3}(?=\S)|~~|(?<![\p{L}\p{N}])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![\p{L}\p{N}])/gu;
/** Marks before a line: of quotes, of a heading, of an item. */
const BEFORE_LINE = /^[ \t>]*(?:#{1,6}[ \t]+|([-*+]|\d{1,4}[.)])[ \t]+)?/;
const FENCE = /^[ \t>]*(?:`{3,}|~{3,})/;
const HARD_BREAK = /(?: {2,}|\\)$/;

/** Markdown as a reader would copy it: lines that only wrap are joined, items stay apart, marks are left out. */
export function plainText(markdown: string): string {
  const text = markdown.slice(0, LONGEST_TEXT).replace(COMMENT, '').replace(LINE_BREAK, '  \n');
  const lines: string[] = [];
  let continues = false;
  for (const written of text.split(/\r\n?|\n/)) {
    if (FENCE.test(written)) continues = false;
    else {
      const [before = '', bullet] = BEFORE_LINE.exec(written) ?? [];
      const line = inline(written.slice(before.length).replace(HARD_BREAK, ''));
      if (continues && line !== '' && bullet === undefined && !before.includes('#')) lines.push(`${lines.pop() ?? ''} ${line}`);
      else lines.push(bullet === undefined ? line : `${/\d/.test(bullet) ? bullet : '•'} ${line}`);
      continues = line !== '' && !HARD_BREAK.test(written) && !before.includes('#');
    }
  }
  const plain = lines.join('\n').replace(/\n{3,}/g, '\n\n').trim();
  return markdown.length > LONGEST_TEXT ? `${plain} …` : plain;
}

function inline(line: string): string {
  const marked = line.replace(LINK, '$1').replace(ADDRESS, '$1');
  return marked.replace(INLINE, (_, __, code: string | undefined, escaped: string | undefined) => code?.trim() ?? escaped ?? '').replace(/[ \t]+/g, ' ').trim();
}
