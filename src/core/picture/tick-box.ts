import type { Value } from '../readings/forms/fields.ts';
import type { PanelEdit } from './panel-edit.ts';
import type { PictureSource } from './source.ts';

/** What the reading of checklists takes for a tick: all but white space. */
const TICK = /\S/;

/** Ticks the box whose character stands there, or takes its tick away. Nothing but the box of a gate, a debt or a task is written to. */
export function tickBox({ subject }: PictureSource, box: number, done: boolean): PanelEdit {
  if (subject === undefined) return { problem: 'Groundplan does not know what kind of document this is, and ticks nothing in it: tick the box in the text.' };
  const { gates, debt, tasks } = subject.readings;
  const boxes = [...gates, ...debt, ...tasks].map((each) => each.box);
  const found = boxes.find(({ range }) => range.start === box);
  if (found === undefined) return { problem: 'There is no box at this place any more: the document has changed. Tick it once more where it stands now.' };
  if (TICK.test(found.text) === done) return { edits: [] };
  return { edits: [{ range: found.range, text: done ? tickLike(boxes) : ' ' }] };
}

/** An author who writes a capital letter gets one. */
function tickLike(boxes: readonly Value[]): string {
  const capitals = boxes.filter(({ text }) => text === 'X').length;
  return capitals > boxes.filter(({ text }) => text === 'x').length ? 'X' : 'x';
}
