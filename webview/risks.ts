/** The section of risks: the grid with its tray and legend, and the list that says the same in words. */
import type { RiskDot, RiskPicture } from '../src/core/readings/picture.ts';
import { element, setText, syncChildren } from './elements.ts';
import { riskLayout, type Grid, type RiskLayout, type Severity } from './risk-layout.ts';
import { RiskDotMark, RiskItemMark, type RevealRisk } from './risk-marks.ts';
import { RiskMatrix } from './risk-matrix.ts';
import { Roving } from './roving.ts';

const noRisks =
  'This document names no risks yet. Write a Risk section: a table with Risk, Probability, Impact and Mitigation, ' +
  'or headings, one for each risk, with these as a list below it.';
const noLevels = 'No risk has a level yet. Give the risks a Probability and an Impact to see them as a matrix.';

export class Risks {
  readonly element = element('div', { class: 'risks' });
  private readonly chart = element('div', { class: 'risk-chart' });
  private readonly matrix = new RiskMatrix();
  private readonly trayTitle = element('h3', { id: 'unrated' });
  private readonly trayDots = element('div', { class: 'dots' });
  private readonly tray = element('div', { class: 'tray', role: 'group', 'aria-labelledby': 'unrated' }, this.trayTitle, this.trayDots);
  private readonly legend = element('ul', { class: 'legend', 'aria-label': 'Legend' });
  private readonly sentence = element('p', { class: 'sentence' });
  private readonly list = element('ol', { class: 'risk-list', 'aria-label': 'Risks' });
  private readonly dots = new Map<number, RiskDotMark>();
  private readonly items = new Map<number, RiskItemMark>();
  private readonly roving = new Roving(this.chart, () => [...this.chart.querySelectorAll<HTMLElement>('.risk-dot')]);

  constructor(private readonly reveal: RevealRisk) {
    this.legend.append(...severities.map(severityEntry), dotEntry('false', 'not mitigated'), dotEntry('true', 'mitigated'));
  }

  update(picture: RiskPicture): void {
    this.keep(picture);
    const layout = riskLayout(picture);
    if (layout.form === 'matrix' || layout.form === 'strip') this.showGrid(layout);
    else setText(this.sentence, layout.form === 'empty' ? noRisks : noLevels);
    syncChildren(this.list, picture.risks.flatMap((risk) => this.items.get(risk.number)?.element ?? []));
    syncChildren(this.element, this.parts(layout));
    this.roving.refresh();
  }

  private parts(layout: RiskLayout): readonly Node[] {
    if (layout.form === 'empty') return [this.sentence];
    return layout.form === 'list' ? [this.sentence, this.list] : [this.chart, this.list];
  }

  private showGrid(grid: Grid): void {
    const dotOf = (risk: RiskDot): HTMLElement[] => {
      const mark = this.dots.get(risk.number);
      return mark === undefined ? [] : [mark.button];
    };
    this.matrix.update(grid, dotOf);
    const partly = grid.unrated.some((risk) => risk.probability !== undefined || risk.impact !== undefined);
    setText(this.trayTitle, partly ? 'Not fully rated' : 'Not rated');
    syncChildren(this.trayDots, grid.unrated.flatMap(dotOf));
    const tray = grid.unrated.length === 0 ? [] : [this.tray];
    syncChildren(this.chart, [this.matrix.element, ...tray, this.legend]);
  }

  /** Makes the marks that are missing, brings all up to date and forgets those whose risk is gone. */
  private keep({ risks }: RiskPicture): void {
    const numbers = new Set(risks.map((risk) => risk.number));
    for (const marks of [this.dots, this.items]) {
      for (const number of marks.keys()) if (!numbers.has(number)) marks.delete(number);
    }
    for (const risk of risks) {
      markOf(this.dots, risk, () => new RiskDotMark(risk, this.reveal)).show(risk);
      markOf(this.items, risk, () => new RiskItemMark(risk, this.reveal)).show(risk);
    }
  }
}

function markOf<Mark>(marks: Map<number, Mark>, risk: RiskDot, make: () => Mark): Mark {
  const mark = marks.get(risk.number) ?? make();
  marks.set(risk.number, mark);
  return mark;
}

const severities: readonly Severity[] = ['low', 'medium', 'high', 'critical'];

/** Not the words of the levels: a cell is a level of probability and one of impact at once. */
const severityNames: Readonly<Record<Severity, string>> = { low: 'minor', medium: 'moderate', high: 'major', critical: 'severe' };

function severityEntry(severity: Severity): HTMLElement {
  return element('li', {}, element('span', { class: 'swatch', 'data-severity': severity }), severityNames[severity]);
}

function dotEntry(mitigated: string, text: string): HTMLElement {
  return element('li', {}, element('span', { class: 'ring', 'data-mitigated': mitigated }), text);
}
