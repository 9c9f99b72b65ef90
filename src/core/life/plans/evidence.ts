import { sampleTransition } from '../../lint/sample-transition.ts';
import type { Subject } from '../../lint/subject.ts';
import { targetIn } from '../../lint/link-targets.ts';
import { anchorsOf } from '../../plan/anchors.ts';
import { sectionAt } from '../../plan/plan.ts';
import { plainTitle, withoutEmoji } from '../../plan/titles.ts';
import { hiddenSpans, readLinks } from '../../readings/links.ts';
import { baseName } from '../../template/file-name.ts';
import { isBlank, splitAtPlaceholders } from '../../template/placeholders.ts';
import { linkTo } from '../../text/link-paths.ts';
import { slug } from '../../text/slug.ts';

/** What shows that a plan may move on: `design_review|result=validated|ref=docs/review.md`. */
export interface EvidenceDraft {
  readonly kind: string;
  readonly result: string;
  readonly ref: string;
}

export interface ProposedEvidence extends EvidenceDraft {
  /** Where it is taken from, for the author who chooses. */
  readonly from: string;
  /** Whether it shows that the plan was looked at, or only what it rests on. */
  readonly isProof: boolean;
}

const MOST_PROPOSED = 40;
const DEFAULT_RESULT = 'validated';
const MARKDOWN = /\.(?:md|markdown)$/i;

/** The gates that are ticked, evidence that the record names without a result, and the documents that the plan links to or names as its inputs. */
export function proposedEvidence(subject: Subject): readonly ProposedEvidence[] {
  const result = resultIn(subject);
  const known = new Set(subject.readings.transition?.evidence.filter((each) => !isOpenEvidence(each)).map(({ kind, ref }) => `${kind.text}|${ref?.text ?? ''}`));
  const proposed = [...begun(subject, result), ...gates(subject, result), ...inputs(subject), ...links(subject)];
  const seen = new Set<string>();
  return proposed.filter(({ kind, ref }) => !known.has(`${kind}|${ref}`) && !seen.has(ref) && seen.add(ref)).slice(0, MOST_PROPOSED);
}

/** Evidence of which a part is still a blank. */
export function isOpenEvidence({ kind, result, ref }: { readonly kind: { readonly text: string }; readonly result: { readonly text: string } | undefined; readonly ref: { readonly text: string } | undefined }): boolean {
  return isBlank(kind.text) || (result !== undefined && isBlank(result.text)) || (ref !== undefined && isBlank(ref.text));
}

export function evidenceInWords({ kind, result, ref }: EvidenceDraft): string {
  return [part(kind), ...(result === '' ? [] : [`result=${part(result)}`]), ...(ref === '' ? [] : [`ref=${part(ref)}`])].join('|');
}

/** What the signs between the parts of an entry would cut in two. */
export function part(text: string): string {
  return text.replace(/[|;\s]+/g, (signs) => (/[|;]/.test(signs) ? ', ' : ' ')).trim();
}

function begun({ readings, path }: Subject, result: string): readonly ProposedEvidence[] {
  return (readings.transition?.evidence ?? []).flatMap((each) => {
    if (!isOpenEvidence(each) || isBlank(each.kind.text)) return [];
    const ref = each.ref === undefined || isBlank(each.ref.text) ? path : each.ref.text;
    return [{ kind: each.kind.text, result: each.result === undefined || isBlank(each.result.text) ? result : each.result.text, ref, from: 'in the record already', isProof: true }];
  });
}

function gates(subject: Subject, result: string): readonly ProposedEvidence[] {
  const { plan, readings } = subject;
  const anchors = anchorsOf(plan);
  const groups = new Map<string, { done: number; anchor: string }>();
  for (const { group, done, range } of readings.gates) {
    const section = sectionAt(plan, range.start);
    const known = groups.get(group) ?? { done: 0, anchor: (section && anchors.get(section)) ?? '' };
    groups.set(group, { ...known, done: known.done + (done ? 1 : 0) });
  }
  return Array.from(groups).flatMap(([group, { done, anchor }]) => {
    if (done === 0) return [];
    const ref = `${refTo(subject, subject.path)}#${anchor}`;
    return [{ kind: slug(withoutEmoji(group), '_'), result, ref, from: `${withoutEmoji(group)}: ${done} ${done === 1 ? 'gate is' : 'gates are'} ticked`, isProof: true }];
  });
}

function inputs({ readings }: Subject): readonly ProposedEvidence[] {
  const named = (readings.transition?.inputs ?? []).filter(({ file }) => file.text !== '' && !isBlank(file.text));
  return named.map(({ name, file }) => ({ kind: name.text, result: 'referenced', ref: file.text, from: 'an input of the plan', isProof: false }));
}

function links(subject: Subject): readonly ProposedEvidence[] {
  const { plan, path, surroundings } = subject;
  return readLinks(plan, hiddenSpans(plan)).flatMap(({ target, form }) => {
    const found = form === 'image' ? undefined : targetIn(target, path, surroundings)?.path;
    if (found === undefined || found === path || !MARKDOWN.test(found) || surroundings.exists(found) === false) return [];
    return [{ kind: slug(baseName(found).replace(MARKDOWN, ''), '_'), result: 'referenced', ref: refTo(subject, found), from: 'linked in the plan', isProof: false }];
  });
}

/** From the root of the workspace, as a new plan has it, or from the plan where its record does so. */
function refTo({ readings, path }: Subject, target: string): string {
  const said = [...(readings.transition?.inputs ?? []).map(({ file }) => file.text), ...(readings.transition?.evidence ?? []).map(({ ref }) => ref?.text ?? '')];
  return said.some((each) => each.startsWith('../') || each.startsWith('./')) ? linkTo(path, target) : target;
}

/** The first of the words that the template offers for a result. */
function resultIn({ kind }: Subject): string {
  const [blank = ''] = splitAtPlaceholders(sampleTransition(kind)?.evidence[0]?.result?.text ?? '').names;
  return plainTitle(blank.split('/')[0] ?? '').trim() || DEFAULT_RESULT;
}
