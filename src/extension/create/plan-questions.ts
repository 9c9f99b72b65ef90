import type * as vscode from 'vscode';
import type { AskedKey } from '../../core/life/plans/transition-record.ts';
import { judgeDate } from '../../core/text/dates.ts';
import type { PlanSession } from '../plan-session.ts';
import { today } from '../today.ts';
import { authorFor } from './author.ts';
import { askForText, type Answer, type Step, type StepPlace } from './quick-steps.ts';

const ISO = /^\d{4}-\d{2}-\d{2}$/;

/** A question that is answered by a few words. */
export function textStep(name: string, prompt: string, { value = '', canBeEmpty = false }: { readonly value?: string; readonly canBeEmpty?: boolean } = {}): Step {
  return {
    name,
    ask: (place: StepPlace): Promise<Answer> =>
      askForText(place, { value, prompt: () => prompt, problem: (text) => (canBeEmpty || text.trim() !== '' ? undefined : 'Write a few words, or press Escape to cancel.') }),
  };
}

/** Who does it: the author by the settings, else as Git knows them. */
export async function whoStep(session: PlanSession, folder: vscode.Uri, prompt: string): Promise<Step> {
  return textStep('who', prompt, { value: (await authorFor(folder, session.settingsFor(folder).author)) ?? '' });
}

export function dayStep(prompt: string): Step {
  return {
    name: 'day',
    ask: (place: StepPlace): Promise<Answer> =>
      askForText(place, { value: today(), prompt: () => prompt, problem: (text) => (ISO.test(text.trim()) && judgeDate(text.trim()) === 'date' ? undefined : 'Write the day as year, month and day, such as 2026-03-01.') }),
  };
}

const PROMPTS: Readonly<Record<AskedKey, string>> = {
  summary: 'What was designed, in one sentence?',
  'next steps': 'What begins next?',
  'follow up': 'What is still to do, by whom and until when? As in "Review with the port - owner=Ada - due=2026-04-01"; empty for nothing.',
};

export function recordStep(key: AskedKey): Step {
  return textStep(key, PROMPTS[key], { canBeEmpty: key === 'follow up' });
}
