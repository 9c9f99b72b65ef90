import type { Value } from '../readings/forms/fields.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { readConstraints, type Constraint } from '../readings/requirements/constraints.ts';
import type { Range } from '../text/range.ts';
import { sourcesOf, type Source } from './sources.ts';
import type { Subject } from './subject.ts';

/** A technology that a constraint rules out. */
export interface Forbidden {
  readonly name: string;
  readonly constraint: Constraint;
  /** The document that forbids it, where it is another one. */
  readonly path: string | undefined;
}

/** Names that people use for the same thing. */
const ALIASES: readonly (readonly string[])[] = [
  ['PostgreSQL', 'Postgres'],
  ['MongoDB', 'Mongo'],
  ['Kubernetes', 'K8s'],
  ['Elasticsearch', 'Elastic Search'],
  ['JavaScript', 'JS'],
  ['Apache Kafka', 'Kafka'],
  ['RabbitMQ', 'Rabbit MQ'],
  ['DynamoDB', 'Dynamo DB'],
];
const NAMES_CONSTRAINTS = /constraint/i;

/** By each name in lower case, its constraint. What one constraint allows and another forbids is for people to settle. */
export function forbiddenTechnologies(subject: Subject): ReadonlyMap<string, Forbidden> {
  const own = subject.readings.constraints.map((constraint) => ({ constraint, path: undefined }));
  const others = sourcesOf(subject).flatMap((source) => constraintsIn(subject, source).map((constraint) => ({ constraint, path: source.path })));
  const all = [...own, ...others];
  const allowed = new Set(all.flatMap(({ constraint }) => constraint.allowed.flatMap(namesOf)).map((name) => name.toLowerCase()));
  const found = new Map<string, Forbidden>();
  for (const { constraint, path } of all) {
    for (const name of constraint.forbidden.flatMap(namesOf)) {
      const key = name.toLowerCase();
      if (!allowed.has(key) && !found.has(key)) found.set(key, { name, constraint, path });
    }
  }
  return found;
}

/** A document that is named as that of constraints holds nothing else; in others they stand under a heading of their own. */
function constraintsIn({ read }: Subject, { path, plan, namedIn }: Source): readonly Constraint[] {
  const spans: readonly Range[] = NAMES_CONSTRAINTS.test(path) || /^constraints?$/i.test(namedIn) ? [{ start: 0, end: plan.text.length }] : plan.sections.filter(({ key, heading }) => heading.level > 1 && NAMES_CONSTRAINTS.test(key)).map(({ range }) => range);
  let end = 0;
  return spans.flatMap((span) => {
    if (span.start < end) return [];
    end = span.end;
    return readConstraints(plan, span, read);
  });
}

function namesOf({ text }: Value): readonly string[] {
  const name = text.replace(/[*_`]/g, '').replace(/\s+/g, ' ').trim();
  if (name.length < 2 || isOpen(name)) return [];
  return [name, ...(ALIASES.find((names) => names.some((each) => each.toLowerCase() === name.toLowerCase())) ?? [])];
}
