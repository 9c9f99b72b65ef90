import { readFileSync } from 'node:fs';
import type { Frame, Page } from '@playwright/test';
import type axe from 'axe-core';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

export interface Violation {
  readonly rule: string;
  readonly help: string;
  /** Where, as selectors, with what is wrong there. */
  readonly nodes: readonly string[];
}

/** What axe finds in a document. `evaluate` is not subject to the document's content security policy, so this also works in a webview. */
export async function violations(frame: Frame | Page): Promise<Violation[]> {
  await frame.evaluate(readFileSync('node_modules/axe-core/axe.min.js', 'utf8'));
  const results = await frame.evaluate((tags) => {
    const { axe: scanner } = globalThis as unknown as { axe: typeof axe };
    return scanner.run(document, { runOnly: tags });
  }, TAGS);
  return results.violations.map(({ id, help, nodes }) => ({
    rule: id,
    help,
    nodes: nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  }));
}
