import type { Relation } from '../../../../../src/core/readings/records/record-links.ts';
import { linkTo } from '../../../../../src/core/text/link-paths.ts';
import { digits, type Bond, type Dialect, type Member } from './many-records.ts';

type Mentioned = readonly [before: Member, after: Member, abroad: Member];

/** The text of a record in its dialect. */
export function writeRecord(own: Member, bonds: readonly Bond[], mentioned: Mentioned): string {
  return { sections: asSections, 'front matter': asFrontMatter, labels: asLabels, items: asItems, table: asTable }[own.dialect](own, bonds, mentioned);
}

const SIGNS = { proposed: '💡', accepted: '✅', rejected: '❌', deprecated: '⚠️', superseded: '♻️' } as const;

function asSections(own: Member, bonds: readonly Bond[], mentioned: Mentioned): string {
  const [status, ...notes] = statements(own, bonds, (to) => `[${to.number}. ${to.title}](${linkTo(own.path, to.path)})`);
  return `# ${own.number}. ${own.title}

Date: ${own.day}

## Status

${[capital(status), ...notes.map(([relation, said]) => `${capital(relation)} ${said.join(', ')}`)].join('\n\n')}

## Context

The port has ${own.id} quays. ${mentionsOf(own, mentioned)}

## Decision

We ${own.title.toLowerCase()}, as the harbour master asked: «מזח».

## Consequences

- The office works with one list
- ${own.id} forms are gone
`;
}

function asFrontMatter(own: Member, bonds: readonly Bond[], mentioned: Mentioned): string {
  const refer = (to: Member): string => (to.dialect === own.dialect ? `ADR-${digits(to)}` : linkTo(own.path, to.path));
  const [status, ...notes] = statements(own, bonds, refer);
  const fields = notes.map(([relation, said]) => `${relation.replaceAll(' ', '-')}: ${said.length > 1 ? `[${said.join(', ')}]` : said.join('')}\n`);
  return `---
status: ${status}
date: ${own.day}
decision-makers: Ada, Grace
${fields.join('')}---

# ${own.title}

## Context and Problem Statement

The port has ${own.id} quays. How do we ${own.title.toLowerCase()}?

## Considered Options

* One list
* A list for each quay

## Decision Outcome

Chosen option: "One list", because ${own.id} lists drift apart.

### Consequences

* Good, because the office works with one list
* Bad, because all wait for it

## More Information

${mentionsOf(own, mentioned)}
`;
}

function asLabels(own: Member, bonds: readonly Bond[], mentioned: Mentioned): string {
  const [status, ...notes] = statements(own, bonds, (to) => linkByNumber(own, to));
  return `# ADR ${own.number}: ${own.title}

**Status**: ${capital(status)}  
**Date**: ${own.day}  
${notes.map(([relation, said]) => `**${capital(relation)}**: ${said.join(', ')}  \n`).join('')}
## Problem

The port has ${own.id} quays. ${mentionsOf(own, mentioned)}

## Options Considered

1. **One list**
   - Pros: nothing drifts apart
   - Cons: all wait for it
2. **A list for each quay**
   - Pros: nobody waits
   - Cons: ${own.id} lists drift apart

## Selected Approach

**One list**, because the office asked for it

## Trade-offs

- A quay waits for the office

## Confidence: 80%

- Follow-up: a month on all quays
`;
}

function asItems(own: Member, bonds: readonly Bond[], mentioned: Mentioned): string {
  const [status, ...notes] = statements(own, bonds, (to) => linkByNumber(own, to));
  return `# ADR-${digits(own)}: ${own.title}

* Status: ${status}
* Deciders: Ada, Grace
* Date: ${own.day}
${notes.map(([relation, said]) => `* ${capital(relation)}: ${said.join(', ')}\n`).join('')}
## Context and Problem Statement

The port has ${own.id} quays.

## Considered Options

* One list
* A list for each quay

## Decision Outcome

Chosen option: "One list", because ${own.id} lists drift apart.

## Links

${mentionsOf(own, mentioned)}
`;
}

function asTable(own: Member, bonds: readonly Bond[], mentioned: Mentioned): string {
  const [status, ...notes] = statements(own, bonds, (to) => linkByNumber(own, to));
  return `# ${own.number}. ${own.title}

| Field | Value |
|-------|-------|
| Status | ${SIGNS[own.status]} ${capital(status)} |
| Date | ${own.day} |
${notes.map(([relation, said]) => `| ${capital(relation)} | ${said.join(', ')} |\n`).join('')}
## Context

The port has ${own.id} quays. ${mentionsOf(own, mentioned)}

## Decision

We ${own.title.toLowerCase()}.

## Consequences

- The office works with one list
`;
}

/** The status, with what took the place of a record that is superseded; and the other relations, each with all its records. */
function statements(own: Member, bonds: readonly Bond[], refer: (to: Member) => string): readonly [string, ...(readonly [Relation, readonly string[]])[]] {
  const said = new Map<Relation, string[]>();
  for (const { relation, to } of bonds) said.set(relation, [...(said.get(relation) ?? []), refer(to)]);
  const successors = own.status === 'superseded' ? said.get('superseded by') : undefined;
  if (successors) said.delete('superseded by');
  return [successors ? `superseded by ${successors.join(', ')}` : own.status, ...said];
}

function linkByNumber(own: Member, to: Member): string {
  return `[ADR-${digits(to)}](${linkTo(own.path, to.path)})`;
}

/** Links and references without a relation. */
function mentionsOf(own: Member, [before, after, abroad]: Mentioned): string {
  const anchor: Readonly<Record<Dialect, string>> = { sections: 'context', 'front matter': 'considered-options', labels: 'problem', items: 'considered-options', table: 'decision' };
  return `See ADR-${digits(before)}, [${after.title}](${linkTo(own.path, after.path)}#${anchor[after.dialect]}) and [${abroad.number}. ${abroad.title}](${linkTo(own.path, abroad.path)}).`;
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
