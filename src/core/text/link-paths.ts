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

/** Where a link leads from a folder; nothing where that is outside of the workspace. */
export function pathFrom(folder: string, link: string): string | undefined {
  if (/^[a-z][a-z0-9+.-]*:|^[/\\]{2}/i.test(link)) return undefined;
  const parts = link.startsWith('/') || folder === '' ? [] : folder.split('/');
  for (const part of decoded(link).split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return undefined;
  }
  return parts.join('/');
}

function decoded(link: string): string {
  try {
    return decodeURIComponent(link);
  } catch {
    return link;
  }
}
