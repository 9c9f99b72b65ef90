import { isNamed } from '../../lint/risk-names.ts';
import type { Subject } from '../../lint/subject.ts';
import { plainTitle, withoutEmoji } from '../../plan/titles.ts';
import type { Value } from '../../readings/forms/fields.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import { commonScale, rankIn, readLevel } from '../../readings/risks/levels.ts';
import type { Risk } from '../../readings/risks/risk.ts';
import { part } from './evidence.ts';

/** More than that is for the section about risks. */
const MOST_TOLD = 3;
const LONGEST = 200;

/** The gravest risks of a plan, as the record of its transition tells them: `[ ]Storm|owner=Ada|mitigation=moorings are checked`. */
export function gravestRisks({ readings }: Subject, author: string): readonly string[] {
  const named = readings.risks.filter(isNamed);
  const ranks = ranksOf(named);
  const gravest = named.map((risk, index) => ({ risk, index })).sort((a, b) => (ranks[b.index] ?? 0) - (ranks[a.index] ?? 0) || a.index - b.index);
  const told = gravest.slice(0, MOST_TOLD).map(({ risk }) => inRecord(risk, author));
  return told.length === 0 ? ['none'] : told;
}

function ranksOf(risks: readonly Risk[]): readonly number[] {
  const levels = risks.map(({ rating, impact, probability }) => [rating, impact, probability].map((value) => (value === undefined ? undefined : readLevel(value.text))));
  const scale = commonScale(levels.flat().filter((level) => level !== undefined));
  return levels.map((each) => each.reduce((sum, level, index) => sum + (level === undefined ? 0 : rankIn(scale, level)) / 10 ** index, 0));
}

function inRecord({ name, owner, mitigation }: Risk, author: string): string {
  return `[ ]${said(name) ?? ''}|owner=${said(owner) ?? part(author)}|mitigation=${said(mitigation) ?? 'none yet'}`;
}

function said(value: Value | undefined): string | undefined {
  if (value === undefined || isOpen(value.text)) return undefined;
  const plain = part(withoutEmoji(plainTitle(value.text))).slice(0, LONGEST).trim();
  return plain === '' ? undefined : plain;
}
