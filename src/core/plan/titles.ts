import { remembered } from '../text/remembered.ts';

/** Headings as people write them: with emoji, numbers, decoration, remarks in parentheses. Two titles with one key name the same section. */

/** A title longer than this is no section name; the limit keeps hostile input cheap. */
const LONGEST_TITLE = 300;

const COMMENT = /<!--[^>]*-->/g;
const INLINE_LINK = /\[([^\]]*)\](?:\([^)]*\)|\[[^\]]*\])/g;
const EMOJI = /[\p{Extended_Pictographic}\p{Regional_Indicator}\u{1F3FB}-\u{1F3FF}\u{FE0F}\u{200D}\u{20E3}]/gu;
const LEADING_NUMBER = /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.):]|\d{1,3}(?:\.\d{1,3})+)\s+/;
const TRAILING_REMARK = /\s*\([^()]*\)\s*:?\s*$/;
const NO_WORD = /[^\p{L}\p{N}\p{M}{}]+/gu;

/** The title as a reader sees it: no Markdown decoration, one line. */
export const plainTitle = remembered((title: string): string => {
  // Most titles are words alone.
  if (/^[\p{L}\p{N}]+(?: [\p{L}\p{N}]+){0,20}$/u.test(title)) return title;
  return title
    .slice(0, LONGEST_TITLE)
    .replace(COMMENT, '')
    .replace(INLINE_LINK, '$1')
    .replace(/[*`]|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
});

/** What stays of a title when emoji, numbering, case, punctuation and a closing remark such as "(Optional)" are taken away. */
export const titleKey = remembered((title: string): string => {
  const bare = withoutEmoji(plainTitle(title)).replace(LEADING_NUMBER, '');
  const withoutRemark = bare.replace(TRAILING_REMARK, '');
  const words = (withoutRemark === '' ? bare : withoutRemark).replace(NO_WORD, ' ').trim();
  return words.toLowerCase();
});

export function withoutEmoji(title: string): string {
  return title.replace(EMOJI, '').trim();
}

export function hasEmoji(title: string): boolean {
  return title.search(EMOJI) >= 0;
}
