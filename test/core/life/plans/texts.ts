import { checker } from '../../documents.ts';
import type { Planned } from '../../../../src/core/life/change.ts';
import { Subject } from '../../../../src/core/lint/subject.ts';
import { NOWHERE, type Surroundings } from '../../../../src/core/lint/surroundings.ts';
import { applyEdits } from '../../../../src/core/text/edits.ts';
import { read } from '../../support/markdown.ts';

export const ARCHITECT = 'plans/architecture-design-port-7.md';

/** A text as the document that its path and title make it. */
export function documentAt(path: string, text: string, around: Surroundings = NOWHERE): Subject {
  const { plan, recognition } = checker.recognise(text, path);
  if (recognition === undefined) throw new Error(`${path} is of no known kind.`);
  return new Subject(plan, path, recognition, read, around);
}

/** The texts after a change, by path. */
export function textsAfter(planned: Planned): Readonly<Record<string, string>> {
  if ('problem' in planned) throw new Error(planned.problem);
  const { files, creates = [] } = planned.change;
  return Object.fromEntries([...files.map(({ path, text, edits }) => [path, applyEdits(text, edits)] as const), ...creates.map(({ path, contents }) => [path, contents] as const)]);
}

/** A plan for a harbour with a record of its transition and one gate. */
export function architectPlan(record: readonly string[], gates = '- [x] Every service has an owner\n- [x] The loss of a pier is survived\n'): string {
  return `# Berths Architecture Design

## Transition Record

\`\`\`
${record.join('\n')}
\`\`\`

## System Overview

**Architecture Pattern**: One log, see [the design](../docs/design.md)

## Risk Assessment and Mitigation

### Technical Risks

1. **Storm**
   - **Risk**: The pier breaks
   - **Impact**: High
   - **Mitigation**: Moorings are checked
   - **Owner**: Ada
2. **Rust**
   - **Risk**: The hull leaks
   - **Impact**: Low
   - **Mitigation**: Paint

## Quality Gates

### 🏗️ Architecture Review

${gates}`;
}
