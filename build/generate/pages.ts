import * as z from 'zod/mini';
import { plainTitle, withoutEmoji } from '../../src/core/plan/titles.ts';
import type { Rule } from '../../src/core/lint/rule.ts';
import { ExplainedError } from '../program.ts';
import type { ContractSection, Kind } from '../../src/core/template/kind.ts';

/** Replaces what stands between `<!-- generated: NAME -->` and `<!-- /generated -->`. */
export function replaceGenerated(text: string, name: string, content: string, file: string): string {
  const open = `<!-- generated: ${name} -->`;
  const close = '<!-- /generated -->';
  const start = text.indexOf(open);
  const end = text.indexOf(close, start);
  if (start < 0 || end < 0) throw new ExplainedError(`${file} needs the lines "${open}" and "${close}" around what is generated there.`);
  return `${text.slice(0, start + open.length)}\n${content}\n${text.slice(end)}`;
}

export function rulePageHeader({ id, summary, severity, fixable, options }: Rule): string {
  return `# ${id}\n\n${summary}\n\nSeverity: ${severity}. ${fixable ? 'Has a quick fix.' : 'Has no quick fix.'}${options ? optionTable(options) : ''}`;
}

function optionTable(options: z.ZodMiniType): string {
  const { properties = {} } = z.toJSONSchema(options, { io: 'input' });
  const rows = Object.entries(properties).map(([name, option]) => {
    const { default: standard, description = '' } = typeof option === 'object' ? option : {};
    return `| \`${name}\` | \`${JSON.stringify(standard)}\` | ${description} |`;
  });
  return `\n\n${['| Option | Default | What it does |', '|--------|---------|--------------|', ...rows].join('\n')}`;
}

export function kindPage(kind: Kind): string {
  const rows = kind.sections.flatMap((section) => sectionRows(section, 0));
  return `<!-- Generated from snippets/templates/${kind.id}.md by "npm run generate". -->
# ${kind.name}

${kind.description}

- File: \`${kind.file}\`${kind.beside === undefined ? '' : `, beside the file it is made from`}
- Title: \`${/^# (.*)$/m.exec(kind.body)?.[1] ?? ''}\`

| Section | Needed | Read as | Also known as |
|---------|--------|---------|---------------|
${rows.join('\n')}
`;
}

function sectionRows(section: ContractSection, depth: number): readonly string[] {
  const title = `${'&emsp;'.repeat(depth)}${withoutEmoji(plainTitle(section.title))}`;
  return [`| ${title} | ${needed(section)} | ${section.reads.join(', ')} | ${section.also.join(', ')} |`, ...section.children.flatMap((child) => sectionRows(child, depth + 1))];
}

function needed({ optional, repeat, when }: ContractSection): string {
  if (optional) return 'no';
  if (repeat !== undefined) return `at least ${repeat}`;
  return when ? `where ${when.value} > ${when.above}` : 'yes';
}

/** Every kind with where its documents stand; the dialects of one kind in rows of their own. */
export function kindTable(kinds: readonly Kind[]): string {
  const rows = kinds.map(({ id, name, description, file }) => `| [${name}](docs/kinds/${id}.md) | ${description} | \`${file}\` |`);
  return ['| Kind | What it holds | File |', '|------|---------------|------|', ...rows].join('\n');
}

export interface CommandEntry {
  readonly command: string;
  readonly category: string;
  readonly title: string;
}

export function commandTable(commands: readonly CommandEntry[], descriptions: ReadonlyMap<string, string>): string {
  const rows = commands.map(({ command, category, title }) => `| **${category}: ${title}** | ${descriptions.get(command) ?? ''} |`);
  return ['| Command | What it does |', '|---------|--------------|', ...rows].join('\n');
}

export function ruleTable(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, summary, severity, fixable }) => `| [${id}](docs/rules/${id}.md) | ${summary} | ${severity} | ${fixable ? 'yes' : 'no'} |`);
  return ['| Check | What it asks | Severity | Quick fix |', '|-------|--------------|----------|-----------|', ...rows].join('\n');
}

export function settingTable(properties: Readonly<Record<string, { readonly description: string; readonly default: unknown }>>): string {
  const rows = Object.entries(properties).map(([key, property]) => `| \`${key}\` | \`${JSON.stringify(property.default)}\` | ${property.description} |`);
  return ['| Setting | Default | What it does |', '|---------|---------|--------------|', ...rows].join('\n');
}
