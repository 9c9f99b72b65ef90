import assert from 'node:assert/strict';
import { mentionsIn } from '../../../../../src/core/life/records/renumber/mentions.ts';

/** The text with every number that is found in brackets; those of ranges in braces. */
function marked(text: string, number = 7, prefixes: readonly string[] = ['adr']): string {
  return mentionsIn(text, { number, prefixes }).reduceRight(
    (result, { digits: { range: { start, end } }, isRange }) => `${result.slice(0, start)}${isRange ? '{' : '['}${result.slice(start, end)}${isRange ? '}' : ']'}${result.slice(end)}`,
    text,
  );
}

describe('mentions of a record', () => {
  for (const text of [
    'ADR-[0007]', 'ADR-[7]', 'ADR [7]', 'ADR #[7]', 'ADR#[7]', 'ADR_[0007]', 'ADR[0007]', 'adr-[7]', 'see ADR-[7].', '(ADR-[7])', 'ADR-[7]’s', "ADR-[7]'s", '**ADR-[7]**', 'ADR-[0007].md', 'adr/[7]',
    'adr-[0007]-keep-one-log.md', 'ADR\u00A0[7]', 'ADR‑[7]', 'ADR no. [7]', 'ADR Nr. [7]', 'decision record [7]', 'Decision Record #[7]', 'Decision records [7] and 8',
    'ADRs [7] and 9', 'ADRs 3, [7] and 9', 'ADRs 3, [0007], and 9 say', 'ADR 3 and ADR [7]', 'ADR-3/ADR-[7]', 'ADR-3, [7].', 'ADR 3 & [7]', 'ADR-3/[7]',
    'adr: [7]', 'adr: "[7]"', 'adr = [7]', '{"adr": [7]}', 'adrs: [[7], 9]', '@Adr([7])', '@adr("[0007]")', '[ADR-[7]](x.md)', '// ADR-[7]: why', '/* adr:[7] */', 'ADR-[7]: Keep one log', 'ADR-[7] — Keep',
    'ADR-[0007]\nADR-0071 ADR-[07]', 'ADRs {7}–9', 'ADR {7}-9', 'ADRs 5 to {7}', 'ADR-[7]-', 'ADR-[7], 8 boats',
  ]) {
    it(JSON.stringify(text), () => assert.equal(marked(text.replace(/[[{](0*7)[\]}]/g, '$1')), text));
  }

  it('are no other numbers and words', () => {
    for (const text of ['ADR-71', 'ADR-0071', 'ADR-17', 'ADR-70', 'ADR-007x', 'ADR 7.1', 'ADR-7.2.1', 'LADR-7', 'QUADR 7', 'ADR_7_boats2'.replace('_7_', '-77_'), '7', '#7', 'issue 7', '0007', 'adr: 7 boats', 'ADR(7 boats)', 'ADR 3 and 7 boats', 'ADR-3, 7 boats', 'RADR-0007', 'adr7x', 'adr 70%', 'version 7 of the ADR', 'ADR']) {
      assert.equal(marked(text), text);
    }
  });

  it('follow the name of the file', () => {
    assert.equal(marked('RFC-7, rfc 7, ADR-7', 7, ['adr', 'rfc']), 'RFC-[7], rfc [7], ADR-[7]');
    assert.equal(marked('RFC 7'), 'RFC 7');
  });

  it('are found in hostile texts in time', () => {
    for (const unit of ['adr', 'ADR ', 'ADR-7', 'ADR 7, ', 'adr:', 'adr-', 'ADRs 7 and ', '7', 'adr(', 'adr: [']) assert.ok(mentionsIn(unit.repeat(20_000), { number: 7, prefixes: ['adr'] }).length >= 0);
  });
});
