import { anchorsOf } from '../plan/anchors.ts';
import { sectionAt, type Plan } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Gate } from '../readings/phases/gates.ts';
import type { Readings } from '../readings/readings.ts';
import { isBlank, type Values } from '../template/placeholders.ts';

/** What a phase leaves to the next one: its contracts, its decisions, its unpaid debt and the criteria it did not meet, each with a link to where it says so. */
export function previousPhaseValues(plan: Plan, readings: Readings, number: number, link: string): Values {
  const anchors = anchorsOf(plan);
  const linkAt = (offset: number): string => {
    const section = sectionAt(plan, offset);
    return section ? `${link}#${anchors.get(section) ?? ''}` : link;
  };
  return {
    previous_link: link,
    ...filled('previous_contracts', contracts(readings, number, linkAt)),
    ...filled('previous_decisions', decisions(readings, number, linkAt)),
    ...filled('previous_debt', debt(readings, number, linkAt)),
  };
}

function filled(name: string, text: string): Values {
  return text === '' ? {} : { [name]: text };
}

type LinkAt = (offset: number) => string;

function contracts({ contracts }: Readings, number: number, linkAt: LinkAt): string {
  const [first] = contracts;
  if (first === undefined) return '';
  const names = Array.from(new Set(contracts.map(({ name }) => name.text)));
  const entries = names.map((name) => `  - api: ${yamlText(name)}\n    version: {{version}}\n    location: {{folder}}\n    usage: {{how this phase uses it}}`);
  return `Defined in [phase ${number}](${linkAt(first.range.start)}):\n\n\`\`\`yaml\nphase_${number}:\n${entries.join('\n')}\n\`\`\``;
}

function decisions({ decisions }: Readings, number: number, linkAt: LinkAt): string {
  const lines = decisions
    .filter(({ name }) => !isBlank(name.text))
    .map(({ name, choice, range }) => {
      const chosen = choice === undefined || isBlank(choice.text) ? '' : `: ${oneLine(choice.text)}`;
      return `- [${plainTitle(name.text).replace(/[[\]]/g, '')}](${linkAt(range.start)})${chosen}`;
    });
  return lines.length === 0 ? '' : `Phase ${number} decided, and this phase builds upon it:\n\n${lines.join('\n')}`;
}

function debt({ debt, gates }: Readings, number: number, linkAt: LinkAt): string {
  const open = (each: Gate): boolean => !each.done && !isBlank(each.text.text);
  const lines = [...debt.filter(open), ...gates.filter(open)].map(({ text, range }) => {
    const [item = ''] = oneLine(text.text).split(/:\s*(?=\{\{)/);
    return `- [ ] ${item} ([phase ${number}](${linkAt(range.start)})): {{how this phase pays it}}`;
  });
  return Array.from(new Set(lines)).join('\n');
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function yamlText(text: string): string {
  return /^[\w][\w./ -]*$/.test(text) ? text : JSON.stringify(text);
}
