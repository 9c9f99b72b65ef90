import assert from 'node:assert/strict';
import { statusName, type StatusName } from '../../../../src/core/readings/records/status-words.ts';

describe('statusName', () => {
  const names: Readonly<Record<StatusName, readonly string[]>> = {
    draft: ['draft', 'Draft', 'WIP'],
    proposed: ['proposed', 'Proposal', 'pending', 'In review', 'under review', 'open', 'RFC', 'awaiting-approval', 'awaiting approval', 'in_review'],
    accepted: ['approved', 'ACCEPTED', 'adopted', 'decided', 'implemented', 'active', 'done', 'final', '✅ Accepted', '**Accepted**', 'accepted by Ada', 'Áccepted'],
    rejected: ['rejected', 'declined', 'withdrawn', 'abandoned', 'not accepted', 'Not  accepted'],
    deprecated: ['deprecated', 'obsolete', 'retired'],
    superseded: ['superseded', 'superceded', 'replaced', 'Partly superseded', 'partially superseded', 'Superseded by ADR-5'],
  };
  for (const [name, words] of Object.entries(names)) {
    for (const word of words) it(`${word}: ${name}`, () => assert.equal(statusName(word), name));
  }
  for (const word of ['', 'on hold', 'active development', 'open questions', 'proposed | accepted', 'proposed, accepted, rejected', 'not yet accepted', '{{accepted}}', 'constructor']) {
    it(`${word}: none`, () => assert.equal(statusName(word), undefined));
  }
});
