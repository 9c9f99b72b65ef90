import * as vscode from 'vscode';
import type { Helpers } from '../core/ports.ts';

type DiagramProblem = NonNullable<Helpers['diagramProblem']>;

const EXTENSION = 'groundplan.groundplan';

let loaded: Promise<DiagramProblem | undefined> | undefined;

/** What mermaid's parser says about a diagram. It is loaded with the first one: whoever writes none never pays for it. */
export const diagramProblem: DiagramProblem = async (source) => {
  loaded ??= load();
  return (await loaded)?.(source);
};

/** Read as a file and run as the editor runs extensions in the web host, where a script can neither be required nor imported. */
async function load(): Promise<DiagramProblem | undefined> {
  const folder = vscode.extensions.getExtension(EXTENSION)?.extensionUri;
  if (folder === undefined) return undefined;
  const script = await vscode.workspace.fs.readFile(vscode.Uri.joinPath(folder, 'dist', 'diagram-parser.js'));
  const module: { exports: { readonly diagramProblem?: DiagramProblem } } = { exports: {} };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- it is our own bundle, out of our own package
  const run = new Function('module', 'exports', new TextDecoder('utf-8', { ignoreBOM: true }).decode(script)) as (...values: unknown[]) => void;
  run(module, module.exports);
  return module.exports.diagramProblem;
}
