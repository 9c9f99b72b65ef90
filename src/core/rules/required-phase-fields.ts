import { PhaseAdditions } from '../lint/phase-additions.ts';
import { phaseForms, type PhaseForms, type PhasePart } from '../lint/phase-forms.ts';
import { phaseHead, phaseName } from '../lint/phase-names.ts';
import { phaseSampleIn, type PhaseSample } from '../lint/phase-samples.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { readEffort } from '../readings/phases/effort.ts';
import type { Phase } from '../readings/phases/phases.ts';

const LONGEST_PHASE = 20_000;
/** What is longer tells what is done. */
const LONGEST_TITLE = 70;
/** An author who writes of effort somewhere in a phase has said it in a form of their own. */
const ON_EFFORT = /^[^\r\n]{0,200}(?<!\p{L})(?:efforts?|estimate[sd]?|duration|timeline|time ?frame|(?:person|man)[- ]?days?)(?!\p{L})([^\r\n]{0,100})/gimu;
const IS_OVER = /(?<!\p{L})(?:done|completed?|finished|shipped|delivered|cancell?ed|dropped|skipped|abandoned)(?!\p{L})|[✅✔☑]/iu;

export const requiredPhaseFields = defineRule({
  id: 'required-phase-fields',
  summary: 'Every phase says what it delivers and how long it takes, where its template does.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const [place] = subject.readings.places('phases');
    const sample = place && phaseSampleIn(place.contract, subject.read);
    if (sample === undefined) return;
    let forms: PhaseForms | undefined;
    for (const phase of subject.readings.phases) {
      const missing = missingIn(subject, phase, sample);
      if (missing.length === 0) continue;
      forms ??= phaseForms(subject);
      yield problemOf(phase, missing, new PhaseAdditions(subject, phase, sample, forms));
    }
  },
});

function missingIn({ plan }: Subject, phase: Phase, { phase: sample }: PhaseSample): readonly PhasePart[] {
  const text = plan.text.slice(phase.range.start, Math.min(phase.range.end, phase.range.start + LONGEST_PHASE));
  if (IS_OVER.test(phase.status?.text ?? '') || IS_OVER.test(/^[^\r\n]*/.exec(text)?.[0] ?? '')) return [];
  const asksForWorks = sample.deliverables.length + sample.files.length > 0;
  const asksForEffort = sample.effort !== undefined || sample.schedule !== undefined;
  const hasWorks = phase.deliverables.length + phase.files.length > 0 || phase.hasMore || phase.title.text.length > LONGEST_TITLE;
  const hasEffort = phase.effort !== undefined || phase.schedule !== undefined || phase.deliverables.some(({ text }) => endsInEffort(text)) || saysEffort(text);
  return [...(asksForWorks && !hasWorks ? (['works'] as const) : []), ...(asksForEffort && !hasEffort ? (['effort'] as const) : [])];
}

/** A line that says something behind the word, or is the head of a table. */
function saysEffort(phase: string): boolean {
  return Array.from(phase.matchAll(ON_EFFORT)).some(([line, behind = '']) => line.startsWith('|') || /[\p{L}\p{N}]/u.test(behind));
}

/** `Move the ledger (2d)`, `Move the ledger – 2d`. */
function endsInEffort(deliverable: string): boolean {
  const [, inside, behind] = /(?:\(([^()]{1,60})\)|[:–—-]\s+([^:–—]{1,60}))\W{0,3}$/u.exec(deliverable.slice(-100)) ?? [];
  return readEffort(inside ?? behind ?? '') !== undefined;
}

function problemOf(phase: Phase, missing: readonly PhasePart[], additions: PhaseAdditions): Problem {
  const edits = additions.edits(missing);
  const title = missing.map((part) => (part === 'works' ? 'what it delivers' : 'how long it takes')).join(' and ');
  return {
    message: `${phaseName(phase)} ${SAYING[missing.length > 1 ? 'both' : (missing[0] ?? 'both')]}`,
    range: phaseHead(phase),
    ...(edits.length > 0 && { fix: { title: `Add ${title}`, edits } }),
  };
}

const SAYING: Readonly<Record<PhasePart | 'both', string>> = {
  works: 'does not say what it delivers: list its files or deliverables.',
  effort: 'does not say how long it takes: add an effort such as "3d" or "2 weeks".',
  both: 'says neither what it delivers nor how long it takes: list its files or deliverables, and add an effort such as "3d" or "2 weeks".',
};
