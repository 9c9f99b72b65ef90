import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { usageOf } from '../../build/bench/process-usage.ts';

/** What a document or its folder may cost at most, of which the worst take a tenth; start and the reading of all templates are in it. */
const MOST_CPU_SECONDS = 20;
const MOST_BYTES = 500_000_000;
const FINDINGS = 1;

const plan = (body: string): string => `# Phase 1 Architecture Plan\n\n${body}\n`;
const repeated = (count: number, make: (index: number) => string): string => Array.from({ length: count }, (_, index) => make(index)).join('');
const HOSTILE: Readonly<Record<string, () => string>> = {
  'lists within lists': () => plan(repeated(5000, (index) => `${'  '.repeat(index)}- a\n`).slice(0, 3_000_000)),
  'quotes within quotes': () => plan(`## Risks\n\n${'> '.repeat(50_000)}a`),
  'a million backticks': () => plan(`## Risks\n\n${'`'.repeat(1_000_000)}`),
  'half a million single backticks': () => plan(`## Risks\n\n${'` '.repeat(500_000)}`),
  'a line of 10 MB': () => plan(`## Risks\n\n${'a'.repeat(10_000_000)}`),
  'a line of 10 MB of words': () => plan(`## Risks\n\n${'risk '.repeat(2_000_000)}`),
  '50,000 headings': () => plan(repeated(50_000, (index) => `## Risk ${index}\n\n`)),
  '50,000 headings within each other': () => plan(repeated(50_000, (index) => `${'#'.repeat((index % 5) + 2)} Phase ${index}: a\n`)),
  'brackets': () => plan(`## Risks\n\n${'['.repeat(200_000)}`),
  'links': () => plan(`## Risks\n\n${'[a](b'.repeat(100_000)}`),
  'emphasis': () => plan(`## Risks\n\n${'*a **b '.repeat(100_000)}`),
  'a table of 100,000 rows': () => plan(`## Risks\n\n| Risk | Impact | Probability |\n|---|---|---|\n${'| a | High | Low |\n'.repeat(100_000)}`),
  'a table of 20,000 columns': () => plan(`## Risks\n\n${'| Risk '.repeat(20_000)}|\n${'|---'.repeat(20_000)}|\n${'| a '.repeat(20_000)}|\n`),
  'a wave graph of 10,000 waves': () => plan(`## Wave Parallelization Strategy\n\n### Wave Dependency Graph\n\n\`\`\`\n${repeated(10_000, (index) => `Wave ${index + 1}: W (Depends on Wave ${index})\n`)}\`\`\`\n`),
  'a circle of 10,000 waves': () => plan(`## Wave Parallelization Strategy\n\n### Wave Dependency Graph\n\n\`\`\`\n${repeated(10_000, (index) => `Wave ${index + 1}: W (Depends on Wave ${((index + 1) % 10_000) + 1})\n`)}\`\`\`\n`),
  'a diagram of 10,000 nodes': () => plan(`## Phase 1 Architecture\n\n\`\`\`mermaid\nflowchart LR\n${repeated(10_000, (index) => `  n${index} --> n${index + 1}\n`)}\`\`\`\n`),
  'a bomb of YAML aliases': () => plan(`## Technical Specifications\n\n### Performance Requirements\n\n\`\`\`yaml\na0: &a0 [x, x]\n${repeated(30, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}\`\`\`\n`),
  'a bomb in the front matter': () => `---\na0: &a0 [x, x]\n${repeated(30, (index) => `a${index + 1}: &a${index + 1} [*a${index}, *a${index}]\n`)}groundplan: *a30\n---\n${plan('## Risks\n')}`,
  'comments that never end': () => plan('<!-- '.repeat(100_000)),
  'placeholders': () => plan(`## Risks\n\n${'{{'.repeat(100_000)} ${'[A '.repeat(100_000)} ${'<a '.repeat(100_000)}`),
  'digits': () => plan(`## Success Metrics\n\n- **Load**: ${'1,'.repeat(200_000)}`),
  'spaces': () => plan(`## Risks\n\n- **R**:${' '.repeat(500_000)}x${'\t'.repeat(500_000)}y`),
  'colons': () => plan(`## Risks\n\n${'**a**: '.repeat(100_000)}`),
  'a million blank lines': () => plan(`## Risks\n${'\n'.repeat(1_000_000)}`),
};

/** Settings and templates of strangers. */
const HOLES = Array.from({ length: 40 }, (_, index) => `{{h${index}}}`);
const FOLDERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'patterns of a thousand stars': {
    '.groundplan.json': JSON.stringify({ exclude: [`**/*${'a*'.repeat(500)}b`, `${'**/'.repeat(500)}*b`, `${'{a,b}'.repeat(100)}c`] }),
    [`${'a'.repeat(200)}.md`]: plan('## Risks'),
  },
  'a template of many placeholders': {
    '.groundplan/templates/bomb.md': `---\ngroundplan:\n  kind: bomb\n  name: Bomb\n  description: A bomb.\n  file: "plans/${HOLES.join('-')}-x.md"\n---\n# ${HOLES.join(' ')} x\n\n## ${HOLES.join(' ')} z\n\nText\n`,
    [`plans/${'a-'.repeat(100)}.md`]: `# ${'a '.repeat(140)}\n\n## ${'b '.repeat(140)}\n`,
  },
};

describe('what strangers write', function () {
  this.timeout(240_000);
  const folder = mkdtempSync(path.join(tmpdir(), 'groundplan-hostile-'));
  const scratch = path.join(folder, 'scratch');
  before(() => mkdirSync(scratch));
  after(() => rmSync(folder, { recursive: true, force: true }));

  const isBounded = async (args: readonly string[], cwd: string): Promise<number> => {
    const usage = await usageOf({ script: path.resolve('dist/cli/groundplan.js'), args: ['lint', ...args] }, cwd, scratch);
    assert.ok(usage, 'the system tells what a program takes');
    assert.ok(usage.cpuSeconds < MOST_CPU_SECONDS, `${usage.cpuSeconds} s of CPU time`);
    assert.ok((usage.peakBytes ?? 0) < MOST_BYTES, `${String(usage.peakBytes)} bytes of memory`);
    assert.doesNotMatch(usage.output, /^\s+at |failed on this document/m);
    return usage.code;
  };

  for (const [what, make] of Object.entries(HOSTILE)) {
    it(`is checked in bounded time and memory: ${what}`, async () => {
      writeFileSync(path.join(folder, 'PHASE-1-ARCHITECTURE-PLAN.md'), make());
      assert.equal(await isBounded(['PHASE-1-ARCHITECTURE-PLAN.md'], folder), FINDINGS);
    });
  }

  for (const [what, files] of Object.entries(FOLDERS)) {
    it(`is obeyed in bounded time and memory: ${what}`, async () => {
      const cwd = mkdtempSync(path.join(folder, 'folder-'));
      for (const [file, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(cwd, file)), { recursive: true });
        writeFileSync(path.join(cwd, file), text);
      }
      assert.ok([0, FINDINGS].includes(await isBounded(['.'], cwd)));
    });
  }
});
