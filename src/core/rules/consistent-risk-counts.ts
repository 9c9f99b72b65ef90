import { riskCounts, unreadRisks } from '../lint/counted-risks.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import { wrongFigures, type WrongFigure } from '../lint/risk-tallies.ts';
import { inWords } from '../lint/wording.ts';
import { numberAs, numberIn } from '../text/number-words.ts';

export const consistentRiskCounts = defineRule({
  id: 'consistent-risk-counts',
  summary: 'Texts that count the risks say as many as are written down.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const { plan, readings } = subject;
    if (readings.risks.length === 0) return;
    let unread: number | undefined;
    for (const { count, place } of riskCounts(subject)) {
      for (const wrong of wrongFigures(plan, count, readings.risks, place?.range ?? { start: 0, end: 0 }, () => (unread ??= unreadRisks(subject)))) yield problemOf(wrong);
    }
  },
});

function problemOf({ figure, right, level, within }: WrongFigure): Problem {
  const of = level === undefined ? '' : `${level} `;
  const text = numberAs(figure.text, right);
  const where = within ? ` in "${inWords(within.heading.title)}"` : '';
  return {
    message: `Here it says ${figure.text} ${of}${numberIn(figure.text) === 1 ? 'risk' : 'risks'}, but ${right} ${right === 1 ? 'is' : 'are'} written down${where}: correct the figure.`,
    range: figure.range,
    fix: { title: `Change ${figure.text} to ${text}`, edits: [{ range: figure.range, text }] },
  };
}
