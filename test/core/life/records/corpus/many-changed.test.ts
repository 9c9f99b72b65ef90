import assert from 'node:assert/strict';
import { ChangedRecords } from './changed-records.ts';
import { CheckedRecords } from './checked-records.ts';
import { DIALECTS, ManyRecords, type Dialect, type Member } from './many-records.ts';

/** The lines that go and come when 9 is accepted, 29 rejected and 6 deprecated, 28 supersedes 26, 36 amends 38 and 56 relates to 58. */
const WRITTEN: Readonly<Record<Dialect, string>> = {
  sections: `
-Date: 2023-10-10
-Proposed
+Date: 2026-11-21
+Accepted
-Date: 2025-06-02
-Proposed
+Date: 2026-11-21
+Rejected
-Accepted
+Deprecated
+Supersedes [26. Sort berths](0026-sort-berths.md)
-Accepted
+Superseded by [28. Archive berths](0028-archive-berths.md)
+Amends [38. Seal berths](0038-seal-berths.md)
+Amended by [36. Replay berths](0036-replay-berths.md)
+Relates to [58. Seal tide tables](0058-seal-tide-tables.md)
+Relates to [56. Replay tide tables](0056-replay-tide-tables.md)`,
  'front matter': `
-status: proposed
-date: 2023-10-10
+status: accepted
+date: 2026-11-21
-status: proposed
-date: 2025-06-02
+status: rejected
+date: 2026-11-21
-status: accepted
-date: 2020-07-07
+status: deprecated
+date: 2026-11-21
+supersedes: ADR-0026
-status: accepted
-date: 2022-03-27
+status: superseded by ADR-0028
+date: 2026-11-21
+amends: ADR-0038
+amended-by: ADR-0036
+relates-to: ADR-0058
+relates-to: ADR-0056`,
  labels: `
-**Status**: Proposed  
-**Date**: 2023-10-10  
+**Status**: Accepted  
+**Date**: 2026-11-21  
-**Status**: Proposed  
-**Date**: 2025-06-02  
+**Status**: Rejected  
+**Date**: 2026-11-21  
-**Status**: Accepted  
+**Status**: Deprecated  
+**Supersedes**: [ADR-026](ADR-026-sort-berths.md)  
-**Status**: Accepted  
+**Status**: Superseded by [ADR-028](ADR-028-archive-berths.md)  
+**Amends**: [ADR-038](ADR-038-seal-berths.md)  
+**Amended by**: [ADR-036](ADR-036-replay-berths.md)  
+**Relates to**: [ADR-058](ADR-058-seal-tide-tables.md)  
+**Relates to**: [ADR-056](ADR-056-replay-tide-tables.md)  `,
  items: `
-* Status: proposed
-* Date: 2023-10-10
+* Status: accepted
+* Date: 2026-11-21
-* Status: proposed
-* Date: 2025-06-02
+* Status: rejected
+* Date: 2026-11-21
-* Status: accepted
+* Status: deprecated
+* Supersedes: [ADR-026](adr_026_sort_berths.md)
-* Status: accepted
+* Status: superseded by [ADR-028](adr_028_archive_berths.md)
+* Amends: [ADR-038](adr_038_seal_berths.md)
+* Amended by: [ADR-036](adr_036_replay_berths.md)
+* Relates to: [ADR-058](adr_058_seal_tide_tables.md)
+* Relates to: [ADR-056](adr_056_replay_tide_tables.md)`,
  table: `
-| Status | 💡 Proposed |
-| Date | 2023-10-10 |
+| Status | ✅ Accepted |
+| Date | 2026-11-21 |
-| Status | 💡 Proposed |
-| Date | 2025-06-02 |
+| Status | ❌ Rejected |
+| Date | 2026-11-21 |
-| Status | ✅ Accepted |
+| Status | ⚠️ Deprecated |
+| Supersedes | [ADR-026](ADR-026_sort-berths.md) |
-| Status | ✅ Accepted |
+| Status | ♻️ Superseded by [ADR-028](ADR-028_archive-berths.md) |
+| Amends | [ADR-038](ADR-038_seal-berths.md) |
+| Amended by | [ADR-036](ADR-036_replay-berths.md) |
+| Relates to | [ADR-058](ADR-058_seal-tide-tables.md) |
+| Relates to | [ADR-056](ADR-056_replay-tide-tables.md) |`,
};

describe('deeds among a thousand records', () => {
  const corpus = new ManyRecords();
  const records = new ChangedRecords(corpus);

  for (const dialect of DIALECTS) {
    it(`change what they must in ${dialect}, can be read back and taken back`, () => {
      const at = (id: number): Member => corpus.member(dialect, id);
      const written = [
        records.become(at(9), 'accepted'),
        records.become(at(29), 'rejected'),
        records.become(at(6), 'deprecated'),
        ...records.relate(at(28), 'supersedes', 'superseded by', at(26)),
        ...records.relate(at(36), 'amends', 'amended by', at(38)),
        ...records.relate(at(56), 'relates to', 'relates to', at(58)),
      ];
      assert.deepEqual(written.flat(), WRITTEN[dialect].split('\n').slice(1));
      for (const id of [49, 69, 89, 99]) records.become(at(id), 'accepted');
      for (const id of [109, 119, 129, 199]) records.become(at(id), 'rejected');
      for (const id of [66, 88, 110, 143]) records.become(at(id), 'deprecated');
      for (const [newer, older] of [[121, 116], [168, 166], [178, 154], [186, 165]] as const) records.relate(at(newer), 'supersedes', 'superseded by', at(older));
      // Another one took the place of the older one already.
      records.relate(at(188), 'supersedes', 'superseded by', at(187));
      // A record of another tree.
      records.relate(corpus.member(DIALECTS[(DIALECTS.indexOf(dialect) + 2) % DIALECTS.length] ?? 'labels', 176), 'supersedes', 'superseded by', at(136));
    });
  }

  it('leave no finding', async () => {
    assert.deepEqual(await new CheckedRecords(records.texts).all(Array.from(records.touched)), []);
  }).timeout(120_000);
});
