// Test only. Lets a test run code in the extension host: it posts the body of an async function (vscode, argument, require) to a loopback
// port. The port and the secret that opens it are written to a file named after the workspace folder, below the folder GROUNDPLAN_DRIVER.
const { randomUUID } = require('node:crypto');
const { renameSync, writeFileSync } = require('node:fs');
const { createServer } = require('node:http');
const path = require('node:path');
const vscode = require('vscode');

const AsyncFunction = (async () => {}).constructor;

exports.activate = (context) => {
  const folder = process.env.GROUNDPLAN_DRIVER;
  const workspace = vscode.workspace.workspaceFolders?.[0];
  if (folder === undefined || workspace === undefined) return;
  const secret = randomUUID();
  const server = createServer((request, response) => {
    if (request.headers.authorization !== secret) {
      response.writeHead(403).end();
      return;
    }
    answer(request).then((result) => response.end(JSON.stringify(result)));
  });
  server.listen(0, '127.0.0.1', () => {
    const file = path.join(folder, path.basename(workspace.uri.fsPath));
    writeFileSync(`${file}.draft`, JSON.stringify({ port: server.address().port, secret }));
    renameSync(`${file}.draft`, file);
  });
  context.subscriptions.push({ dispose: () => server.close() });
};

async function answer(request) {
  try {
    const parts = [];
    for await (const part of request) parts.push(part);
    const { code, argument } = JSON.parse(Buffer.concat(parts).toString());
    return { value: await new AsyncFunction('vscode', 'argument', 'require', code)(vscode, argument, require) };
  } catch (error) {
    return { error: error instanceof Error ? error.stack : String(error) };
  }
}
