import { decision, madr, MADR_BODY, NYGARD_BODY } from '../records.ts';

/** How the records of a generated workspace are written, by folder. */
export const DIALECTS = ['nygard', 'adr-007', 'madr', 'five parts', 'folders'] as const;
export type Dialect = (typeof DIALECTS)[number];

export interface Generated {
  readonly files: Readonly<Record<string, string>>;
  /** The record that is renumbered. */
  readonly path: string;
}

const WORDS = ['keep', 'one', 'log', 'book', 'berths', 'from', 'sea', 'pay', 'on', 'arrival', 'tides', 'moons', 'quay', 'harbour', 'office'];
const COUNT = 42;

const pad = (number: number, width: number): string => String(number).padStart(width, '0');
const slugOf = (id: number): string => [id, id * 7 + 1, id * 3 + 2].map((at) => WORDS[at % WORDS.length] ?? '').join('-');
const titleOf = (id: number): string => slugOf(id).replaceAll('-', ' ').replace(/^./, (first) => first.toUpperCase());
const folderOf = (dialect: Dialect): string => `services/${dialect.replace(' ', '-')}/docs/adr`;

function nameOf(dialect: Dialect, id: number, number: number): string {
  if (dialect === 'adr-007') return `ADR-${pad(number, 3)}-${slugOf(id)}.md`;
  if (dialect === 'five parts') return `adr_${pad(number, 3)}_${slugOf(id).replaceAll('-', '_')}.md`;
  return dialect === 'folders' ? `${pad(number, 4)}-${slugOf(id)}/README.md` : `${pad(number, 4)}-${slugOf(id)}.md`;
}

/** A workspace of 210 records in five dialects, each with a plan, an index and code that refer to them; the one with this id has this number. */
export function generate(target: { readonly dialect: Dialect; readonly id: number }, number: number, ending: string, chance: (most: number) => number): Generated {
  const files: Record<string, string> = {};
  for (const dialect of DIALECTS) {
    const folder = folderOf(dialect);
    const member = (id: number): Member => {
      const own = dialect === target.dialect && id === target.id ? number : id;
      return { id, number: own, name: nameOf(dialect, id, own), title: titleOf(id) };
    };
    const all = Array.from({ length: COUNT }, (_, index) => member(index + 1));
    for (const own of all) {
      const others = [chance(COUNT), chance(COUNT), target.id].filter((id) => id !== own.id).map(member);
      files[`${folder}/${own.name}`] = recordIn(dialect, own, others, dialect === 'folders' ? '../' : '');
    }
    files[`${folder}/README.md`] = indexOf(all);
    const service = folder.replace('/docs/adr', '');
    const [one, two] = [member(target.id), member(chance(COUNT))];
    files[`${service}/src/log.ts`] = codeOf(folder, one, two);
    files[`${service}/docs/PLAN.md`] = planOf(one, two, anchorOf(dialect, one));
  }
  const finished = Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replaceAll('\n', ending)]));
  return { files: finished, path: `${folderOf(target.dialect)}/${nameOf(target.dialect, target.id, number)}` };
}

/** Its id is the number that it has at first: what stands with the id is no reference, and stays. */
interface Member {
  readonly id: number;
  readonly number: number;
  readonly name: string;
  readonly title: string;
}

function recordIn(dialect: Dialect, { id, number, title }: Member, others: readonly Member[], up: string): string {
  const three = others.at(-1);
  const links = others.slice(0, 2).flatMap((other) => [
    `- [${other.number}. ${other.title}](${up}${other.name})`,
    `- See ADR-${pad(other.number, 4)} and ADR ${other.number}, not ADR-${other.id}99, ADR-${other.id}.2 or LADR-${other.id}`,
  ]);
  const notes = three ? `\n\nAmends [ADR-${pad(three.number, 3)}](${up}${three.name})\n\nRelates to ADR-${three.number}` : '';
  const more = `\n## Notes\n\n${links.join('\n')}\n\nThis holds for ${id} boats and ${pad(id, 2)}:00 hours, version ${id}.1.\n`;
  if (dialect === 'nygard' || dialect === 'folders') return `# ${number}. ${title}\n\nDate: 2026-03-01\n\n## Status\n\nAccepted${notes}\n\n${NYGARD_BODY}${more}`;
  if (dialect === 'adr-007') return `# ADR-${pad(number, 3)}: ${title}\n\n* Status: accepted\n* Date: 2026-03-01${three ? `\n* Supersedes: ${three.number}` : ''}\n\n${MADR_BODY}${more}`;
  if (dialect === 'madr') return `${madr(`id: ADR-${pad(number, 4)}\nstatus: accepted\ndate: 2026-03-01${three ? `\nrelates-to: [${three.number}, "${pad(three.number, 4)}"]` : ''}`, title)}${more}`;
  return `${decision('**Status**: Accepted  \n**Date**: 2026-03-01  ', `ADR ${number}: ${title}`)}${more}`;
}

function indexOf(records: readonly Member[]): string {
  const rows = records.map(({ id, number, name, title }) => `| ${pad(number, 4)} | [${title}](${name}) | Accepted | ${id} |`);
  const items = records.map(({ number, name, title }) => `* [${number}. ${title}](${name})`);
  const plain = records.map(({ id, number, name, title }) => `- ADR-${number}: [${title}](${name})\n- ${pad(number, 4)} – [${title}](<${name}> "${id}")\n- [ADR-${number}][r-${id}]\n\n[r-${id}]: ${name} "${title}"\n`);
  return `# Records\n\n| ADR | Title | Status | Votes |\n|-----|-------|--------|-------|\n${rows.join('\n')}\n\n${items.join('\n')}\n\n${plain.join('\n')}`;
}

function codeOf(folder: string, one: Member, two: Member): string {
  return [
    `// ADR-${pad(one.number, 4)} says why; see also ADR ${two.number} and ADRs ${one.number}, ${two.number} and 999.`,
    `/* ${folder}/${one.name}, ../docs/adr/${one.name} */`,
    `export const berths = ${one.id}; // not ADR-${one.id}${two.id}x, but #${one.id}`,
    `export const adr${one.id}x = [${one.id}, ${two.id}]; /* adr: ${one.number} */`,
    `const url = 'https://github.com/o/r/blob/main/${folder}/${one.name}#L${one.id}';`,
    `const frozen = 'https://github.com/o/r/blob/0123456789abcdef0123456789abcdef01234567/docs/adr/${pad(one.id, 4)}-x.md';`,
    '',
  ].join('\n');
}

function planOf(one: Member, two: Member, anchor: string): string {
  return `# Notes

See [ADR-${pad(one.number, 4)}](adr/${one.name}), [the log (ADR ${one.number})](adr/${one.name}#${anchor}) and ADR-${two.number}.

| Phase | Record | Days |
|-------|--------|------|
| 1 | ADR-${one.number} | ${one.id} |

\`\`\`mermaid
flowchart LR
  ADR${pad(one.number, 4)}[ADR-${one.number}] --> ADR${two.id}x
\`\`\`

<!-- adr: ${one.number} --> Phase ${one.id} costs ${one.id} days. <a href="adr/${one.name}">why</a>
`;
}

function anchorOf(dialect: Dialect, { id, number }: Member): string {
  const words = slugOf(id);
  if (dialect === 'madr') return words;
  if (dialect === 'adr-007') return `adr-${pad(number, 3)}-${words}`;
  return dialect === 'five parts' ? `adr-${number}-${words}` : `${number}-${words}`;
}
