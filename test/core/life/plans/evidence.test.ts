import assert from 'node:assert/strict';
import { evidenceInWords, proposedEvidence } from '../../../../src/core/life/plans/evidence.ts';
import { filesAround } from '../../files-around.ts';
import { ARCHITECT, architectPlan, documentAt } from './texts.ts';

describe('proposedEvidence', () => {
  const proposed = (record: readonly string[], gates = '- [x] a\n- [ ] b\n- [x] c\n', files: Readonly<Record<string, string>> = { 'docs/design.md': '' }) =>
    proposedEvidence(documentAt(ARCHITECT, architectPlan(record, gates), filesAround(files))).map((each) => `${evidenceInWords(each)} (${each.from}${each.isProof ? ', proof' : ''})`);

  it('is what the record begins, the gates that are ticked, the inputs, and the documents that are linked', () => {
    assert.deepEqual(proposed(['[TRANSITION|a]', 'inputs: requirements=docs/needs.md constraints={{constraints}}', 'evidence: design_review|result={{validated/open/rejected}}|ref={{path}}']), [
      `design_review|result=validated|ref=${ARCHITECT} (in the record already, proof)`,
      `architecture_review|result=validated|ref=${ARCHITECT}#️-architecture-review (Architecture Review: 2 gates are ticked, proof)`,
      'requirements|result=referenced|ref=docs/needs.md (an input of the plan)',
      'design|result=referenced|ref=docs/design.md (linked in the plan)',
    ]);
  });

  it('is nothing that stands there already, that is not there, or that nobody has ticked', () => {
    assert.deepEqual(proposed(['[TRANSITION|a]', `evidence: architecture_review|result=open|ref=${ARCHITECT}#️-architecture-review`], undefined, {}), []);
    assert.deepEqual(proposed(['[TRANSITION|a]'], '- [ ] a\n', {}), []);
  });

  it('is named from the plan where its record does so', () => {
    assert.deepEqual(proposed(['[TRANSITION|a]', 'inputs: requirements=../docs/needs.md']), [
      'architecture_review|result=validated|ref=architecture-design-port-7.md#️-architecture-review (Architecture Review: 2 gates are ticked, proof)',
      'requirements|result=referenced|ref=../docs/needs.md (an input of the plan)',
      'design|result=referenced|ref=../docs/design.md (linked in the plan)',
    ]);
  });
});

describe('evidenceInWords', () => {
  it('has no signs in its parts that would cut it in two', () => {
    assert.equal(evidenceInWords({ kind: 'a|b', result: 'c; d', ref: 'e\n f' }), 'a, b|result=c, d|ref=e f');
    assert.equal(evidenceInWords({ kind: 'a', result: '', ref: '' }), 'a');
  });
});
