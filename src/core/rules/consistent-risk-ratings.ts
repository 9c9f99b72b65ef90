import { riskName } from '../lint/risk-names.ts';
import { contradictions, type Contradiction } from '../lint/risk-ratings.ts';
import { riskSample, sampleField } from '../lint/risk-samples.ts';
import { RiskScale } from '../lint/risk-scale.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import type { Value } from '../readings/forms/fields.ts';
import { wholeLevel, type Level } from '../readings/risks/levels.ts';
import { stepOf, type Estimate, type RatedRisk } from '../readings/risks/ratings.ts';

export const consistentRiskRatings = defineRule({
  id: 'consistent-risk-ratings',
  summary: 'The rating of a risk follows from its probability and impact, and is the same where both are.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const { plan, readings } = subject;
    for (const contradiction of contradictions(plan, readings.risks)) {
      const { value } = contradiction.rated.rating;
      const text = rightText(subject, contradiction);
      const rating = inWords(text);
      yield { ...explain(contradiction, rating), range: value.range, fix: { title: `Rate it ${rating}`, edits: [{ range: value.range, text }] } };
    }
  },
});

function explain(contradiction: Contradiction, rating: string): Pick<Problem, 'message' | 'related'> {
  const { rated } = contradiction;
  const [name, stated] = [riskName(rated.risk), said(rated.rating)];
  switch (contradiction.by) {
    case 'score':
      return { message: `${name} has the score ${stated}, but ${rated.probability.figure ?? ''} × ${rated.impact.figure ?? ''} is ${contradiction.score}: correct the score, or what it is made of.` };
    case 'matrix': {
      const { value } = contradiction.cell;
      return {
        message: `${name} is rated ${stated}, but the matrix has ${inWords(value.text)} for ${pairOf(rated)}: rate it ${rating}.`,
        related: [{ message: `${inWords(value.text)} in the matrix`, range: value.range }],
      };
    }
    case 'bounds': {
      const side = contradiction.isAbove ? 'above' : 'below';
      return { message: `${name} is rated ${stated}, ${side} both its probability (${said(rated.probability)}) and its impact (${said(rated.impact)}): rate it ${rating}.` };
    }
    case 'another': {
      const { other } = contradiction;
      return {
        message: `${name} is rated ${stated} for ${pairOf(rated)}, but "${inWords(other.risk.name.text)}" ${said(other.rating)} for ${pairOf(other)}: rate both alike.`,
        related: [{ message: `Rated ${said(other.rating)} for ${pairOf(other)}`, range: other.rating.value.range }],
      };
    }
  }
}

/** The rating that leaves no contradiction, as the document writes it. */
function rightText(subject: Subject, contradiction: Contradiction): string {
  const { value } = contradiction.rated.rating;
  switch (contradiction.by) {
    case 'score':
      return value.text.replace(/\d+/, String(contradiction.score));
    case 'matrix':
      return textFor(subject, contradiction.cell.level, value);
    case 'bounds':
      return contradiction.like?.rating.value.text ?? textFor(subject, levelAt(contradiction.step), value);
    case 'another':
      return contradiction.other.rating.value.text;
  }
}

/** As another risk has it, else in the words of the scale, without a light that said something else. */
function textFor(subject: Subject, level: Level, { text }: Value): string {
  const ratings = subject.readings.risks.flatMap(({ rating }) => rating ?? []);
  const known = ratings.find((rating) => stepOf(wholeLevel(rating.text) ?? { rank: -1, scale: 'numbers' }) === stepOf(level));
  if (known) return known.text;
  const name = new RiskScale(ratings, sampleField(riskSample(subject), 'rating').open).nameOf(level) ?? text;
  return text.replace(/[🟢🟡🟠🔴]\s*/gu, '').replace(/\p{L}(?:.*\p{L})?|^$/u, name);
}

function levelAt(step: number): Level {
  return step === 0 ? { rank: 0, scale: 'five words' } : { rank: Math.min(step, 4) - 1, scale: 'words' };
}

function pairOf({ probability, impact }: RatedRisk): string {
  return `${said(probability)} × ${said(impact)}`;
}

function said({ value }: Estimate): string {
  return inWords(value.text) || value.text;
}
