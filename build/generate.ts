// npm run generate [-- --check]: writes everything that follows from the templates, the rules, the settings and the examples, or says what is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { allRules } from '../src/core/rules/all.ts';
import { builtinKinds } from '../src/core/template/builtin.ts';
import { configSchema, manifest, settingProperties } from './generate/manifest.ts';
import { commandTable, kindPage, kindTable, replaceGenerated, rulePageHeader, ruleTable, settingTable, type CommandEntry } from './generate/pages.ts';
import { snippets } from './generate/snippets.ts';
import { walkthroughPictures } from './generate/walkthrough.ts';
import { ExplainedError, runProgram } from './program.ts';

interface Generated {
  readonly file: string;
  readonly contents: string;
}

await runProgram(() => Promise.resolve(process.argv.includes('--check') ? check() : write()));

function check(): number {
  const stale = staleFiles();
  for (const { file } of stale) console.error(`${file} is stale: run "npm run generate" and commit what it writes.`);
  return stale.length === 0 ? 0 : 1;
}

function write(): number {
  const stale = staleFiles();
  for (const { file, contents } of stale) writeFileSync(file, contents);
  console.error(stale.length === 0 ? 'Everything generated is up to date.' : `Wrote ${stale.map(({ file }) => file).join(', ')}.`);
  return 0;
}

function staleFiles(): readonly Generated[] {
  return generated().filter(({ file, contents }) => !existsSync(file) || readFileSync(file, 'utf8') !== contents);
}

function generated(): readonly Generated[] {
  return [
    { file: 'package.json', contents: manifest(readFileSync('package.json', 'utf8')) },
    { file: 'README.md', contents: readme() },
    { file: 'media/groundplan.schema.json', contents: configSchema() },
    ...walkthroughPictures(),
    ...builtinKinds().flatMap((kind) => [
      { file: `snippets/${kind.id}.code-snippets`, contents: snippets(kind) },
      { file: `docs/kinds/${kind.id}.md`, contents: kindPage(kind) },
    ]),
    ...allRules.flatMap((rule) => {
      const file = `docs/rules/${rule.id}.md`;
      if (!existsSync(file)) throw new ExplainedError(`${file} is missing: the rule "${rule.id}" needs a page that says why it exists. "npm run new-rule" shows the form.`);
      return [{ file, contents: replaceGenerated(readFileSync(file, 'utf8'), 'header', rulePageHeader(rule), file) }];
    }),
  ];
}

function readme(): string {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { commands: CommandEntry[] } };
  const tables: readonly (readonly [string, string])[] = [
    ['commands', commandTable(contributes.commands, commandDescriptions(contributes.commands))],
    ['kinds', kindTable(builtinKinds())],
    ['rules', ruleTable(allRules)],
    ['settings', settingTable(settingProperties())],
  ];
  return tables.reduce((text, [name, content]) => replaceGenerated(text, name, content, 'README.md'), readFileSync('README.md', 'utf8'));
}

/** Each command file begins by saying in a comment what the command does. */
function commandDescriptions(commands: readonly CommandEntry[]): ReadonlyMap<string, string> {
  return new Map(
    commands.map(({ command }) => {
      const file = commandFile(command);
      const description = existsSync(file) ? /^\/\*\* (.+) \*\/$/m.exec(readFileSync(file, 'utf8'))?.[1] : undefined;
      if (description === undefined) throw new ExplainedError(`The command "${command}" needs the file ${file}, with a comment in one line that says what it does.`);
      return [command, description];
    }),
  );
}

function commandFile(command: string): string {
  const name = command.slice(command.indexOf('.') + 1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `src/extension/commands/${name}.ts`;
}
