import { plainTitle } from '../plan/titles.ts';
import type { Subject } from '../lint/subject.ts';
import type { Value } from '../readings/forms/fields.ts';
import { isBlank } from '../template/placeholders.ts';
import type { Range } from '../text/range.ts';

export type SymbolKind = 'risk' | 'phase' | 'wave' | 'decision' | 'service' | 'task' | 'requirement' | 'diagram';

/** Something a document names, for the outline and for "go to symbol". */
export interface PlanSymbol {
  readonly kind: SymbolKind;
  readonly name: string;
  /** What is worth knowing about it at a glance. */
  readonly detail: string;
  readonly range: Range;
  /** Its name, which lies in its range. */
  readonly nameRange: Range;
}

export function symbolsOf({ readings }: Subject): readonly PlanSymbol[] {
  const symbols = [
    ...readings.risks.map((risk, index) => symbol('risk', `Risk ${index + 1}`, risk.name, risk.range, joined([levels(risk.probability, risk.impact), text(risk.owner)]))),
    ...readings.phases.map((phase) => symbol('phase', numbered('Phase', phase.number), phase.title, phase.range, text(phase.effort) ?? text(phase.status) ?? '')),
    ...readings.waves.map((wave) => symbol('wave', `Wave ${wave.number.text}`, wave.name, wave.range, wave.dependsOn.length > 0 ? `after ${wave.dependsOn.map((each) => each.text).join(', ')}` : '', wave.name ?? wave.number)),
    ...readings.decisions.map((decision) => symbol('decision', numbered('Decision', decision.number), decision.name, decision.range, text(decision.choice) ?? '')),
    ...readings.services.map((service) => symbol('service', 'Service', service.name, service.range, '')),
    ...readings.tasks.map((task) => symbol('task', task.id?.text ?? 'Task', task.title, task.range, joined([task.done ? 'done' : '', text(task.effort)]))),
    ...readings.nfrs.map((target) => symbol('requirement', target.category, target.name, target.range, text(target.target) ?? '')),
    ...readings.diagrams.map(({ caption, range }) => ({ kind: 'diagram' as const, name: `Diagram: ${caption === '' ? 'without heading' : caption}`, detail: '', range, nameRange: range })),
  ];
  return symbols.sort((a, b) => a.range.start - b.range.start);
}

/** What has no name is called by its kind and number; what has a blank for a name is unnamed. */
function symbol(kind: SymbolKind, lead: string, name: Value | undefined, range: Range, detail: string, place = name): PlanSymbol {
  const written = name?.text ?? '';
  const title = written === '' && lead !== '' ? '' : isBlank(written) ? 'unnamed' : plainTitle(written);
  const isInside = place !== undefined && place.range.start >= range.start && place.range.end <= range.end;
  return { kind, name: cut([lead, title].filter((part) => part !== '').join(': '), 200), detail: cut(plainTitle(detail), 120), range, nameRange: isInside ? place.range : range };
}

/** Never through the middle of a sign. */
function cut(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}

function numbered(word: string, number: Value | undefined): string {
  return number === undefined ? word : `${word} ${number.text}`;
}

function levels(probability: Value | undefined, impact: Value | undefined): string | undefined {
  const known = [text(probability), text(impact)].filter((level) => level !== undefined);
  return known.length > 0 ? known.join(' × ') : undefined;
}

/** What is filled in, wholly. */
function text(value: Value | undefined): string | undefined {
  return value === undefined || isBlank(value.text) || value.text.includes('{{') ? undefined : value.text;
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(', ');
}
