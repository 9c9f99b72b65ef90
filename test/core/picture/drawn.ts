import { DEFAULT_SETTINGS, type Settings } from '../../../src/core/lint/settings.ts';
import type { PanelEdit } from '../../../src/core/picture/panel-edit.ts';
import type { Picture } from '../../../src/core/picture/picture.ts';
import type { PictureSource } from '../../../src/core/picture/source.ts';
import { allRules } from '../../../src/core/rules/all.ts';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { checker, kindNamed, PHASE_2 } from '../documents.ts';

/** What stands in a document of a known kind besides, so that only one section is told of. */
export const ARCHITECT = 'plans/architecture-design-b-12-2026-03-01.md';
export const DESIGN = 'docs/architecture/SYSTEM_DESIGN.md';
export const RECORD = 'docs/architecture/ADR-007-store-events-in-a-log.md';

export const NO_CHECKS: Settings = { ...DEFAULT_SETTINGS, rules: Object.fromEntries(allRules.map(({ id }) => [id, 'off' as const])) };

export function sourceOf(text: string, path = PHASE_2, settings: Settings = DEFAULT_SETTINGS): PictureSource {
  return checker.sourceOf(checker.check(text, path, settings));
}

export function drawn(text: string, path = PHASE_2, settings: Settings = DEFAULT_SETTINGS): Picture {
  return checker.draw(checker.check(text, path, settings));
}

/** A whole architect plan as the command writes it, with the state in its record. */
export function architectPlan(state = 'DRAFT'): string {
  const text = scaffold(kindNamed('architect-plan'), { story: 'B-12', name: 'Berths', date: '2026-03-01' }).contents;
  return text.replace(/TO_STATE: .*/, `TO_STATE: ${state}`);
}

/** The text after an edit of the panel; the problem in its place. */
export function after(text: string, edit: PanelEdit): string {
  return 'problem' in edit ? edit.problem : applyEdits(text, edit.edits);
}
