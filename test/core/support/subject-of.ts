import { Subject } from '../../../src/core/lint/subject.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import type { Kind } from '../../../src/core/template/kind.ts';
import type { Values } from '../../../src/core/template/placeholders.ts';
import { read } from './markdown.ts';

/** A text as a document of a kind, whatever its path and title say. */
export function subjectOf(text: string, kind: Kind, values: Values = {}): Subject {
  return new Subject(readPlan(text), 'notes.md', { kind, values, reason: '' }, read, NOWHERE);
}
