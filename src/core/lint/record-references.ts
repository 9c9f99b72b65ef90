import { withoutEmoji } from '../plan/titles.ts';
import type { RecordLink } from '../readings/records/record-links.ts';
import { baseName } from '../template/file-name.ts';
import { linkTo } from '../text/link-paths.ts';
import type { RecordEntry } from './surroundings.ts';

const LONGEST_LABEL = 300;

/** How one record is named in another: as a link, or by its number, path or id alone. */
export interface ReferenceForm {
  /** What stands between the brackets of a link. */
  readonly label: string | undefined;
  readonly target: string;
  readonly isInFrontMatter: boolean;
}

export function formOfReference({ plan }: RecordEntry, { target }: RecordLink): ReferenceForm {
  const before = plan.text.slice(Math.max(0, target.range.start - LONGEST_LABEL), target.range.start);
  const label = /\[((?:[^[\]]|\[[^[\]]*\])*)\]\(\s*<?$/.exec(before)?.[1];
  const { frontMatter } = plan.outline;
  return { label, target: target.text, isInFrontMatter: frontMatter !== undefined && target.range.start < frontMatter.range.end };
}

/** Names a record in another one as that one is named in it. */
export function referenceLike({ label, target }: ReferenceForm, from: RecordEntry, to: RecordEntry): string {
  const path = linkTo(from.path, to.path);
  if (label !== undefined) return `[${labelLike(label, to)}](${path})`;
  if (/\.(?:md|markdown)$/i.test(target)) return path;
  const { number } = to.record;
  if (number === undefined || /[\\/]/.test(target)) return path;
  // `0007-keep-one-log` is the name of a file without its ending.
  return /\d[-_]\p{L}/u.test(target) ? baseName(to.path).replace(/\.(?:md|markdown)$/i, '') : withNumber(target, number);
}

/** A link that needs no quotes in YAML. */
export function bareReference(from: RecordEntry, to: RecordEntry): string {
  return linkTo(from.path, to.path);
}

function labelLike(label: string, { path, record }: RecordEntry): string {
  const { number, title } = record;
  const name = bracketsEscaped(withoutEmoji(title?.text ?? '').replace(/\s+/g, ' ')) || baseName(path).replace(/\.(?:md|markdown)$/i, '');
  const [, lead, , between = '', rest = ''] = /^(\D{0,20})(\d{1,6})([\s.:)–—-]*)(.*)$/s.exec(label) ?? [];
  if (number === undefined || lead === undefined) return name;
  if (rest === '') return withNumber(label, number);
  // `0007-keep-one-log.md` as the words of a link.
  if (/^[^\s]*\.md$/i.test(label)) return baseName(path);
  return withNumber(label.slice(0, label.length - between.length - rest.length), number) + between + name;
}

function withNumber(text: string, number: number): string {
  return text.replace(/\d+/, (digits) => (digits.startsWith('0') ? String(number).padStart(digits.length, '0') : String(number)));
}

function bracketsEscaped(title: string): string {
  return /^[^[\]]*$/.test(title) ? title : title.replace(/[[\]]/g, '');
}
