import assert from 'node:assert/strict';
import { advancePlan, approvePlan } from '../../../../src/core/life/plans/advance-plan.ts';
import { nextStep } from '../../../../src/core/life/plans/plan-step.ts';
import { Subject } from '../../../../src/core/lint/subject.ts';
import { NOWHERE } from '../../../../src/core/lint/surroundings.ts';
import { readPlan } from '../../../../src/core/plan/plan.ts';
import { checker } from '../../documents.ts';
import { read } from '../../support/markdown.ts';
import { kindFrom } from '../../template/kind-from.ts';
import { documentAt, textsAfter } from './texts.ts';

const PATH = 'docs/booking-PLAN.md';
const BODY = '\n## 1. Use Case Alignment\n\nAll.\n';

/** The plan once Ada approved it, without the line of marks. */
function approved(text: string, path = PATH): string {
  const subject = documentAt(path, text);
  const step = nextStep(subject);
  const after = textsAfter(approvePlan(subject, 'problem' in step ? undefined : step.to, 'Ada', '2026-03-01'))[path] ?? '';
  assert.match(after, /approved[- ]content[:*]+ [0-9a-f]{4}-[0-9a-f]{8}/i);
  return after.replace(/^(.*approved[- ]content[:*]+ ).*$/im, '$1…');
}

const MARKS = 'approved-by: Ada\napproved-on: 2026-03-01\napproved-content: …\n';

describe('approvePlan', () => {
  it('writes the status in the place and the form in which the plan has it', () => {
    const forms: readonly (readonly [before: string, after: string])[] = [
      ['---\nstatus: awaiting-approval # soon\nsource: booking.md\n---\n# Use Case Plan: B\n', `---\nstatus: approved # soon\nsource: booking.md\n${MARKS}---\n# Use Case Plan: B\n`],
      ['# Use Case Plan: B\n\n**Status**: Awaiting-approval  \n**Owner**: Ada\n', `---\n${MARKS}---\n\n# Use Case Plan: B\n\n**Status**: Approved  \n**Owner**: Ada\n`],
      ['# Use Case Plan: B\n\n- Status: DRAFT\n', `---\n${MARKS}---\n\n# Use Case Plan: B\n\n- Status: APPROVED\n`],
      ['# Use Case Plan: B\n\n## Status\n\nProposed\n', `---\n${MARKS}---\n\n# Use Case Plan: B\n\n## Status\n\nApproved\n`],
      ['# Use Case Plan: B\n\n| Status | draft |\n|--|--|\n| Owner | Ada |\n', `---\n${MARKS}---\n\n# Use Case Plan: B\n\n| Status | approved |\n|--|--|\n| Owner | Ada |\n`],
    ];
    for (const [before, after] of forms) {
      assert.equal(approved(before + BODY), after + BODY, before);
      assert.equal(approved(`\uFEFF${before}${BODY}`.replaceAll('\n', '\r\n')), `\uFEFF${after}${BODY}`.replaceAll('\n', '\r\n'), before);
    }
  });

  it('writes one where the template has it, if the plan has none', () => {
    assert.equal(approved(`# Use Case Plan: B\n${BODY}`), `---\nstatus: approved\n${MARKS}---\n\n# Use Case Plan: B\n${BODY}`);
  });

  it('writes who and when where the plan has fields for that', () => {
    assert.equal(
      approved(`---\nstatus: awaiting-approval\napproved-by: ""\napproved-on:\n---\n# Use Case Plan: B\n${BODY}`),
      `---\nstatus: approved\napproved-by: "Ada"\napproved-on: 2026-03-01\napproved-content: …\n---\n# Use Case Plan: B\n${BODY}`,
    );
    assert.equal(
      approved('# System Design: B\n\n**Approved By**: {{who}}  \n**Approved On**: {{day}}  \n**Approved Content**: {{marks}}\n\n## Context\n\nx\n', 'docs/architecture/SYSTEM_DESIGN.md'),
      '# System Design: B\n\n**Approved By**: Ada  \n**Approved On**: 2026-03-01  \n**Approved Content**: …\n\n## Context\n\nx\n',
    );
  });

  it('approves again what has changed since', () => {
    const once = textsAfter(approvePlan(documentAt(PATH, `---\nstatus: awaiting-approval\n---\n# Use Case Plan: B\n${BODY}`), 'approved', 'Ada', '2026-03-01'))[PATH] ?? '';
    const twice = textsAfter(approvePlan(documentAt(PATH, once.replace('All.', 'Some.')), undefined, 'Mara: "M"', '2026-04-01'))[PATH] ?? '';
    assert.match(twice, /^---\nstatus: approved\napproved-by: "Mara: \\"M\\""\napproved-on: 2026-04-01\napproved-content: [^\n]+\n---\n# Use Case Plan: B\n/);
    assert.notEqual(/approved-content: (.*)/.exec(once)?.[1], /approved-content: (.*)/.exec(twice)?.[1]);
  });

  it('quotes a name that YAML would read as something else', () => {
    assert.match(textsAfter(approvePlan(documentAt(PATH, `# Use Case Plan: B\n${BODY}`), 'approved', 'Ada: "the" \n Å', '2026-03-01'))[PATH] ?? '', /\napproved-by: "Ada: \\"the\\" Å"\n/);
  });

  it('leaves a plan without sections without marks', () => {
    const path = 'docs/architecture/SYSTEM_DESIGN.md';
    assert.equal(textsAfter(approvePlan(documentAt(path, '# System Design: B\n'), undefined, 'Ada', '2026-03-01'))[path], '---\napproved-by: Ada\napproved-on: 2026-03-01\n---\n\n# System Design: B\n');
  });
});

describe('the states of a team', () => {
  const kind = kindFrom('---\ngroundplan: { kind: memo, name: Memo, description: A memo., file: "memos/{{name}}.md" }\nstatus: sketched\n---\n# Memo {{name}}\n<!-- plan: reads status -->\n<!-- plan: values "sketched", "in review", "approved" -->\n\n## What\n');
  const subject = (text: string) => new Subject(readPlan(text), 'memos/a.md', { kind, values: {}, reason: '' }, read, NOWHERE);
  const advanced = (text: string): string | undefined => {
    const step = nextStep(subject(text));
    return 'problem' in step ? step.problem : textsAfter(advancePlan(subject(text), step, { by: 'Ada', today: '2026-03-01', why: '', evidence: [] }))['memos/a.md'];
  };

  it('follow each other as their template lists them', () => {
    assert.equal(checker.kinds.includes(kind), false);
    assert.equal(advanced('# Memo a\n\nStatus: Sketched (2026-01-05)\n\n## What\n\nx\n'), '# Memo a\n\nStatus: In review (2026-03-01)\n\n## What\n\nx\n');
    assert.match(advanced('---\nstatus: in review\n---\n# Memo a\n\n## What\n\nx\n') ?? '', /^---\nstatus: approved\napproved-by: Ada\n/);
    assert.equal(advanced('---\nstatus: on fire\n---\n# Memo a\n'), '"on fire" is no state of a memo: set it to sketched, in review or approved first.');
  });
});
