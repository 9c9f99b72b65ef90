import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findingsOf, fixedBy, phasePlan, replaceSection } from '../documents.ts';
import { RUNS } from './runs.ts';

/** Lines of every form in which risks are written, and of what stands between them. */
export const RISK_LINES = [
  '### Risk 1: Fire',
  '### 🔥 Storm',
  '#### Mitigation',
  '- **Impact**: High',
  '- **Impact**:',
  '* Probability: Hgih',
  '  - **Owner**: Ada',
  '**Likelihood**: Low  ',
  '**Impact:** Huge | **Owner:** {{who}}',
  '**Risk**: It burns',
  '**Risk 2: Flood**',
  'Mitigation: hoses',
  '> - **Rating**: Low',
  '1. **Fog** – Impact: High, Owner: Ada',
  '   - **Mitigation**:',
  '     - lights',
  '- [ ]Rust|owner=Ada|impact=4',
  '| Risk | Probability | Impact | Rating |',
  '| Risk | P | I | Score (P×I) | Mitigation |',
  '| Level | Count |',
  '|--|--|--|--|',
  '|--|--|--|--|--|',
  '|--|--|',
  '| Ice | Low | Medium | 🔴 High |',
  '| Wind | Medium | Low | Low |',
  '| Rain | 3 | 4 | 13 | |',
  '| High | 7 |',
  '| Low | 2',
  '| Prob \\ Impact | Low | Medium | High |',
  '| High | Medium | High | Critical |',
  '12 risks: 4 high, 5 medium, 3 low.',
  'Total Risks: five',
  '```',
  '<!--',
  '-->',
  '\t- x',
  '',
  '',
];

/** Whatever stands in the section about risks, the fixes of a rule leave nothing that it can fix, and do nothing the second time. */
export function leavesNothingToFix(rule: string): void {
  const section = fc.tuple(fc.array(fc.constantFrom(...RISK_LINES), { maxLength: 16 }), fc.constantFrom('\n', '\r\n'));
  const whole = replaceSection(phasePlan(), 'Risk Analysis', '## Risks\n\n{{here}}');
  fc.assert(
    fc.property(section, ([lines, end]) => {
      const text = whole.replace('{{here}}', lines.join('\n')).replaceAll('\n', end);
      const result = fixedBy(rule, text);
      const left = findingsOf(rule, result).filter(({ fix }) => (fix?.edits.length ?? 0) > 0);
      assert.deepEqual(left.map(({ message }) => message), [], JSON.stringify(result.slice(result.indexOf('## Risks'))));
      for (const { range } of findingsOf(rule, text)) assert.ok(range.start >= 0 && range.start <= range.end && range.end <= text.length);
    }),
    { numRuns: Math.ceil(RUNS / 2) },
  );
}
