import { parseArgs } from 'node:util';
import { builtinKinds } from '../../core/template/builtin.ts';
import { Folders } from '../folders.ts';
import { done, type Outcome, type System } from '../outcome.ts';

/** Lists the kinds of documents that can be written here, a team's own first. */
export function kindsCommand(args: readonly string[], system: System): Promise<Outcome> {
  const { values } = parseArgs({ args: [...args], options: { json: { type: 'boolean', default: false } } });
  const folders = new Folders();
  const team = folders.teamKinds(system.cwd, folders.rootOf(system.cwd, system.cwd));
  const kinds = [...team, ...builtinKinds().filter(({ id }) => !team.some((own) => own.id === id))];
  const notes = folders.notes.map((note) => `groundplan: ${note}\n`).join('');
  const rows = kinds.map(({ id, name, description, file, ask }) => ({ id, name, description, file, asks: Object.keys(ask) }));
  if (values.json) return Promise.resolve(done(`${JSON.stringify(rows, null, 2)}\n`, notes));
  const width = Math.max(...rows.map(({ id }) => id.length));
  return Promise.resolve(done(rows.map(({ id, description, file }) => `${id.padEnd(width)}  ${description} ${file}\n`).join(''), notes));
}
