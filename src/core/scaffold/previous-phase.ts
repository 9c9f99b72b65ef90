import { anchorsOf } from '../plan/anchors.ts';
import { sectionAt, type Plan } from '../plan/plan.ts';
import { plainTitle } from '../plan/titles.ts';
import type { Readings } from '../readings/readings.ts';
import { isBlank, type Values } from '../template/placeholders.ts';
import { yamlText } from '../text/yaml-text.ts';
import { quote } from './quote.ts';

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
  const names = Array.from(new Set(contracts.map(({ name }) => quote(name.text)).filter((name) => name !== '')));
  if (first === undefined || names.length === 0) return '';
  const entries = names.map((name) => `  - api: ${yamlText(name)}\n    version: {{version}}\n    location: {{folder}}\n    usage: {{how this phase uses it}}`);
  return `Defined in [phase ${number}](${linkAt(first.range.start)}):\n\n\`\`\`yaml\nphase_${number}:\n${entries.join('\n')}\n\`\`\``;
}

function decisions({ decisions }: Readings, number: number, linkAt: LinkAt): string {
  const lines = decisions.flatMap(({ name, choice, range }) => {
    const title = quote(plainTitle(name.text)).replace(/[[\]]|\\+$/g, '');
    const chosen = choice === undefined || isBlank(choice.text) ? '' : `: ${quote(choice.text)}`;
    return isBlank(name.text) || title === '' ? [] : [`- [${title}](${linkAt(range.start)})${chosen}`];
  });
  return lines.length === 0 ? '' : `Phase ${number} decided, and this phase builds upon it:\n\n${lines.join('\n')}`;
}

function debt({ debt, gates }: Readings, number: number, linkAt: LinkAt): string {
  const open = [...debt, ...gates].filter(({ done }) => !done);
  const lines = open.flatMap(({ text, range }) => {
    // What was left open about it is asked anew.
    const [item = ''] = text.text.split(/:\s*(?=\{\{)/);
    return isBlank(item) || quote(item) === '' ? [] : [`- [ ] ${quote(item)} ([phase ${number}](${linkAt(range.start)})): {{how this phase pays it}}`];
  });
  return Array.from(new Set(lines)).join('\n');
}
