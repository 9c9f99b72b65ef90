import { writeNote } from '../lint/record-notes.ts';
import { formOfReference } from '../lint/record-references.ts';
import { inverseOf, isPartial, RecordRelations } from '../lint/record-relations.ts';
import { otherRecords, ownRecord } from '../lint/records-around.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { RecordEntry } from '../lint/surroundings.ts';
import { inWords } from '../lint/wording.ts';
import type { RecordLink, Relation } from '../readings/records/record-links.ts';
import { statusName, type StatusName } from '../readings/records/status-words.ts';
import { baseName } from '../template/file-name.ts';

/** What is not decided yet, or was not, takes nothing's place. */
const UNDECIDED: readonly (StatusName | undefined)[] = ['draft', 'proposed', 'rejected'];
/** Relations by which one record takes the place of another as a whole. */
const IN_PLACE: readonly Relation[] = ['supersedes', 'superseded by'];

export const consistentSupersedes = defineRule({
  id: 'consistent-supersedes',
  summary: 'Records that supersede or amend each other say so in both, and exist.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const own = ownRecord(subject);
    const others = own && own.record.links.length > 0 ? otherRecords(subject) : undefined;
    if (own === undefined || others === undefined) return;
    const relations = new RecordRelations([own, ...others], subject.surroundings);
    const targets = own.record.links.map((link) => ({ link, target: relations.targetOf(own, link) }));
    const circle = circleAmong(own, targets, relations);
    const inCircle = new Set(circle?.way);
    if (circle) yield inACircle(circle);
    const asked = new Set<string>();
    for (const { link, target } of targets) {
      if (target === 'missing') {
        if (!isLink(own, link)) yield missing(link);
      } else if (target !== undefined && target !== own && !inCircle.has(target)) {
        const key = `${link.relation} ${target.path}`;
        const problem = asked.has(key) ? undefined : oneWay(own, link, target, relations);
        asked.add(key);
        if (problem) yield problem;
      }
    }
    const problem = circle === undefined ? stillAccepted(own, targets) : undefined;
    if (problem) yield problem;
  },
});

interface Named {
  readonly link: RecordLink;
  readonly target: RecordEntry | 'missing' | undefined;
}

interface Circle {
  readonly link: RecordLink;
  readonly way: readonly RecordEntry[];
}

function circleAmong(own: RecordEntry, targets: readonly Named[], relations: RecordRelations): Circle | undefined {
  for (const { link, target } of targets) {
    if (!IN_PLACE.includes(link.relation) || target === undefined || target === 'missing') continue;
    const way = link.relation === 'superseded by' ? relations.circleFrom(own, target) : relations.circleFrom(target, own);
    if (way) return { link, way };
  }
  return undefined;
}

function inACircle({ link, way }: Circle): Problem {
  const [first] = way;
  if (way.length < 2 || first === undefined) return { message: 'This record says that it supersedes itself: correct the note, or take it out.', range: link.range };
  const names = [...way, first].map(nameOf).join(' → ');
  return { message: `These records supersede each other in a circle: ${names}. Take one of their notes out.`, range: link.range };
}

/** A link that leads nowhere is found wherever it stands, by another check. */
function isLink({ plan: { text, outline } }: RecordEntry, { target: { range } }: RecordLink): boolean {
  return range.start >= (outline.frontMatter?.range.end ?? 0) && /\]\(\s*<?$/.test(text.slice(Math.max(0, range.start - 20), range.start));
}

function missing({ relation, target }: RecordLink): Problem {
  return { message: `There is no record "${inWords(target.text)}", which this one ${wordsFor(relation)}: correct the reference, or take the note out.`, range: target.range };
}

/** The other record says nothing of this one, although a reader who begins there needs to know. */
function oneWay(own: RecordEntry, link: RecordLink, target: RecordEntry, relations: RecordRelations): Problem | undefined {
  const inverse = inverseOf(link.relation);
  const isNewer = link.relation === 'supersedes' || link.relation === 'amends';
  if (inverse === undefined || UNDECIDED.includes(statusOf(isNewer ? own : target))) return undefined;
  // Who supersedes a part may as well say that it amends, and the other way round.
  const enough: readonly Relation[] = isNewer ? ['superseded by', 'amended by'] : ['supersedes', 'amends'];
  if (enough.some((relation) => relations.says(target, relation, own))) return undefined;
  const edits = writeNote(target, inverse, own, formOfReference(own, link));
  return {
    message: `This record ${wordsFor(link.relation)} ${nameOf(target)}, which does not say so: write into it that it ${wordsFor(inverse)} ${nameOf(own)}.`,
    range: link.range,
    related: [{ message: `Does not say that it ${wordsFor(inverse)} ${nameOf(own)}.`, path: target.path, range: target.record.status?.value.range ?? target.plan.title?.heading.range ?? { start: 0, end: 0 } }],
    ...(edits.length > 0 && { fix: { title: `Write into ${nameOf(target)} that it ${wordsFor(inverse)} ${nameOf(own)}`, edits: [], elsewhere: [{ path: target.path, edits }] } }),
  };
}

function stillAccepted(own: RecordEntry, targets: readonly Named[]): Problem | undefined {
  const { status } = own.record;
  if (status === undefined || statusOf(own) !== 'accepted') return undefined;
  const named = targets.find(({ link, target }) => link.relation === 'superseded by' && target !== 'missing' && !isPartial(own, link) && (target === undefined || !UNDECIDED.includes(statusOf(target))));
  if (named === undefined) return undefined;
  const { text, range } = status.value;
  const word = /^\p{Lu}/u.test(text) ? 'Superseded' : 'superseded';
  const other = named.target === undefined || named.target === 'missing' ? inWords(named.link.target.text) : nameOf(named.target);
  return {
    message: `The status is still "${inWords(text)}", although this record is superseded by ${other}: set it to "${word}".`,
    range,
    fix: { title: `Set the status to "${word}"`, edits: [{ range, text: word }] },
  };
}

function statusOf({ record }: RecordEntry): StatusName | undefined {
  return statusName(record.status?.value.text ?? '');
}

/** By its number, where that tells it from others. */
function nameOf({ path, record }: RecordEntry): string {
  return record.number === undefined ? `"${inWords(baseName(path))}"` : `record ${record.number}`;
}

function wordsFor(relation: Relation): string {
  return relation === 'superseded by' || relation === 'amended by' ? `is ${relation}` : relation;
}
