// npm run generate [-- --check]: writes everything that follows from the templates, the rules and the settings, or says what is stale.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { allRules } from '../src/core/rules/all.ts';
import { builtinKinds } from '../src/core/template/builtin.ts';
import { manifest, settingProperties } from './generate/manifest.ts';
import { commandTable, kindPage, replaceGenerated, rulePageHeader, ruleTable, settingTable, type CommandEntry } from './generate/pages.ts';
import { snippets } from './generate/snippets.ts';

interface Generated {
  readonly file: string;
  readonly contents: string;
}

const check = process.argv.includes('--check');
const stale = generated().filter(({ file, contents }) => !existsSync(file) || readFileSync(file, 'utf8') !== contents);
for (const { file, contents } of stale) {
  if (check) console.error(`${file} is stale: run "npm run generate" and commit what it writes.`);
  else writeFileSync(file, contents);
}
if (!check) console.error(stale.length === 0 ? 'Everything generated is up to date.' : `Wrote ${stale.map(({ file }) => file).join(', ')}.`);
process.exitCode = check && stale.length > 0 ? 1 : 0;

function generated(): readonly Generated[] {
  return [
    { file: 'package.json', contents: manifest(readFileSync('package.json', 'utf8')) },
    { file: 'README.md', contents: readme() },
    ...builtinKinds().flatMap((kind) => [
      { file: `snippets/${kind.kind}.code-snippets`, contents: snippets(kind) },
      { file: `docs/kinds/${kind.kind}.md`, contents: kindPage(kind) },
    ]),
    ...allRules.flatMap((rule) => {
      const file = `docs/rules/${rule.id}.md`;
      if (!existsSync(file)) throw new Error(`${file} is missing: the rule "${rule.id}" needs a page that says why it exists. "npm run new-rule" shows the form.`);
      return [{ file, contents: replaceGenerated(readFileSync(file, 'utf8'), 'header', rulePageHeader(rule), file) }];
    }),
  ];
}

function readme(): string {
  const { contributes } = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { commands: CommandEntry[] } };
  const tables: readonly (readonly [string, string])[] = [
    ['commands', commandTable(contributes.commands, commandDescriptions(contributes.commands))],
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
      if (description === undefined) throw new Error(`The command "${command}" needs the file ${file}, with a comment in one line that says what it does.`);
      return [command, description];
    }),
  );
}

function commandFile(command: string): string {
  const name = command.slice(command.indexOf('.') + 1).replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  return `src/extension/commands/${name}.ts`;
}
