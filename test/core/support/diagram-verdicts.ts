import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleDiagramParser } from '../../../build/diagram-parser.ts';
import type { DiagramProblem } from '../../../src/diagrams/parser.ts';
import type { DiagramVerdict } from '../../../src/core/lint/surroundings.ts';
import { mendedDiagrams } from '../../../src/core/lint/mended-diagrams.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { readDiagrams } from '../../../src/core/readings/diagrams.ts';

type Parser = (source: string) => Promise<DiagramProblem | undefined>;

let built: Promise<Parser> | undefined;

/** The parser as it ships, without a DOM. */
export function diagramParser(): Promise<Parser> {
  built ??= build();
  return built;
}

async function build(): Promise<Parser> {
  const file = path.resolve(`node_modules/.cache/diagram-parser-${process.pid}.mjs`);
  await bundleDiagramParser(file, 'esm');
  const { diagramProblem } = (await import(pathToFileURL(file).href)) as { readonly diagramProblem: Parser };
  return diagramProblem;
}

/** What the parser says about the diagrams of a text, and about what might be made of them: for `Surroundings.diagram`. */
export async function verdictsOn(text: string): Promise<(source: string) => DiagramVerdict | undefined> {
  const verdicts = new Map<string, DiagramVerdict>();
  for (const { source } of readDiagrams(readPlan(text))) {
    for (const each of [source, ...mendedDiagrams(source)]) verdicts.set(each, (await (await diagramParser())(each)) ?? 'fine');
  }
  return (source) => verdicts.get(source);
}
