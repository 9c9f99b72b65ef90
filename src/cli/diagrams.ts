import { existsSync } from 'node:fs';
import type { Checker } from '../core/checker.ts';
import { mendedDiagrams } from '../core/lint/mended-diagrams.ts';
import type { DiagramVerdict } from '../core/lint/surroundings.ts';
import type { Helpers } from '../core/ports.ts';
import { readDiagrams } from '../core/readings/diagrams.ts';
import type { Kind } from '../core/template/kind.ts';

type DiagramProblem = NonNullable<Helpers['diagramProblem']>;

let loaded: Promise<DiagramProblem | undefined> | undefined;

/** What the parser says about the diagrams of a text, and about what might be made of those that it cannot read. */
export async function judgeDiagrams(text: string, path: string, kinds: readonly Kind[], checker: Checker, verdicts: Map<string, DiagramVerdict>): Promise<void> {
  verdicts.clear();
  if (!/(?:`{3}|~{3})[ \t]*mermaid/i.test(text)) return;
  const { plan, recognition } = checker.recognise(text, path, kinds);
  if (recognition === undefined) return;
  loaded ??= loadParser();
  const problemOf = await loaded;
  if (problemOf === undefined) return;
  for (const { source } of readDiagrams(plan)) {
    const problem = await problemOf(source);
    verdicts.set(source, problem ?? 'fine');
    if (problem === undefined) continue;
    for (const mended of mendedDiagrams(source)) verdicts.set(mended, (await problemOf(mended)) ?? 'fine');
  }
}

/** A bundle beside this one. Whoever checks no diagram does not wait for it. */
async function loadParser(): Promise<DiagramProblem | undefined> {
  const file = ['./diagram-parser.js', '../diagram-parser.js'].map((name) => new URL(name, import.meta.url)).find((url) => existsSync(url));
  if (file === undefined) return undefined;
  const parser = (await import(file.href)) as { readonly diagramProblem: DiagramProblem };
  return parser.diagramProblem;
}
