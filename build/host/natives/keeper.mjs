// Starts the VS Code server named by GROUNDPLAN_SERVER_MAIN and ends it together with the process that holds the other end of its stdin.
// The pipe closes however that process ends, also when it is killed: no editor host is ever left behind.
import { pathToFileURL } from 'node:url';

const main = process.env.GROUNDPLAN_SERVER_MAIN;
delete process.env.GROUNDPLAN_SERVER_MAIN;

process.stdin.on('error', stop).on('end', stop).resume();
await import(pathToFileURL(main).href);

function stop() {
  if (process.platform !== 'win32') process.kill(-process.pid, 'SIGKILL');
  process.exit(1);
}
