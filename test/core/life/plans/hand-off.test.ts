import assert from 'node:assert/strict';
import fc from 'fast-check';
import { handOffPrompt, sizeInWords } from '../../../../src/core/life/plans/hand-off.ts';
import { handOffRoles } from '../../../../src/core/life/plans/hand-off-roles.ts';
import { phasePlan, PHASE_2 } from '../../documents.ts';
import { filesAround } from '../../files-around.ts';
import { RUNS } from '../../support/runs.ts';
import { ARCHITECT, architectPlan, documentAt } from './texts.ts';

const PLAN = 'plans/ARCHITECTURAL-PLAN-berths.md';
const ROLE = { name: 'Decomposer', task: 'Break it down.', isNamed: false };

describe('handOffRoles', () => {
  const roles = (text: string) => handOffRoles(documentAt(PLAN, `# Architectural Plan: Berths\n\n${text}`)).map(({ name, task, isNamed }) => [name, isNamed, task.slice(0, 60)]);

  it('are those that the plan names, then the usual ones', () => {
    assert.deepEqual(roles(''), [
      ['Decomposer', false, 'Break this plan down into tasks. Each takes 4 hours at most,'],
      ['Component architect', false, 'Design the components of this plan one by one: what each alo'],
      ['Phase planner', false, 'Plan the next phase in detail: the contracts first, then the'],
    ]);
    assert.deepEqual(roles('## Handoff\n\n- @ent:decomposer: phases 1 and 2 become tasks.\n- **@ent:architect** - {{which components}}\n* @ada\n- @ent:decomposer again\n'), [
      ['@ent:decomposer', true, 'The plan asks of you: phases 1 and 2 become tasks. Break thi'],
      ['@ent:architect', true, 'Design the components of this plan one by one: what each alo'],
      ['@ada', true, 'Read the plan, and take the next step that it names.'],
      ['Phase planner', false, 'Plan the next phase in detail: the contracts first, then the'],
    ]);
  });

  it('are not looked for in code and comments', () => {
    assert.equal(roles('```\n- @Injectable: x\n```\n\n<!--\n- @someone: x\n-->\n\nmail - @home: x\n').length, 3);
  });
});

describe('handOffPrompt', () => {
  it('tells the state, what is decided and asked for, the risks and the files of a plan', () => {
    const text = architectPlan(['[TRANSITION|architect.planning] by x', 'TO_STATE: PLANNED', 'inputs: constraints=docs/constraints.md', 'FOLLOW-UP:', '- Review - owner=Ada - due=2026-04-01'], '- [x] Every service has an owner\n- [ ] The loss of a pier is survived\n').replace(
      '## Quality Gates',
      '## Key Decisions\n\n### Decision 1: One **log**\n\n- **Choice**: Append only, see [it](log.md)\n\n## Non-Functional Requirements (NFRs)\n\n### Performance Targets\n\n| Metric | Target | Measurement | Validation |\n|--|--|--|--|\n| Response Time | < 250ms | probe | replay |\n| Load | {{number}} | | |\n\n## Implementation Roadmap\n\n### Phase 1: Quay (2 weeks)\n\n- Piles\n- Planks\n\n## Quality Gates',
    );
    const around = filesAround({ 'docs/constraints.md': '# Constraints\n\n- **Storage**: PostgreSQL ONLY (no Redis)\n' });
    assert.equal(
      handOffPrompt(documentAt(ARCHITECT, text, around), ROLE),
      `You take over a plan as Decomposer. Break it down.

Plan: Berths Architecture Design
File: plans/architecture-design-port-7.md (Architect Plan, PLANNED)
What follows is taken from the plan. Where it and the file differ, the file counts. Ask where something is open; do not decide against what is decided here.

Decided:
- One log: Append only, see it

Constraints:
- Storage: PostgreSQL ONLY (no Redis) (docs/constraints.md)

Targets:
- Response Time: < 250ms (shown by replay)

Phases and waves:
- Phase 1 Quay: Piles; Planks (2 weeks)

Open risks:
- Storm: Moorings are checked (impact High, owner Ada)
- Rust: Paint (impact Low)

Open points:
- Not ticked: "The loss of a pier is survived"
- Review (Ada, 2026-04-01)

Files:
- plans/architecture-design-port-7.md
- docs/constraints.md (constraints)
- docs/design.md
- plans/log.md
`,
    );
  });

  it('says nothing that nobody has filled in', () => {
    const prompt = handOffPrompt(documentAt(PHASE_2, phasePlan()), ROLE);
    assert.ok(!prompt.includes('{{'), prompt);
    assert.ok(prompt.startsWith('You take over a plan as Decomposer.') && prompt.includes('Plan: Phase 2 Architecture Plan\n'), prompt);
  });

  it('stays short, and says how long it is', () => {
    const gates = Array.from({ length: 500 }, (_, index) => `- [ ] ${index} ${'word '.repeat(9)}\n`).join('');
    const prompt = handOffPrompt(documentAt(ARCHITECT, architectPlan(['[TRANSITION|a]'], gates)), ROLE);
    assert.ok(prompt.length < 60_000, String(prompt.length));
    assert.ok(prompt.includes('- … and 440 more in the file\n'));
    assert.equal(sizeInWords('a b\nc'), '3 words');
    assert.equal(sizeInWords('x'), '1 word');
    assert.equal(sizeInWords('x '.repeat(12_345)), '12,345 words');
  });

  it('is plain text for every plan, and never throws', () => {
    const line = fc.constantFrom('## Risk Assessment', '### Decision 1: X', '- **Choice**: y', '| Risk | Impact |', '|--|--|', '| a | b |', '## Constraints', '- x ONLY', '- [ ] z', '```yaml', 'a: b', '```', '### Phase 1: A', '{{b}}', '<!--', '-->', '@ent:x', '- @ent:x: y');
    fc.assert(
      fc.property(fc.array(line, { maxLength: 16 }), (lines) => {
        const subject = documentAt(PLAN, `# Architectural Plan: Berths\n\n${lines.join('\n')}`);
        for (const role of handOffRoles(subject)) assert.ok(!handOffPrompt(subject, role).includes('{{'));
      }),
      { numRuns: RUNS },
    );
  });
});
