import type { Random } from './random.ts';
import { capital, clause, date, filePath, name, paragraph, part, role, sentence, technology, version } from './words.ts';

type Block = (random: Random) => string;

/** What stands in the sections that no template asks for, as often as it does in plans: half of them is prose. */
const BLOCKS: readonly (readonly [number, Block])[] = [
  [0.5, paragraph],
  [0.68, list],
  [0.83, table],
  [0.9, diagram],
  [0.95, yaml],
  [1, code],
];

/** A section of the author's own, two to four blocks long. */
export function note(random: Random): string {
  const heading = `### Notes on the ${part(random)} ${random.between(100, 99_999)}`;
  return [heading, ...Array.from({ length: random.between(2, 4) }, () => block(random))].join('\n\n');
}

function block(random: Random): string {
  const drawn = random.next();
  const [, write = paragraph] = BLOCKS.find(([below]) => drawn < below) ?? [];
  return write(random);
}

function list(random: Random): string {
  const marker = random.pick(['-', '-', '1.', '- [ ]']);
  return times(random, 3, 7, () => `${marker} ${random.chance(0.4) ? `**${name(random)}**: ${clause(random)}` : sentence(random)}${random.chance(0.2) ? `\n   - ${sentence(random)}` : ''}`);
}

function table(random: Random): string {
  return ['| Part | Since | Kept by | Remark |', '|------|-------|---------|--------|', times(random, 3, 8, () => `| ${name(random)} | ${date(random)} | ${role(random)} | ${clause(random)} |`)].join('\n');
}

function diagram(random: Random): string {
  if (random.chance(0.4)) {
    const messages = times(random, 3, 6, () => `  ${random.pick(['A->>B', 'B->>C', 'C-->>B', 'B-->>A'])}: ${part(random)}`);
    return `\`\`\`mermaid\nsequenceDiagram\n${['A', 'B', 'C'].map((letter) => `  participant ${letter} as ${name(random)}`).join('\n')}\n${messages}\n\`\`\``;
  }
  const edges = times(random, 4, 9, () => `  n${random.between(1, 5)} --> n${random.between(6, 12)}["${name(random)}"]`);
  return `\`\`\`mermaid\nflowchart LR\n${edges}\n\`\`\``;
}

function yaml(random: Random): string {
  return `\`\`\`yaml\nparts:\n${times(random, 2, 5, () => `  - name: ${part(random)}\n    version: ${version(random)}\n    location: ${filePath(random)}\n    runs_on: ${technology(random)}`)}\n\`\`\``;
}

function code(random: Random): string {
  const identifier = (): string => part(random).split(' ').map(capital).join('');
  return `\`\`\`ts\nexport interface ${identifier()} {\n${times(random, 3, 7, () => `  /** ${capital(clause(random))}. */\n  ${part(random).replaceAll(' ', '_')}(${part(random).split(' ')[0] ?? ''}: ${identifier()}): Promise<${identifier()}>;`)}\n}\n\`\`\``;
}

function times(random: Random, least: number, most: number, line: () => string): string {
  return Array.from({ length: random.between(least, most) }, line).join('\n');
}
