import { allRules } from '../../core/rules/all.ts';
import type { Severity } from '../../core/lint/rule.ts';
import type { CheckedFile, PlacedFinding } from '../checked-file.ts';

const LEVELS: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', information: 'note', hint: 'note' };

/** SARIF 2.1.0, as code scanning takes it. */
export function sarif(files: readonly CheckedFile[], version: string): string {
  const rules = allRules.map(({ id, summary, severity }) => ({ id, shortDescription: { text: summary }, defaultConfiguration: { level: LEVELS[severity] } }));
  const results = files.flatMap(({ file, findings }) => findings.map((finding) => result(file, finding)));
  const driver = { name: 'Groundplan', semanticVersion: version, rules };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] }, null, 2)}\n`;
}

function result(file: string, { rule, severity, message, line, column, endLine, endColumn }: PlacedFinding): object {
  const uri = file.replaceAll('\\', '/').split('/').map(encodeURIComponent).join('/');
  const region = { startLine: line, startColumn: column, endLine, endColumn };
  return {
    ruleId: rule,
    ruleIndex: allRules.findIndex(({ id }) => id === rule),
    level: LEVELS[severity],
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: { uri }, region } }],
  };
}
