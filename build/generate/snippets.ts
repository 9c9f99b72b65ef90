import { plainTitle, titleKey, withoutEmoji } from '../../src/core/plan/titles.ts';
import type { ContractSection, Kind } from '../../src/core/template/kind.ts';
import { toSnippet } from '../../src/core/template/placeholders.ts';

interface Snippet {
  readonly prefix: string;
  readonly scope: string;
  readonly description: string;
  readonly body: readonly string[];
}

/** One snippet for the whole document and one for each section of it. */
export function snippets(kind: Kind): string {
  const whole: Snippet = { prefix: kind.id, scope: 'markdown', description: kind.description, body: toSnippet(kind.body, {}).split('\n') };
  const sections = kind.sections.map((section) => [`${kind.name}: ${readable(section.title)}`, sectionSnippet(kind, section)]);
  return `${JSON.stringify(Object.fromEntries([[kind.name, whole], ...sections]), null, 2)}\n`;
}

function sectionSnippet(kind: Kind, section: ContractSection): Snippet {
  const prefix = `${kind.id}-${titleKey(section.title.replace(/\{\{[^}]*\}\}/g, '')).replaceAll(' ', '-')}`;
  const text = everySection(section).join('\n\n');
  return { prefix, scope: 'markdown', description: `The section "${readable(section.title)}" of a ${kind.name.toLowerCase()}.`, body: toSnippet(text, {}).split('\n') };
}

function everySection(section: ContractSection): readonly string[] {
  return [section.ownText, ...section.children.flatMap(everySection)];
}

function readable(title: string): string {
  return withoutEmoji(plainTitle(title)).replace(/\s*\{\{[^}]*\}\}/g, '');
}
