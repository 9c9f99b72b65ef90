import assert from 'node:assert/strict';
import { manifest, namesIn, read } from './files.ts';

describe('every command', () => {
  const commands = manifest().contributes.commands;
  const fileName = (command: string) => command.replace('groundplan.', '').replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

  it('has a file of its name, and every file a command', () => {
    assert.deepEqual(
      namesIn('src/extension/commands', '.ts'),
      commands.map(({ command }) => fileName(command)).toSorted(),
      'package.json contributes the commands that have files in src/extension/commands, and no others: add what is missing on one side.',
    );
  });

  for (const { command, category, title } of commands) {
    it(`${command} is registered and stands in the README`, () => {
      assert.ok(read('src/extension/commands.ts').includes(`'./commands/${fileName(command)}.ts'`), `Register "${command}" in src/extension/commands.ts.`);
      const row = `| **${category}: ${title}** |`;
      assert.ok(read('README.md').includes(row), `README.md does not list the command "${category}: ${title}": run "npm run generate" and commit what it writes.`);
    });
  }
});
