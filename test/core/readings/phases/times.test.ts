import assert from 'node:assert/strict';
import { tellsTime } from '../../../../src/core/readings/phases/times.ts';

describe('tellsTime', () => {
  it('finds how long something takes, or when it is done', () => {
    for (const title of ['Data – ~3h', 'Data (Weeks 1-4)', 'Data (Q3)', 'Data, 2026', 'Data (M)', 'Data (XL)', 'Data (8 points)', 'Data ({{number of}}d)', 'Data (2 sprints)', 'Days 1–3: Data']) assert.ok(tellsTime(title), title);
  });

  it('finds nothing in other titles', () => {
    for (const title of ['', 'Data', 'Domain + Contracts', 'Weekly report', 'Daily build', 'Phase 2: 3D models', 'Birthdays', 'S3 storage', 'M:N tables', 'Data (Medium)']) assert.ok(!tellsTime(title), title);
  });
});
