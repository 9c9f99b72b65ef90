import type { Kind } from '../template/kind.ts';
import type { PartName } from './asked-parts.ts';
import { fillFromTemplate } from './fill-from-template.ts';
import { fillFreely } from './fill-freely.ts';
import type { PanelEdit } from './panel-edit.ts';
import type { PictureSource } from './source.ts';

/** Inserts what would fill an empty part: what the template of the kind has there, or of any kind where it is not known. */
export function fillPart(source: PictureSource, part: PartName, kinds: readonly Kind[]): PanelEdit {
  const { plan, subject } = source;
  const edits = subject === undefined ? fillFreely(plan, part, kinds) : fillFromTemplate(source, subject, part);
  if (edits.length > 0) return { edits };
  if (plan.outline.openFrom !== undefined) {
    const line = plan.lines.lineAt(plan.outline.openFrom) + 1;
    return { problem: `What is inserted below line ${line} would be swallowed: a code block or a comment begins there that is never closed. Close it first.` };
  }
  return { problem: 'The template has nothing that could be inserted here: write it by hand.' };
}
