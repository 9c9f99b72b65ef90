// npm run new-rule -- ID "SUMMARY": the files of a rule, its entry and a failing example to begin with.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { withoutEmoji } from '../src/core/plan/titles.ts';
import { builtinKinds } from '../src/core/template/builtin.ts';

const [id = '', summary = ''] = process.argv.slice(2);
const files = {
  rule: `src/core/rules/${id}.ts`,
  page: `docs/rules/${id}.md`,
  test: `test/core/rules/${id}.test.ts`,
};
const problem = problemWith();
if (problem === undefined) {
  writeRule();
  console.log(`Wrote ${Object.values(files).join(', ')} and the entry in src/core/rules/all.ts.\nNext: write what it must find into the test, then the rule, then its page; run "npm run generate" and "npm test".`);
} else {
  console.error(problem);
  process.exitCode = 2;
}

function problemWith(): string | undefined {
  if (!/^(required|valid|consistent|no|unique|overdue|measurable|contract|task|diagram|gates|stack|chosen)(-[a-z0-9]+)+$/.test(id)) {
    return `"${id}" is not a name for a rule: say what the document must be, as in required-owners, valid-dates, consistent-names or no-duplicates.`;
  }
  if (!/^[A-Z].*\.$/.test(summary)) return 'Say what the rule asks of a document in one sentence: npm run new-rule -- no-duplicates "A plan names nothing twice."';
  const taken = Object.values(files).find((file) => existsSync(file));
  return taken && `${taken} exists already and stays as it is: choose another name.`;
}

function writeRule(): void {
  const name = id.replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
  writeFileSync(files.rule, rule(name));
  writeFileSync(files.page, page());
  writeFileSync(files.test, test());
  const entries = readFileSync('src/core/rules/all.ts', 'utf8')
    .replace(/(import \{ \w+ \} from '\.\/[^\n]+\n)(?!import)/, `$1import { ${name} } from './${id}.ts';\n`)
    .replace(/\];\n$/, `, ${name}];\n`);
  writeFileSync('src/core/rules/all.ts', entries);
}

function rule(name: string): string {
  return `import { defineRule } from '../lint/rule.ts';

export const ${name} = defineRule({
  id: '${id}',
  summary: '${summary.replaceAll("'", "\\'")}',
  severity: 'warning',
  fixable: false,
  *check({ plan }) {
    for (const section of plan.sections) {
      if (section.key === '') yield { message: 'This heading is empty: write what the section is about.', range: section.heading.range };
    }
  },
});
`;
}

function page(): string {
  const section = withoutEmoji(builtinKinds()[0]?.sections[0]?.title ?? '');
  return `<!-- generated: header -->
<!-- /generated -->

## Why

## Passing

\`\`\`markdown replaces="${section}"
## ${section}
\`\`\`

## Failing

\`\`\`markdown replaces="${section}"
## ${section}
\`\`\`

> The message of the finding.
`;
}

function test(): string {
  return `import assert from 'node:assert/strict';
import { messagesIn, phasePlan } from '../documents.ts';

describe('${id}', () => {
  it('finds what it is for', () => {
    assert.deepEqual(messagesIn(\`\${phasePlan()}\\n##\\n\`), ['Write here what the rule must say of this text.']);
  });

  it('leaves a whole plan alone', () => {
    assert.deepEqual(messagesIn(phasePlan()), []);
  });
});
`;
}
