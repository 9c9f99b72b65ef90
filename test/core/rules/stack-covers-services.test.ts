import assert from 'node:assert/strict';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';
import { findingsOf, fixedBy, kindNamed, messagesOf } from '../documents.ts';

const RULE = 'stack-covers-services';
const PATH = 'plans/architecture-design-port-7.md';

const plan = (services: readonly string[], stack: string) =>
  `# Harbour Architecture Design\n\n## Core Microservices\n\n${services.map((name, index) => `### ${String(index + 1)}. ${name}\n\n- **Responsibility**: Ships`).join('\n\n')}\n\n## Infrastructure Architecture\n\n### API Gateway Layer\n\n- **Technology**: Kong\n\n## Technology Stack Decisions\n\n### Backend Technologies\n\n${stack}\n`;
const table = (...names: readonly string[]) => `| Service | Language | Framework | Rationale |\n|--|--|--|--|\n${names.map((name) => `| ${name} | Go | gin | Small |`).join('\n')}`;

describe('stack-covers-services', () => {
  it('finds a service without a row, at its name', () => {
    const text = plan(['Berth Service', 'Payment Service'], table('Berth Service'));
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Payment Service" has no row in the table of "Technology Stack Decisions": add one that says what it is built with.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Payment Service');
    assert.equal(finding.severity, 'warning');
  });

  it('finds a row without a service, at its name', () => {
    const text = plan(['Berth Service'], table('Berth Service', 'Billing Service'));
    const [finding, ...others] = findingsOf(RULE, text, PATH);
    assert.deepEqual(others, []);
    assert.equal(finding?.message, '"Billing Service" is no service of "Core Microservices": describe it there, or delete the row.');
    assert.equal(text.slice(finding.range.start, finding.range.end), 'Billing Service');
    assert.equal(finding.fix, undefined);
  });

  it('knows a service under the names that people use', () => {
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service', 'User Management Service', 'Search & Discovery Service'], table('**BerthService** (core)', 'Users Management', 'Search & Discovery Service')), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service', 'Ship Service'], table('Berth, Ship')), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['User Management Service'], table('User Service')), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service', 'Ship Service'], table('All services')), PATH), []);
  });

  it('takes items for rows, and what another heading names for known', () => {
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service', 'Ship Service'], `${table('Berth Service', 'API Gateway')}\n\n- **Ship Service**: Rust`), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service'], '| Component | Technology |\n|--|--|\n| Berth Service | Go |\n| Frontend | React |'), PATH), []);
  });

  it('needs both a service and a table of services, and leaves blanks alone', () => {
    assert.deepEqual(messagesOf(RULE, plan([], table('Berth Service')), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service'], '| Layer | Technology |\n|--|--|\n| Data | SQLite |'), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['Berth Service'], table('{{service}}')), PATH), []);
    assert.deepEqual(messagesOf(RULE, plan(['[SERVICE]'], table('Berth Service')), PATH), []);
    assert.deepEqual(messagesOf(RULE, scaffold(kindNamed('architect-plan'), { story: 'PORT-7', name: 'Harbour' }).contents, PATH), []);
  });

  describe('its fix', () => {
    it('adds a row as the template has one', () => {
      const result = fixedBy(RULE, plan(['Berth Service', 'Payment Service', 'Ship Service'], table('Berth Service')), PATH);
      assert.match(result, /\| Berth Service \| Go \| gin \| Small \|\n\| Payment Service \| \{\{language\}\} \| \{\{framework\}\} \| \{\{why it fits this service\}\} \|\n\| Ship Service \| \{\{language\}\}/);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
      assert.equal(fixedBy(RULE, result, PATH), result);
    });

    it('writes columns of the document, in its form and with its line endings', () => {
      const text = plan(['Berth Service', 'A | B Service'], 'Service | Runtime\n--|--\nBerth | Node').replaceAll('\n', '\r\n');
      const result = fixedBy(RULE, text, PATH);
      assert.match(result, /Berth \| Node\r\nA \\\| B Service \| \{\{runtime\}\}\r\n/);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
    });

    it('writes below a head without rows', () => {
      const result = fixedBy(RULE, plan(['Berth Service'], '| Service | Language |\n|--|--|'), PATH);
      assert.match(result, /\|--\|--\|\n\| Berth Service \| \{\{language\}\} \|\n/);
      assert.deepEqual(messagesOf(RULE, result, PATH), []);
    });
  });
});
