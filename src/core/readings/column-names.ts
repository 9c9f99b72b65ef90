import { titleKey } from '../plan/titles.ts';
import type { ReadingName } from '../template/marks.ts';
import { columnField, NAME_COLUMNS } from './decisions/decision-rows.ts';
import { sideNamed } from './decisions/option-arguments.ts';
import { CHOSEN_COLUMN, LONG_OPTION_NAMES, LOOSE_NAMES, OPTION_NAMES } from './decisions/option-tables.ts';
import { PHASES } from './phases/phases.ts';
import { DEPENDS_ON, EFFORT, FILES, GOAL, PLAN, STATUS, WORKS } from './phases/step-fields.ts';
import { NAMES as STACK_NAMES, RATIONALES, TECHNOLOGIES } from './requirements/stack.ts';
import { APPROACHES, MEASUREMENTS, NAMES as TARGET_NAMES, TARGETS, VALIDATIONS } from './requirements/targets.ts';
import { furtherField } from './risks/further-fields.ts';
import { fieldNamed, riskColumns, riskField } from './risks/risk-fields.ts';

/** What a column is to a reading, by its key. */
type Meaning = (key: string) => string | undefined;

const TARGET_MEANINGS = [TARGET_NAMES.flat(), TARGETS.flat(), MEASUREMENTS, VALIDATIONS, APPROACHES].map(oneOf);
const PHASE_MEANINGS = [GOAL, DEPENDS_ON, STATUS, PLAN, EFFORT, FILES, WORKS].map(oneOf);
/** One column of these says what others part into language, framework, database and more. */
const ANY_TECHNOLOGY = ['technology', 'technologies', 'tech', 'tech stack', 'stack', 'tool', 'tools', 'choice', 'selection', 'product', 'platform', 'runtime'];

const MEANINGS: Partial<Readonly<Record<ReadingName, readonly Meaning[]>>> = {
  nfr: TARGET_MEANINGS,
  metrics: TARGET_MEANINGS,
  stack: [STACK_NAMES, RATIONALES].map(oneOf),
  phases: [...PHASE_MEANINGS, (key) => (PHASES.column.test(key) ? 'phase' : undefined)],
  decisions: [oneOf(NAME_COLUMNS), columnField],
  options: [
    sideNamed,
    (key) => (OPTION_NAMES.test(key) || LONG_OPTION_NAMES.test(key) || LOOSE_NAMES.test(key) ? 'option' : undefined),
    (key) => (CHOSEN_COLUMN.test(key) ? 'chosen' : undefined),
  ],
};

/** What each column of a table is to a reading: two with one meaning say the same under different names. */
export function columnMeanings(reading: ReadingName, titles: readonly string[]): readonly (readonly string[])[] {
  if (reading === 'risks') {
    const columns = riskColumns(titles) ?? [];
    const meaning = (title: string): string | undefined => furtherField(title) ?? fieldNamed(title) ?? riskField(title);
    return titles.map((title, index) => columns[index] ?? meaning(title)).map((name) => (name === undefined ? [] : [name]));
  }
  const meanings = MEANINGS[reading] ?? [];
  return titles.map((title) => {
    const key = titleKey(title);
    const found = meanings.map((meaning) => meaning(key)).filter((meaning) => meaning !== undefined);
    return reading === 'stack' ? [...found, ...technologies(key)] : found;
  });
}

function technologies(key: string): readonly string[] {
  if (ANY_TECHNOLOGY.includes(key)) return TECHNOLOGIES.map((technology) => `as ${technology}`);
  return TECHNOLOGIES.includes(key) ? [`as ${key}`] : [];
}

function oneOf(names: readonly string[]): Meaning {
  return (key) => (names.includes(key) ? names[0] : undefined);
}
