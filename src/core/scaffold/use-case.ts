import { anchorsOf } from '../plan/anchors.ts';
import { textOfItem } from '../readings/forms/own-text.ts';
import { headedPieces, itemsIn, readTable } from '../readings/forms/pieces.ts';
import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan, type Plan, type Section } from '../plan/plan.ts';
import { plainTitle, withoutEmoji } from '../plan/titles.ts';
import type { Values } from '../template/placeholders.ts';
import { quote } from './quote.ts';

/** By which words in its headings a use case says what; authors write "Primary Actors", "Main Success Scenario", "Functional Requirements". */
const SUBJECTS: Readonly<Record<string, RegExp>> = {
  use_case_objectives: /\b(?:objectives?|goals?|purpose)\b/,
  use_case_actors: /\b(?:actors?|stakeholders?|personas?)\b/,
  use_case_flows: /\b(?:flows?|scenarios?|main success|steps|extensions)\b/,
  use_case_requirements: /\brequirements?\b/,
  use_case_constraints: /\b(?:constraints?|business rules)\b/,
  use_case_assumptions: /\b(?:assumptions?|preconditions?)\b/,
};
const MOST_ITEMS = 60;
const MOST_SECTIONS = 60;

/** What a use case says of its objectives, actors, flows, requirements and constraints, each item with a link to where it says so. */
export function useCaseValues(text: string, link: string, read: ReadMarkdown): Values {
  const plan = readPlan(text);
  const anchors = anchorsOf(plan);
  return Object.fromEntries(
    Object.entries(SUBJECTS).flatMap(([name, words]) => {
      const sections = outermost(plan.sections.filter((section) => section !== plan.title && words.test(section.key))).slice(0, MOST_SECTIONS);
      const lines = sections.flatMap((section) =>
        itemsOf(plan, section, read).map((item) => `- ${item} ([${label(section)}](${link}#${anchors.get(section) ?? ''}))`),
      );
      return lines.length === 0 ? [] : [[name, Array.from(new Set(lines)).slice(0, MOST_ITEMS).join('\n')]];
    }),
  );
}

function outermost(sections: readonly Section[]): readonly Section[] {
  let end = 0;
  return sections.filter(({ range }) => {
    if (range.start < end) return false;
    end = range.end;
    return true;
  });
}

/** Its list items, its table rows, its sub-headings where they hold nothing of that; else its first paragraph. */
function itemsOf(plan: Plan, section: Section, read: ReadMarkdown): readonly string[] {
  const pieces = headedPieces(plan, section.range, read);
  const items = pieces.flatMap(({ piece, blocks, section: own }) => {
    const listed = itemsIn(blocks).flatMap(({ item, depth }) => (depth === 0 ? [textOfItem(piece, item)?.text ?? ''] : []));
    const rows = blocks.flatMap((block) => (block.type === 'table' ? readTable(piece, block).rows.map(({ cells }) => cells.slice(0, 2).map(({ text }) => text).filter((text) => text !== '').join(': ')) : []));
    const found = [...listed, ...rows];
    return found.length > 0 || own === section || own === undefined ? found : [own.heading.title];
  });
  const paragraph = pieces.flatMap(({ piece, blocks }) => blocks.flatMap((block) => (block.type === 'paragraph' ? [piece.of(block).text] : [])))[0];
  return (items.length > 0 ? items : [paragraph ?? '']).map(item).filter((text) => text !== '');
}

/** An item of a checklist is quoted without its box. */
function item(text: string): string {
  return quote(text.replace(/^\[[ xX]\]\s+/, ''));
}

function label({ heading }: Section): string {
  return withoutEmoji(plainTitle(heading.title)).replace(/[[\]]/g, '');
}
