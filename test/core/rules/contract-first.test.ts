import assert from 'node:assert/strict';
import { findingsOf, messagesOf, phasePlan, replaceSection } from '../documents.ts';

const RULE = 'contract-first';
const CONTRACTS = '```ts\ninterface Bookings {}\ninterface Payments {}\n```\n\n- **BerthStore**: keeps berths';

function plan(lines: readonly string[], { contracts = CONTRACTS, enablers = 'Twins of all stores.' } = {}): string {
  const withContracts = replaceSection(phasePlan(), 'APIs and Contracts (MUST', `### APIs and Contracts (MUST DEFINE FIRST!)\n\n${contracts}`);
  const withEnablers = replaceSection(withContracts, 'Parallelization Enablers', `### Parallelization Enablers\n\n${enablers}`);
  return replaceSection(withEnablers, 'Wave Dependency Graph', `### Wave Dependency Graph\n\n\`\`\`\n${lines.join('\n')}\n\`\`\``);
}

const NO_CONTRACTS = 'Wave 1 defines no contracts: put the interfaces, APIs and schemas that later waves build against into it.';

describe('contract-first', () => {
  it('finds a first wave without contracts, at its number', () => {
    const text = plan(['Wave 1: Screens (MUST BE FIRST)', '  └─→ Booking page', 'Wave 2: Contracts (Depends on Wave 1)']).replaceAll('\n', '\r\n');
    const [finding, ...others] = findingsOf(RULE, text);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, NO_CONTRACTS);
    assert.equal(finding.severity, 'warning');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Wave 1');
    assert.deepEqual(messagesOf(RULE, plan(['Wave 2: Contracts', 'Wave 1: Screens'])), [NO_CONTRACTS]);
    assert.deepEqual(messagesOf(RULE, plan(['Wave 0: Screens', 'Wave 1: Contracts'])), [NO_CONTRACTS.replace('1', '0')]);
  });

  it('finds a wave that uses a contract before one defines it', () => {
    const text = plan(['Wave 1: Contracts (MUST BE FIRST)', '  └─→ Bookings with a twin', 'Wave 2: Pages (Depends on Wave 1)', '  ├─→ Use Bookings', '  └─→ Checkout uses Payments', 'Wave 3: Money (Depends on Wave 2)', '  ├─→ Define Payments', '  └─→ Built on BerthStore']);
    const findings = findingsOf(RULE, text);
    assert.deepEqual(findings.map(({ message }) => message), [
      'Wave 2 uses "Payments", which only wave 3 defines: let an earlier wave define it.',
      'Wave 3 uses "BerthStore", which no earlier wave defines: let an earlier one define it.',
    ]);
    assert.deepEqual(findings.map(({ range }) => text.slice(range.start, range.end)), ['Payments', 'BerthStore']);
    assert.deepEqual(findings[0]?.related?.map(({ message, range }) => [message, text.slice(range.start, range.end), range.start]), [['Wave 3 defines it here.', 'Payments', text.indexOf('Define Payments') + 7]]);
  });

  it('knows what is called a contract, and the contracts of a wave', () => {
    assert.deepEqual(messagesOf(RULE, plan(['Wave 1: Contracts', '  └─→ Bookings', 'Wave 2: Pages', '  ├─→ Uses the Tides contract', '  ├─→ Consumes MoneyApi', '  └─→ Calls Wave 3 interfaces', 'Wave 3: Sea'])), [
      'Wave 2 uses "Tides", which no earlier wave defines: let an earlier one define it.',
      'Wave 2 uses "MoneyApi", which no earlier wave defines: let an earlier one define it.',
      'Wave 2 uses contracts of wave 3, which comes after it: define them in an earlier wave.',
    ]);
  });

  it('leaves plans alone whose first wave defines them all', () => {
    for (const first of ['Establishes all contracts/APIs', 'Contracts', 'Define every interface, with mocks', 'Bookings, Payments, BerthStore', 'OpenAPI specification, shared interfaces']) {
      assert.deepEqual(messagesOf(RULE, plan(['Wave 1: Ground (MUST BE FIRST)', `  └─→ ${first}`, 'Wave 2: Pages (Depends on Wave 1)', '  ├─→ Implements Bookings', '  ├─→ Uses Payments and BerthStore', '  └─→ Uses Wave 1 contracts'])), [], first);
    }
    assert.deepEqual(messagesOf(RULE, plan(['Wave 1: Ground', 'Wave 2: Pages', '  └─→ Uses Payments'], { enablers: '- **Wave 1 MUST**: Define ALL interfaces and contracts' })), []);
  });

  it('leaves waves alone that only name, define and use at once, or use what other phases made', () => {
    assert.deepEqual(messagesOf(RULE, plan(['Wave 1: Contracts', '  └─→ Bookings', 'Wave 2: Pages', '  ├─→ Payments page', '  ├─→ Defines BerthStore, used by the board', '  └─→ Uses a BerthStore twin', 'Wave 3: Sea', '  └─→ Uses Payments'])), []);
    assert.equal(messagesOf(RULE, plan(['Wave 1: Contracts', '  └─→ Bookings', 'Wave 2: Pages', '  └─→ Uses the Tides contract'], { enablers: 'x' }).replace('### Lessons Learned', 'Tides come and go.\n\n### Lessons Learned')).length, 1);
    const earlier = plan(['Wave 1: Contracts', '  └─→ Bookings', 'Wave 2: Pages', '  └─→ Uses the Tides contract']).replace('### Lessons Learned', 'The Tides service stands.\n\n### Lessons Learned');
    assert.deepEqual(messagesOf(RULE, earlier), []);
  });

  it('leaves what is still open, a single wave, and a phase without contracts alone', () => {
    assert.deepEqual(messagesOf(RULE, phasePlan()), []);
    assert.deepEqual(messagesOf(RULE, plan(['Wave 1: [NAME]', 'Wave 2: Pages'])), []);
    assert.deepEqual(messagesOf(RULE, plan(['Wave 1: Screens'])), []);
    for (const contracts of ['None.', 'This phase adds no contracts.', '_No new APIs_', 'n/a']) assert.deepEqual(messagesOf(RULE, plan(['Wave 1: Screens', 'Wave 2: Pages'], { contracts })), [], contracts);
  });

  it('takes no time over long texts', () => {
    for (const unit of ['uses ', 'Wave 1 ', 'all ', 'A b ', 'the X contract ']) messagesOf(RULE, plan(['Wave 1: Contracts', '  └─→ Bookings', 'Wave 2: Pages', `  └─→ Uses ${unit.repeat(10_000)}`]));
    messagesOf(RULE, plan(['Wave 1: Contracts', '  └─→ Bookings', 'Wave 2: Pages', ...Array.from({ length: 1_500 }, (_, index) => `  └─→ Uses the X${index} contract`)]));
  });
});
