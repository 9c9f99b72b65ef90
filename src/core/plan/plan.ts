import { Lines } from '../text/lines.ts';
import type { Range } from '../text/range.ts';
import type { Memory } from './memory.ts';
import { readOutline, type Heading, type Label, type Outline } from './outline.ts';
import { titleKey } from './titles.ts';

/** One document, read for its structure. Any text gives a plan; what is wrong with it is for the rules to say. */
export interface Plan {
  readonly text: string;
  readonly lines: Lines;
  readonly outline: Outline;
  /** The first heading of level 1. */
  readonly title: Section | undefined;
  /** Every heading with what stands below it, in document order. */
  readonly sections: readonly Section[];
  /** What was read of its pieces, in this version or an earlier one. */
  readonly memory: Memory | undefined;
}

export interface Section {
  readonly heading: Heading;
  readonly key: string;
  readonly parent: Section | undefined;
  readonly children: readonly Section[];
  /** From the heading to the next heading of the same or a higher level. */
  readonly range: Range;
  /** What stands between the heading and the next heading of any level. */
  readonly body: Range;
}

export type { Heading, Label };

export function readPlan(text: string, memory?: Memory): Plan {
  const outline = readOutline(text);
  const sections = nestSections(outline.headings, text.length);
  let lines: Lines | undefined;
  return {
    text,
    outline,
    sections,
    title: sections.find(({ heading }) => heading.level === 1),
    memory,
    // Few ask for them.
    get lines() {
      return (lines ??= new Lines(text));
    },
  };
}

/** The section that holds this offset, the innermost one. */
export function sectionAt(plan: Plan, offset: number): Section | undefined {
  let low = 0;
  let high = plan.sections.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const section = plan.sections[middle];
    if (section !== undefined && section.range.start <= offset) low = middle + 1;
    else high = middle;
  }
  return plan.sections[low - 1];
}

/** Keys are made when first asked for: most documents are never matched against anything. */
class OpenSection implements Section {
  readonly heading: Heading;
  readonly parent: OpenSection | undefined;
  readonly children: OpenSection[] = [];
  readonly range: { start: number; end: number };
  readonly body: Range;
  #key: string | undefined;

  constructor(heading: Heading, parent: OpenSection | undefined, bodyEnd: number, end: number) {
    this.heading = heading;
    this.parent = parent;
    this.range = { start: heading.range.start, end };
    this.body = { start: heading.range.end, end: bodyEnd };
  }

  get key(): string {
    this.#key ??= titleKey(this.heading.title);
    return this.#key;
  }
}

function nestSections(headings: readonly Heading[], length: number): readonly Section[] {
  const sections: OpenSection[] = [];
  const open: OpenSection[] = [];
  headings.forEach((heading, index) => {
    while ((open.at(-1)?.heading.level ?? 0) >= heading.level) close(open, heading.range.start);
    const section = new OpenSection(heading, open.at(-1), headings[index + 1]?.range.start ?? length, length);
    section.parent?.children.push(section);
    sections.push(section);
    open.push(section);
  });
  return sections;
}

function close(open: OpenSection[], end: number): void {
  const section = open.pop();
  if (section !== undefined) section.range.end = end;
}
