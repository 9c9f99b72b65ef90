/** All about risks: the grid with its tray and legend, the list that says the same in words, and what is to be seen of both. */
import type { Picture } from '../../src/core/picture/picture.ts';
import type { RiskDot, RiskPicture } from '../../src/core/picture/risks.ts';
import type { Actions } from '../actions.ts';
import { element, keepingFocus, setText, syncChildren } from '../elements.ts';
import { Roving } from '../roving.ts';
import type { View } from '../view.ts';
import { RiskArrows } from './risk-arrows.ts';
import { RiskCard } from './risk-card.ts';
import { chosen, optionsFor, stillOffered, type Choice } from './risk-choice.ts';
import { RiskDrag } from './risk-drag.ts';
import { RiskFilters } from './risk-filters.ts';
import { RiskKeys } from './risk-keys.ts';
import { riskLayout, saysAfter, type Grid, type RiskLayout, type Stage, type Standing } from './risk-layout.ts';
import { RiskLegend } from './risk-legend.ts';
import { RiskDotMark, RiskItemMark, type RevealRisk } from './risk-marks.ts';
import { RiskMatrix } from './risk-matrix.ts';
import { RiskMoves } from './risk-moves.ts';
import { RiskStages } from './risk-stages.ts';
import { RiskTools } from './risk-tools.ts';

const NO_LEVELS = 'No risk has a level yet. Give the risks a Probability and an Impact to see them as a matrix.';
const HOW = 'Drag a risk to rate it, or press Space on it.';

export class RiskBoard implements View {
  readonly element = element('div', { class: 'risks' });
  private readonly chart = element('div', { class: 'risk-chart' });
  private readonly matrix = new RiskMatrix();
  private readonly arrows = new RiskArrows(this.matrix.element);
  private readonly trayTitle = element('h3', { id: 'unrated' });
  private readonly trayDots = element('div', { class: 'dots' });
  private readonly tray = element('div', { class: 'tray', role: 'group', 'aria-labelledby': 'unrated' }, this.trayTitle, this.trayDots);
  private readonly legend = new RiskLegend();
  private readonly how = element('p', { class: 'risk-how', 'data-live': '' }, HOW);
  private readonly sentence = element('p', { class: 'sentence' }, NO_LEVELS);
  private readonly list = element('ol', { class: 'risk-list', 'aria-label': 'Risks' });
  private readonly bar = element('div', { class: 'risk-bar' });
  private readonly dots = new Map<string, RiskDotMark>();
  private readonly items = new Map<number, RiskItemMark>();
  private readonly roving = new Roving(this.chart, () => [...this.chart.querySelectorAll<HTMLElement>('.risk-dot')]);
  private readonly listRoving = new Roving(this.list, () => [...this.list.querySelectorAll<HTMLElement>('.risk-item')]);
  private readonly filters = new RiskFilters((choice) => this.choose(choice));
  private readonly stages = new RiskStages((stage) => this.see(stage));
  private readonly tools: RiskTools;
  private readonly moves: RiskMoves;
  private readonly card: RiskCard;
  private readonly reveal: RevealRisk;
  private picture: RiskPicture | undefined;
  private title = '';
  private choice: Choice = {};
  private stage: Stage = 'before';

  constructor(actions: Actions) {
    this.reveal = (risk) => actions.reveal(risk.range);
    this.moves = new RiskMoves(this.matrix, () => this.picture?.scale ?? [], actions);
    const markOf = (target: EventTarget | null): RiskDotMark | undefined => this.markOf(target);
    this.card = new RiskCard(this.chart, markOf);
    new RiskDrag(this.chart, this.matrix, this.moves, markOf);
    new RiskKeys(this.chart, () => this.grid, this.moves, markOf);
    this.tools = new RiskTools(() => ({ title: this.title, risks: this.shown, layout: this.layout }), actions);
  }

  count({ risks }: Picture): number {
    return risks.risks.length;
  }

  update({ risks, title }: Picture): void {
    this.picture = risks;
    this.choice = stillOffered(risks.risks, this.choice);
    this.title = title;
    this.draw(risks);
    this.moves.settle();
    this.card.refresh();
  }

  turnPage(): void {
    this.choice = {};
    this.stage = 'before';
  }

  private get shown(): readonly RiskDot[] {
    return this.picture === undefined ? [] : chosen(this.picture.risks, this.choice);
  }

  private get layout(): RiskLayout {
    return this.picture === undefined ? { form: 'empty' } : riskLayout(this.picture, saysAfter(this.picture) ? this.stage : 'before', this.shown);
  }

  private get grid(): Grid | undefined {
    const { layout } = this;
    return layout.form === 'matrix' || layout.form === 'strip' ? layout : undefined;
  }

  private choose(choice: Choice): void {
    this.choice = choice;
    this.redraw();
  }

  private see(stage: Stage): void {
    this.stage = stage;
    this.redraw();
  }

  private redraw(): void {
    const { picture } = this;
    if (picture !== undefined) keepingFocus(() => this.draw(picture), () => undefined);
  }

  private draw(picture: RiskPicture): void {
    const { shown, grid } = this;
    const hasAfter = saysAfter(picture);
    this.filters.update(picture.risks, shown, this.choice);
    this.stages.update(this.stage);
    syncChildren(this.bar, [this.filters.element, ...(hasAfter ? [this.stages.element] : [])]);
    this.bar.hidden = this.filters.element.hidden && !hasAfter;
    if (grid !== undefined) this.showGrid(grid);
    this.showList(picture, shown);
    const main = grid === undefined ? this.sentence : this.chart;
    syncChildren(this.element, [this.tools.element, this.bar, main, this.list, this.moves.voice]);
    if (grid !== undefined) this.showWays(grid);
    this.roving.refresh();
    this.listRoving.refresh();
  }

  private showGrid(grid: Grid): void {
    const used = new Set<string>();
    const dotOf = (standing: Standing): HTMLElement => {
      const key = keyOf(standing);
      used.add(key);
      const mark = this.dots.get(key) ?? new RiskDotMark(standing, this.reveal);
      this.dots.set(key, mark);
      mark.show(standing, grid.stage);
      return mark.button;
    };
    this.matrix.update(grid, dotOf);
    setText(this.trayTitle, trayTitle(grid));
    syncChildren(this.trayDots, grid.unrated.map(dotOf));
    for (const key of this.dots.keys()) if (!used.has(key)) this.dots.delete(key);
    this.legend.update(grid.stage);
    const tray = grid.unrated.length === 0 ? [] : [this.tray];
    syncChildren(this.matrix.element, [...this.matrix.element.querySelectorAll('table'), this.arrows.element]);
    syncChildren(this.chart, [this.matrix.element, ...tray, this.legend.element, this.how, this.card.element]);
  }

  /** Once all dots stand where they belong. */
  private showWays({ stage, rows }: Grid): void {
    const after = stage === 'both' ? rows.flatMap(({ cells }) => cells.flatMap(({ dots }) => dots.filter(({ when }) => when === 'mitigated'))) : [];
    this.arrows.show(
      after.flatMap((standing): readonly (readonly [HTMLElement, HTMLElement])[] => {
        const [from, to] = [this.dots.get(keyOf({ ...standing, when: 'now' })), this.dots.get(keyOf(standing))];
        return from === undefined || to === undefined || !this.matrix.element.contains(from.button) ? [] : [[from.button, to.button]];
      }),
    );
  }

  private showList(picture: RiskPicture, shown: readonly RiskDot[]): void {
    const hasCategories = optionsFor('category', picture.risks).length > 0;
    for (const number of this.items.keys()) if (number > picture.risks.length) this.items.delete(number);
    const lines = shown.map((risk) => {
      const item = this.items.get(risk.number) ?? new RiskItemMark(risk, this.reveal);
      this.items.set(risk.number, item);
      item.show(risk, hasCategories);
      return item.element;
    });
    syncChildren(this.list, lines);
  }

  private markOf(target: EventTarget | null): RiskDotMark | undefined {
    const button = target instanceof Element ? target.closest('.risk-dot') : null;
    return button === null ? undefined : [...this.dots.values()].find((mark) => mark.button === button);
  }
}

function keyOf({ risk, when }: Pick<Standing, 'risk' | 'when'>): string {
  return `${when} ${risk.number}`;
}

function trayTitle({ stage, unrated }: Grid): string {
  if (stage === 'after') return 'Not rated after mitigation';
  return unrated.some(({ risk }) => risk.probability !== undefined || risk.impact !== undefined) ? 'Not fully rated' : 'Not rated';
}
