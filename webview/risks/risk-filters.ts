/** Choosing which risks are shown, by owner and by category. */
import type { RiskDot } from '../../src/core/picture/risks.ts';
import { element, setText, syncChildren } from '../elements.ts';
import { NONE, optionsFor, SORTS, type Choice, type Option, type Sort } from './risk-choice.ts';

const WORDS: Readonly<Record<Sort, { readonly label: string; readonly all: string; readonly none: string }>> = {
  owner: { label: 'Owner', all: 'All owners', none: 'No owner' },
  category: { label: 'Category', all: 'All categories', none: 'No category' },
};

export class RiskFilters {
  readonly element = element('div', { class: 'risk-filters', role: 'group', 'aria-label': 'Which risks are shown' });
  private readonly selects: Readonly<Record<Sort, HTMLSelectElement>>;
  private readonly sentence = element('span', { role: 'status' });
  private readonly all = element('button', { type: 'button', class: 'link', 'data-live': '' }, 'Show all');
  private readonly line = element('span', { class: 'risk-shown' }, this.sentence, ' ', this.all);
  private written = '';

  constructor(private readonly chosen: (choice: Choice) => void) {
    const selectFor = (sort: Sort): HTMLSelectElement => {
      const select = element('select', { 'aria-label': WORDS[sort].label, title: WORDS[sort].label });
      select.addEventListener('change', () => this.chosen(this.choice));
      return select;
    };
    this.selects = { owner: selectFor('owner'), category: selectFor('category') };
    this.all.addEventListener('click', () => {
      for (const sort of SORTS) this.selects[sort].selectedIndex = 0;
      this.selects[SORTS.find((sort) => this.selects[sort].isConnected) ?? 'owner'].focus();
      this.chosen({});
    });
  }

  /** What is chosen stays chosen while it can be. */
  update(risks: readonly RiskDot[], shown: readonly RiskDot[], choice: Choice): void {
    const options = SORTS.map((sort) => ({ sort, options: optionsFor(sort, risks) }));
    const written = JSON.stringify(options);
    if (written !== this.written) for (const { sort, options: found } of options) this.fill(sort, found, choice[sort]);
    this.written = written;
    setText(this.sentence, shown.length === risks.length ? '' : `${shown.length} of ${risks.length} risks shown`);
    this.all.hidden = shown.length === risks.length;
    const offered = options.flatMap(({ sort, options: found }) => (found.length === 0 ? [] : [this.selects[sort]]));
    syncChildren(this.element, offered.length === 0 ? [] : [...offered, this.line]);
    this.element.hidden = offered.length === 0;
  }

  private fill(sort: Sort, options: readonly Option[], chosen: string | undefined): void {
    const { all, none } = WORDS[sort];
    const select = this.selects[sort];
    select.replaceChildren(element('option', {}, all), ...options.map(({ key, name, count }) => element('option', { value: `=${key}` }, `${key === NONE ? none : name} (${count})`)));
    select.value = `=${chosen ?? '\n'}`;
    if (select.selectedIndex < 0) select.selectedIndex = 0;
  }

  /** Behind a sign, so that none is not the same as all. */
  private get choice(): Choice {
    return Object.fromEntries(SORTS.flatMap((sort) => (this.selects[sort].value.startsWith('=') ? [[sort, this.selects[sort].value.slice(1)] as const] : [])));
  }
}
