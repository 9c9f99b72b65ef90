// npm run bench [-- --quick] [--check] [--write] [--all] [--files 1000] [--rounds 3]: how fast we are beside others, in ratios of the same run.
// --quick measures only what runs in this process, --check ends with 1 on a miss, --write puts the tables into docs/performance.md, --all lets the others lint the ten-fold folder too.
import { parseArgs } from 'node:util';
import { Checker } from '../src/core/checker.ts';
import { measureCommandLine } from './bench/command-line.ts';
import { measureInProcess } from './bench/in-process.ts';
import { measureIndex } from './bench/index.ts';
import { installPeers, peerVersions } from './bench/install.ts';
import { tableOf, verdictOf, type Measured } from './bench/measured.ts';
import { machine, versionsLine, writePage } from './bench/page.ts';
import { costTable, ruleCosts } from './bench/rule-costs.ts';
import { temporaryFolder } from './host/cleanup.ts';
import { ExplainedError, progress, runProgram } from './program.ts';

await runProgram(async () => {
  const { quick, check, write, all, files, rounds } = readArguments();
  const modules = await installPeers();
  const versions = peerVersions();
  const { kinds } = new Checker(() => undefined);
  const measured: Measured[] = [...(await measureInProcess(modules, kinds)), ...measureIndex(kinds)];
  progress('Running each check by itself …');
  const costs = costTable(ruleCosts(kinds));
  if (!quick) {
    const folder = temporaryFolder('bench');
    try {
      measured.push(...(await measureCommandLine({ scratch: folder.path, modules, versions, files, rounds, all })));
    } finally {
      folder.remove();
    }
  }
  const result = [machine(), versionsLine(versions), tableOf(measured), costs].join('\n\n');
  console.log(result);
  if (write) writePage(result);
  const verdicts = measured.map(verdictOf);
  const isMissing = verdicts.includes('not measured') || (check && verdicts.includes('miss'));
  return isMissing ? 1 : 0;
});

function readArguments() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      check: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      files: { type: 'string', default: '1000' },
      rounds: { type: 'string', default: '3' },
    },
  });
  if (values.write && values.quick) throw new ExplainedError('--write is for the whole: leave out --quick.');
  return { ...values, files: wholeNumber('files', values.files), rounds: wholeNumber('rounds', values.rounds) };
}

function wholeNumber(option: string, written: string): number {
  const number = Number(written);
  if (!Number.isInteger(number) || number < 1) throw new ExplainedError(`--${option} takes a whole number from 1 on, not "${written}".`);
  return number;
}
