/** A link from one document of the workspace to another, relative and safe to stand between parentheses. */
export function linkTo(from: string, to: string): string {
  const here = from.split('/').slice(0, -1);
  const there = to.split('/');
  let shared = 0;
  while (shared < here.length && shared < there.length - 1 && here[shared] === there[shared]) shared += 1;
  return [...here.slice(shared).map(() => '..'), ...there.slice(shared)].map(encodePart).join('/');
}

function encodePart(part: string): string {
  return part.replace(/[^\p{L}\p{N}\p{M}._~-]/gu, (sign) => {
    if (/[()]/.test(sign)) return `%${sign.charCodeAt(0).toString(16)}`;
    // Half a character, as some file systems allow it, has no code: no link leads there.
    return encodeURIComponent(/\p{Cs}/u.test(sign) ? '\uFFFD' : sign);
  });
}
