import { readTemplate, type Kind } from '../../../src/core/template/kind.ts';

/** The kind that a template makes; the test fails with what is wrong with it. */
export function kindFrom(template: string): Kind {
  const { kind, problems } = readTemplate(template);
  if (kind === undefined) throw new Error(problems.map(({ message }) => message).join(' '));
  return kind;
}

/** A kind of which only the names of its files matter. */
export function kindNamedBy(file: string, ...also: readonly string[]): Kind {
  return kindFrom(`---\ngroundplan: ${JSON.stringify({ kind: 'sample', name: 'Sample', description: 'A sample.', file, also })}\n---\n# Sample {{title}}\n\n## Alpha\n\n## Beta\n\n## Gamma\n`);
}
