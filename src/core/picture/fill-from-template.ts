import { firstRisk } from '../lint/first-risk.ts';
import { fixesTogether } from '../lint/fixes-together.ts';
import { phaseSampleIn } from '../lint/phase-samples.ts';
import type { Subject } from '../lint/subject.ts';
import type { ReadPlace } from '../readings/readings.ts';
import { hasText } from '../template/emptiness.ts';
import { bodyOf, insertBlock, insertSection } from '../template/insert.ts';
import { isReadAs, type ContractSection } from '../template/kind.ts';
import type { ReadingName } from '../template/marks.ts';
import type { TextEdit } from '../text/edits.ts';
import { endOfContent, type Range } from '../text/range.ts';
import { READINGS_OF, type PartName } from './asked-parts.ts';
import type { PictureSource } from './source.ts';

/** The checks whose fixes write what a section is to hold. */
const FILLING: Readonly<Record<PartName, readonly string[]>> = {
  diagrams: ['no-empty-sections', 'required-diagrams'],
  roadmap: ['no-empty-sections', 'required-phases', 'required-tables'],
  waves: ['no-empty-sections'],
  decisions: ['no-empty-sections', 'required-tables'],
  targets: ['no-empty-sections', 'required-nfrs', 'required-tables'],
  gates: ['no-empty-sections'],
  risks: ['no-empty-sections', 'required-risks', 'required-tables'],
};
const GUIDANCE = /<!--[\s\S]*?-->/g;

/** The sections that are missing, as the check of sections writes them, and what belongs into those that are there. */
export function fillFromTemplate(source: PictureSource, subject: Subject, part: PartName): readonly TextEdit[] {
  const { plan, match, values, kind } = subject;
  const wanted = sectionsFor(kind.root, READINGS_OF[part]);
  const missing = subject.missing.filter(({ section }) => wanted.has(section) || READINGS_OF[part].some((reading) => isReadAs(section, reading)));
  const inserted = missing.flatMap((each) => insertSection(plan, match, each, values) ?? []);
  const filled = placesOf(subject, part).filter(({ range }) => !inserted.some((edit) => isWithin(edit.range, range))).flatMap((place) => fillPlace(source, subject, place, part));
  return [...filled, ...inserted];
}

/** Each section once: one may be read as several things. */
function placesOf({ readings, kind }: Subject, part: PartName): readonly ReadPlace[] {
  const places = READINGS_OF[part].flatMap((reading) => readings.places(reading)).filter(({ contract }) => contract !== kind.root);
  return Array.from(new Map(places.map((place) => [place.contract, place])).values());
}

/** Those that are read as this, with all that stands in them. */
function sectionsFor(root: ContractSection, wanted: readonly ReadingName[]): ReadonlySet<ContractSection> {
  const found = new Set<ContractSection>();
  const visit = (section: ContractSection, isInside: boolean): void => {
    const isWanted = isInside || (section !== root && section.reads.some((reading) => wanted.includes(reading)));
    if (isWanted) found.add(section);
    for (const child of section.children) visit(child, isWanted);
  };
  visit(root, false);
  return found;
}

/** By the fixes of the checks; where these are off, or look elsewhere, by what the template has in the section. */
function fillPlace({ findings }: PictureSource, subject: Subject, place: ReadPlace, part: PartName): readonly TextEdit[] {
  const own = findings.filter(({ rule, range }) => FILLING[part].includes(rule) && isWithin(range, place.range));
  const fixes = fixesTogether(own).flatMap(({ fix }) => fix.edits);
  if (fixes.length > 0) return fixes;
  const edit = part === 'risks' ? firstRisk(subject, place) : part === 'roadmap' ? firstPhase(subject, place) : undefined;
  const written = edit ?? sampleFor(subject, place);
  return written === undefined ? [] : [written];
}

/** The section of the template with the first phase, as deep as it is missing. */
function firstPhase({ plan, match, values, read }: Subject, { contract }: ReadPlace): TextEdit | undefined {
  const path = phaseSampleIn(contract, read)?.path ?? [];
  const index = path.findIndex((section) => !match.found.has(section));
  const [parent, section] = [path[index - 1], path[index]];
  return parent && section && match.found.has(parent) ? insertSection(plan, match, { section, parent, siblings: parent.children }, values) : undefined;
}

/** The first member of a series, else what the template writes right below the heading, else in the sections there. */
function sampleFor(subject: Subject, { contract, range, level }: ReadPlace): TextEdit | undefined {
  const { plan, match, values, readings } = subject;
  const member = contract.children.find(({ repeat }) => repeat !== undefined);
  if (member !== undefined && level !== undefined) return insertSection(plan, match, { section: member, parent: contract, siblings: contract.children }, values);
  const body = bodyOf(contract);
  const end = Math.min(match.found.get(contract)?.body.end ?? range.end, range.end);
  if (hasText(body.replace(GUIDANCE, ''))) return insertBlock(plan, endOfContent(plan.text, end), body, values);
  for (const child of contract.children) {
    const place = readings.placeOf(child);
    const edit = place && isWithin(place.range, range) ? sampleFor(subject, place) : undefined;
    if (edit !== undefined) return edit;
  }
  return undefined;
}

function isWithin(inner: Range, outer: Range): boolean {
  return inner.start >= outer.start && inner.end <= outer.end;
}
