// npm run bench:panel [-- --rounds 5]: how soon the panel draws and follows an edit, beside mermaid alone, in ratios of the same run.
import { parseArgs } from 'node:util';
import type { Browser } from '@playwright/test';
import { Checker } from '../src/core/checker.ts';
import { DEFAULT_SETTINGS } from '../src/core/lint/settings.ts';
import type { Picture } from '../src/core/picture/picture.ts';
import { figure, megabytes, median, medianRatio, milliseconds, table, tableOf, type Measured } from './bench/measured.ts';
import { machine } from './bench/page.ts';
import { MERMAID_PAGE, PANEL_PAGE, PanelPage, Site } from './bench/panel-page.ts';
import { bundle, webviewEntrySize } from './bundle.ts';
import { launchBrowser } from './host/browser.ts';
import { ExplainedError, progress, runProgram } from './program.ts';

const SIZES = [1, 20, 100];
const RISKS = [10, 200];
const UPDATES = 200;

const checker = new Checker((rule, error) => {
  throw new ExplainedError(`The check "${rule.id}" failed: ${String(error)}`);
});

await runProgram(async () => {
  const { values } = parseArgs({ options: { rounds: { type: 'string', default: '5' } } });
  const rounds = Number(values.rounds);
  if (!Number.isInteger(rounds) || rounds < 1) throw new ExplainedError(`--rounds takes a whole number from 1 on, not "${values.rounds}".`);
  await bundle();
  const site = await Site.open({ '/panel': 'dist/webview', '/mermaid': 'node_modules/mermaid/dist' }, { '/panel.html': PANEL_PAGE, '/mermaid.html': MERMAID_PAGE });
  const browser = await launchBrowser();
  try {
    const times: Measured[] = [];
    for (const diagrams of SIZES) for (const risks of RISKS) times.push(...(await measure(browser, site, diagrams, risks, rounds)));
    console.log([machine(), tableOf(times), await weights(browser, site)].join('\n\n'));
  } finally {
    await browser.close();
    site.close();
  }
  return 0;
});

/** A plan with so many diagrams and risks; `edit` changes the label of the first diagram. */
function pictureOf(diagrams: number, risks: number, edit: string): Picture {
  const levels = ['Low', 'Medium', 'High'];
  const fences = sourcesOf(diagrams, edit).map((source, index) => `### View ${index + 1}\n\n\`\`\`mermaid\n${source}\n\`\`\`\n`);
  const rows = Array.from({ length: risks }, (_, index) => `| Berth ${index} is taken twice | ${levels[index % 3]} | ${levels[Math.floor(index / 3) % 3]} | Ask the office | Ada |`);
  const text = ['# Notes', ...fences, '## Risks', '', '| Risk | Probability | Impact | Mitigation | Owner |', '|--|--|--|--|--|', ...rows, ''].join('\n');
  return checker.draw(checker.check(text, 'notes.md', DEFAULT_SETTINGS));
}

function sourcesOf(diagrams: number, edit: string): readonly string[] {
  return Array.from({ length: diagrams }, (_, index) => {
    const label = index === 0 ? edit : `Office ${index}`;
    return `flowchart LR\n  a[${label}] --> b[Booking service]\n  b --> c[(Berths)]\n  b -- asks --> d[Quay board]\n  d --> e[Skipper]\n  c --> e`;
  });
}

async function measure(browser: Browser, site: Site, diagrams: number, risks: number, rounds: number): Promise<readonly Measured[]> {
  progress(`Drawing ${diagrams} diagrams and ${risks} risks …`);
  const first: Pair[] = [];
  const update: Pair[] = [];
  let drawings = 0;
  for (let round = 0; round < rounds; round++) {
    const panel = await PanelPage.open(browser, site.url('/panel.html'));
    const mermaid = await browser.newPage({ viewport: { width: 700, height: 900 } });
    await mermaid.goto(site.url('/mermaid.html'));
    await mermaid.waitForFunction(() => 'ready' in globalThis);
    const alone = (edit: string): Promise<number> => mermaid.evaluate(drawAlone, [...sourcesOf(diagrams, edit)]);
    first.push({ ours: await panel.firstDrawn(pictureOf(diagrams, risks, 'Office'), 1), theirs: await alone('Office') });
    // Everything that is near has been drawn once nothing more is exchanged.
    while ((await panel.drawings(() => Promise.resolve())) > 0) await panel.page.waitForTimeout(100);
    let ours = Number.NaN;
    drawings = Math.max(drawings, await panel.drawings(async () => (ours = await panel.changeDrawn(pictureOf(diagrams, risks, 'Harbour master'), 2, 'Harbour master'))));
    update.push({ ours, theirs: await alone('Harbour master') });
    await panel.close();
    await mermaid.close();
  }
  const what = `${diagrams} diagram${diagrams === 1 ? '' : 's'}, ${risks} risks`;
  return [line(`First diagram to be seen: ${what}`, 'mermaid, all drawn', first), line(`One diagram edited (${drawings} drawn): ${what}`, 'mermaid, all drawn anew', update)];
}

interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

function line(what: string, beside: string, pairs: readonly Pair[]): Measured {
  return {
    what,
    ours: milliseconds(median(pairs.map(({ ours }) => ours))),
    theirs: `${beside} ${milliseconds(median(pairs.map(({ theirs }) => theirs)))}`,
    ratio: medianRatio(pairs),
  };
}

async function drawAlone(sources: readonly string[]): Promise<number> {
  const start = performance.now();
  await (globalThis as unknown as { drawAll(sources: readonly string[]): Promise<void> }).drawAll(sources);
  return performance.now() - start;
}

/** What is loaded before the first picture, and what is kept after many updates. */
async function weights(browser: Browser, site: Site): Promise<string> {
  progress(`Updating ${UPDATES} times …`);
  site.sent = 0;
  const panel = await PanelPage.open(browser, site.url('/panel.html'));
  const entry = site.sent;
  await panel.firstDrawn(pictureOf(20, 10, 'Office 0'), 1);
  const withFirst = site.sent;
  const after = async (from: number, to: number): Promise<{ readonly heap: number; readonly nodes: number }> => {
    for (let version = from; version <= to; version++) await panel.changeDrawn(pictureOf(20, 10, `Office ${1000 + version}`), version, `Office ${1000 + version}`);
    return panel.memory();
  };
  const early = await after(2, 20);
  const late = await after(21, UPDATES);
  await panel.close();
  return table(
    ['What', 'Figure', 'Beside', 'Ratio'],
    [
      ['Bytes before any picture (page, style, scripts)', megabytes(entry), `${megabytes(webviewEntrySize())} of them scripts`, ''],
      ['Bytes before the first diagram', megabytes(withFirst), '', ''],
      [`Heap after ${UPDATES} updates`, megabytes(late.heap), `after 20: ${megabytes(early.heap)}`, figure(late.heap / early.heap)],
      [`Nodes of the page after ${UPDATES} updates`, figure(late.nodes), `after 20: ${figure(early.nodes)}`, figure(late.nodes / early.nodes)],
    ],
  );
}
