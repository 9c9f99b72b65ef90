import * as vscode from 'vscode';
import { deepEqual, equal, matches, ok } from './assert.ts';
import { closeEverything, inWorkspace, until, workspaceFolder } from './support.ts';

const ROOT = 'choices';
const BODY = '## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n';
const record = (number: number, status: string, title = `Log ${number}`) => `# ${number}. ${title}\n\nDate: 2026-03-01\n\n## Status\n\n${status}\n\n${BODY}`;
/** Each test has a folder of its own: the editor keeps the text of a file for a while that was deleted. */
let tests = 0;
let [FOLDER, OLD, NEW] = ['', '', ''];
const THREE = record(3, '✅ Accepted (2026-03-01)');
const NINE = record(9, 'Proposed');

async function write(file: string, text: string): Promise<void> {
  await vscode.workspace.fs.writeFile(inWorkspace(file), new TextEncoder().encode(text));
}

async function bytesOf(file: string): Promise<string | undefined> {
  try {
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(inWorkspace(file)));
  } catch {
    return undefined;
  }
}

async function remove(file: string): Promise<void> {
  await vscode.workspace.fs.delete(inWorkspace(file), { recursive: true }).then(undefined, () => undefined);
}

async function open(file: string): Promise<vscode.TextDocument> {
  const document = await vscode.workspace.openTextDocument(inWorkspace(file));
  await vscode.window.showTextDocument(document, { preview: false });
  return document;
}

async function textOf(file: string): Promise<string> {
  return (await vscode.workspace.openTextDocument(inWorkspace(file))).getText();
}

const failures: string[] = [];

/** A command that ends in a message is not waited for: the message stays until somebody closes it. */
function run(command: string, file: string, given: Readonly<Record<string, string>> = {}): void {
  vscode.commands.executeCommand(`groundplan.${command}`, inWorkspace(file), given).then(undefined, (error: unknown) => failures.push(`${command}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`));
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

/** One undo, after which every file is what it was, once it is saved. */
async function undoAll(inside: string, files: Readonly<Record<string, string>>): Promise<void> {
  await open(inside);
  await vscode.commands.executeCommand('undo');
  for (const [file, text] of Object.entries(files)) {
    await until(`${file} as it was`, async () => (await bytesOf(file)) === text || ((await bytesOf(file)) !== undefined && (await textOf(file)) === text.replace(/^\uFEFF/, '')));
  }
  // To save all is to save what is open in a tab; what was undone in other files gets one a little later.
  for (const file of Object.keys(files)) await (await vscode.workspace.openTextDocument(inWorkspace(file))).save();
  for (const [file, text] of Object.entries(files)) equal(await bytesOf(file), text, `${file} is what it was, byte for byte`);
}

async function unchanged(files: Readonly<Record<string, string>>): Promise<void> {
  await pause(2000);
  for (const [file, text] of Object.entries(files)) {
    equal(await bytesOf(file), text, `${file} is as it was`);
    equal(await textOf(file), text.replace(/^\uFEFF/, ''), `${file} is as it was in the editor`);
  }
}

describe('the life of a record', () => {
  before(function skipWhereNothingCanBeWritten() {
    if (vscode.workspace.fs.isWritableFileSystem(workspaceFolder().scheme) !== true) this.skip();
  });
  beforeEach(() => {
    FOLDER = `${ROOT}/${String(++tests)}`;
    [OLD, NEW] = [`${FOLDER}/adr/0003-log-3.md`, `${FOLDER}/adr/0009-log-9.md`];
  });
  after(() => remove(ROOT));
  afterEach(async () => {
    const failed = failures.splice(0).join('\n');
    await closeEverything();
    await remove(FOLDER);
    await vscode.commands.executeCommand('notifications.clearAll');
    equal(failed, '', 'no command failed');
  });

  for (const [command, given, before, line] of [
    ['acceptRecord', {}, '💡 Proposed (2026-03-01)', '✅ Accepted (2026-'],
    ['rejectRecord', {}, '**Proposed**', '**Rejected**'],
    ['deprecateRecord', {}, 'Accepted', 'Deprecated'],
    ['acceptRecord', { confirm: 'yes' }, 'Superseded by [9](0009-log-9.md)', 'Accepted'],
  ] as const) {
    for (const ending of ['\n', '\r\n']) {
      it(`${command}: ${JSON.stringify(before + ending)} becomes ${line}, and back by one undo`, async () => {
        const text = `\uFEFF${record(3, before).replaceAll('\n', ending)}`;
        await write(OLD, text);
        run(command, OLD, given);
        await until('the status', async () => (await textOf(OLD)).includes(`${ending}${ending}${line}`));
        const document = await open(OLD);
        await document.save();
        const after = (await bytesOf(OLD)) ?? '';
        ok(after.startsWith('\uFEFF# 3. Log 3') && after.endsWith(BODY.replaceAll('\n', ending)), 'nothing else is changed');
        if (ending === '\r\n') ok(!/[^\r]\n/.test(after), 'every line ends as before');
        await undoAll(OLD, { [OLD]: text });
      });
    }
  }

  it('asks before a record leaves its final state', async () => {
    const text = record(3, 'Rejected');
    await write(OLD, text);
    run('acceptRecord', OLD);
    await unchanged({ [OLD]: text });
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await unchanged({ [OLD]: text });
  });

  it('is superseded by another in one step, in both files', async () => {
    const files = { [OLD]: `\uFEFF${THREE}`, [NEW]: NINE.replaceAll('\n', '\r\n') };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    run('supersedeRecord', OLD, { by: NEW });
    await until('both files', async () => (await bytesOf(OLD))?.includes('♻️ Superseded by [9. Log 9](0009-log-9.md) (') === true && (await bytesOf(NEW))?.includes('\r\n\r\nSupersedes [3. Log 3](0003-log-3.md)\r\n'));
    await undoAll(OLD, files);
  });

  it('supersedes another, said in one step', async () => {
    const files = { [OLD]: THREE, [NEW]: NINE };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    run('supersedeRecord', NEW, { supersedes: OLD });
    await until('both files', async () => (await bytesOf(OLD))?.includes('Superseded by [9. Log 9]') === true && (await bytesOf(NEW))?.includes('Supersedes [3. Log 3]'));
    await undoAll(NEW, files);
  });

  it('is linked with another in one step', async () => {
    const files = { [OLD]: THREE, [NEW]: NINE };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    run('linkRecords', NEW, { relation: 'amends', to: OLD });
    await until('both files', async () => (await bytesOf(OLD))?.includes('Amended by [9. Log 9]') === true && (await bytesOf(NEW))?.includes('Amends [3. Log 3]'));
    await undoAll(NEW, files);
  });

  it('writes all files or none, where one of them cannot be written', async () => {
    const files = { [OLD]: THREE, [NEW]: NINE };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    const settings = vscode.workspace.getConfiguration('files', workspaceFolder());
    await settings.update('readonlyInclude', { [`**/${NEW.split('/').at(-1) ?? ''}`]: true }, vscode.ConfigurationTarget.Workspace);
    try {
      const document = await open(OLD);
      await until('the setting', () => vscode.workspace.getConfiguration('files').get<Readonly<Record<string, boolean>>>('readonlyInclude', {})[`**/${NEW.split('/').at(-1) ?? ''}`] === true);
      run('linkRecords', OLD, { relation: 'amends', to: NEW });
      await until('what was written to be taken back', () => document.version > 2 && !document.isDirty && document.getText() === THREE);
      await unchanged(files);
    } finally {
      await settings.update('readonlyInclude', undefined, vscode.ConfigurationTarget.Workspace);
    }
  });

  it('builds on what is written and not saved, and overwrites nothing that is written while it asks', async () => {
    const files = { [OLD]: THREE, [NEW]: NINE };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    const other = await open(NEW);
    const insert = async (document: vscode.TextDocument, text: string): Promise<void> => {
      const edit = new vscode.WorkspaceEdit();
      edit.insert(document.uri, new vscode.Position(document.lineCount, 0), text);
      await vscode.workspace.applyEdit(edit);
    };
    await insert(other, 'Not saved.\n');
    run('linkRecords', OLD, { relation: 'amends', to: NEW });
    await until('both halves', async () => (await textOf(OLD)).includes('Amends [9. Log 9]') && other.getText().includes('Amended by [3. Log 3]'));
    ok(other.getText().endsWith('Not saved.\n'), other.getText());
    await open(OLD);
    await vscode.commands.executeCommand('undo');
    await until('no note', async () => !(await textOf(OLD)).includes('Amends') && !other.getText().includes('Amended'));
    const document = await open(OLD);
    run('linkRecords', OLD, { relation: 'amends' });
    await pause(2000);
    await insert(document, 'Mine.\n');
    await vscode.commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    await pause(2000);
    equal(document.getText(), `${THREE}Mine.\n`);
    equal(other.getText(), `${NINE}Not saved.\n`);
  });

  it('is left as it is when a question is cancelled', async () => {
    const files = { [OLD]: THREE, [NEW]: NINE };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    for (const command of ['supersedeRecord', 'linkRecords', 'renumberRecord']) {
      run(command, OLD);
      await pause(1500);
      await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
      await unchanged(files);
    }
  });

  it('gets another number everywhere, in one step', async () => {
    const files = {
      [OLD]: `\uFEFF${THREE}`,
      [NEW]: `${NINE}\nAmends ADR-3, see [3. Log 3](0003-log-3.md#3-log-3).\n`,
      [`${FOLDER}/adr/README.md`]: '# Records\r\n\r\n| ADR | Title |\r\n|--|--|\r\n| 0003 | [Log 3](0003-log-3.md) |\r\n| 0009 | [Log 9](0009-log-9.md) |\r\n',
      [`${FOLDER}/log.ts`]: `// ADR-0003, not ADR-0031: ${FOLDER}/adr/0003-log-3.md\nexport {};\n`,
      [`${FOLDER}/mixed.txt`]: 'ADR-3\r\nADR 3\nADR-3\r\n',
    };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    run('renumberRecord', OLD, { number: '12', preview: 'no' });
    const to = `${FOLDER}/adr/0012-log-3.md`;
    await until('the new name', async () => (await bytesOf(to))?.startsWith('\uFEFF# 12. Log 3') === true && (await bytesOf(OLD)) === undefined);
    await until('the references', async () => (await bytesOf(`${FOLDER}/log.ts`))?.includes('ADR-0012'));
    equal(await bytesOf(NEW), `${NINE}\nAmends ADR-12, see [12. Log 3](0012-log-3.md#12-log-3).\n`);
    equal(await bytesOf(`${FOLDER}/adr/README.md`), files[`${FOLDER}/adr/README.md`]?.replace('| 0003 | [Log 3](0003-', '| 0012 | [Log 3](0012-'));
    equal(await bytesOf(`${FOLDER}/log.ts`), `// ADR-0012, not ADR-0031: ${FOLDER}/adr/0012-log-3.md\nexport {};\n`);
    matches((await bytesOf(`${FOLDER}/mixed.txt`)) ?? '', /^ADR-12\r\nADR 12\r?\nADR-12\r\n$/);
    // An editor writes one kind of line ending: that of this file is the one thing that comes back otherwise.
    await undoAll(to, Object.fromEntries(Object.entries(files).filter(([file]) => !file.endsWith('mixed.txt'))));
    equal(await bytesOf(to), undefined);
  });

  it('is not renumbered where the name or the number is taken', async () => {
    const files = { [OLD]: THREE, [NEW]: NINE, [`${FOLDER}/adr/0012-log-3.md`]: 'Mine.\n' };
    for (const [file, text] of Object.entries(files)) await write(file, text);
    run('renumberRecord', OLD, { number: '12', preview: 'no' });
    run('renumberRecord', OLD, { number: '9', preview: 'no' });
    await unchanged(files);
  });

  it('stands in the table that lists the records, which is made where there is none', async () => {
    const page = `${FOLDER}/adr/README.md`;
    await write(OLD, THREE);
    await write(NEW, NINE);
    run('updateRecordIndex', `${FOLDER}/adr`, { create: 'yes' });
    await until('the page', async () => (await bytesOf(page)) !== undefined);
    equal(await bytesOf(page), '# Decision Records\n\n<!-- groundplan-records -->\n\n| Record | Decision | Status | Date |\n|--------|----------|--------|------|\n| [0003](0003-log-3.md) | Log 3 | Accepted | 2026-03-01 |\n| [0009](0009-log-9.md) | Log 9 | Proposed | 2026-03-01 |\n\n<!-- /groundplan-records -->\n');
    // It is shown then; whoever takes the folder away earlier takes it from under the editor.
    await until('the page in the editor', () => vscode.window.activeTextEditor?.document.uri.path.endsWith(page));
  });

  it('has its row added and mended on a page that is there, in the form of the others', async () => {
    const page = `${FOLDER}/adr/index.md`;
    const before = '# All\r\n\r\n| ADR | State |\r\n|--|--|\r\n| [9. Log 9](0009-log-9.md) | ✅ Accepted |\r\n\r\nThe end.\r\n';
    await write(page, before);
    await write(OLD, THREE);
    await write(NEW, NINE);
    run('updateRecordIndex', page);
    const after = '# All\r\n\r\n| ADR | State |\r\n|--|--|\r\n| [3. Log 3](0003-log-3.md) | ✅ Accepted |\r\n| [9. Log 9](0009-log-9.md) | 💡 Proposed |\r\n\r\nThe end.\r\n';
    await until('the rows', async () => (await textOf(page)) === after);
    await (await open(page)).save();
    equal(await bytesOf(page), after);
    await undoAll(page, { [page]: before });
  });

  it('has what can be done with it above its title, and how it stands to others', async () => {
    await write(OLD, record(3, 'Superseded by [9](0009-log-9.md)'));
    await write(NEW, record(9, 'Accepted\n\nSupersedes [3](0003-log-3.md)'));
    await write(`${FOLDER}/adr/0010-log-10.md`, `${record(10, 'Proposed')}\nAs ADR-9 says.\n`);
    await write(`${FOLDER}/notes.md`, '# Notes\n\nADR-9\n');
    const lenses = async (file: string): Promise<readonly string[]> => {
      const document = await open(file);
      const all = await vscode.commands.executeCommand<vscode.CodeLens[]>('vscode.executeCodeLensProvider', document.uri, 20);
      return all.map(({ command }) => command?.title ?? '').filter((title) => !/references?$/.test(title));
    };
    const expected: Readonly<Record<string, readonly string[]>> = {
      [NEW]: ['Supersede…', 'Deprecate', 'supersedes 0003', '2 records refer here'],
      [OLD]: ['superseded by 0009', '1 record refers here'],
      [`${FOLDER}/adr/0010-log-10.md`]: ['Accept', 'Reject'],
      [`${FOLDER}/notes.md`]: [],
    };
    for (const [file, titles] of Object.entries(expected)) {
      let last: readonly string[] = [];
      await until(`the lenses of ${file}`, async () => JSON.stringify((last = await lenses(file))) === JSON.stringify(titles), 15_000).catch(() => deepEqual(last, titles, file));
    }
    const settings = vscode.workspace.getConfiguration('groundplan', workspaceFolder());
    await settings.update('codeLens.enabled', false, vscode.ConfigurationTarget.Workspace);
    await until('no lenses', async () => (await lenses(NEW)).length === 0);
    await settings.update('codeLens.enabled', undefined, vscode.ConfigurationTarget.Workspace);
    await until('lenses again', async () => (await lenses(NEW)).length === 4);
  });
});
