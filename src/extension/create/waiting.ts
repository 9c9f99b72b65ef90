import * as vscode from 'vscode';

/** Longer than this and the author is told what is going on, with a way out. */
const PATIENCE_MS = 700;

/** Waits for a task; one that takes long shows its progress and can be cancelled. Nothing where it is. */
export async function whileWaiting<T>(title: string, start: () => Promise<T>): Promise<T | undefined> {
  const task = start();
  let timer: unknown;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), PATIENCE_MS);
  });
  const first = await Promise.race([task.then((value) => ({ value })), late]);
  clearTimeout(timer);
  if (first !== 'late') return first.value;
  return vscode.window.withProgress({ location: vscode.ProgressLocation.Notification, title: `Groundplan: ${title} …`, cancellable: true }, (_, token) =>
    Promise.race([task, new Promise<undefined>((resolve) => token.onCancellationRequested(() => resolve(undefined)))]),
  );
}
