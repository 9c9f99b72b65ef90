// The pictures of the walkthrough, drawn from the example plans in the colours of whatever theme the editor has.
import { handOffPrompt } from '../../src/core/life/plans/hand-off.ts';
import { handOffRoles } from '../../src/core/life/plans/hand-off-roles.ts';
import type { Subject } from '../../src/core/lint/subject.ts';
import { transitionStatesOf } from '../../src/core/template/choices.ts';
import { ExplainedError } from '../program.ts';
import { ACCENT, BLUE, box, CARD, card, EDGE, FAINT, GREEN, INK, line, PAPER, patch, picture, RED, squiggle, text, widthOf, YELLOW } from './walkthrough-canvas.ts';
import { checker, DESIGN, example, MASTER, plain, PLAN, RECORDS, UNFINISHED, withoutOneSection } from './walkthrough-examples.ts';
import { riskMatrix } from './walkthrough-matrix.ts';

export function walkthroughPictures(): readonly { readonly file: string; readonly contents: string }[] {
  const drawn = { write, mend, draw, rate: riskMatrix, record, forward, freeze, handover };
  return Object.entries(drawn).map(([name, make]) => ({ file: `media/walkthrough/${name}.svg`, contents: make() }));
}

/** The list of kinds, as the editor asks for one. */
function write(): string {
  const kinds = checker.kinds.slice(0, 5);
  const rows = kinds.flatMap(({ name, description }, index) => {
    const y = 74 + index * 43;
    return [...(index === 0 ? [patch(47, y - 18, 386, 40, ACCENT, 0.25), `<rect x="47" y="${y - 18}" width="386" height="40" rx="3" stroke="${ACCENT}"/>`] : []), text(60, y, name, { isBold: true }), text(60, y + 16, description, { colour: FAINT, size: 11, width: 365 })];
  });
  return picture(card(40, 14, 400, 272), card(48, 22, 384, 26, PAPER, ACCENT), line([57, 28], [57, 42], INK), ...rows);
}

/** A plan that lacks a section, and the fix that writes it. */
function mend(): string {
  const { plan, findings } = withoutOneSection(PLAN);
  const finding = findings.find(({ severity, fix }) => severity === 'error' && fix !== undefined);
  if (finding?.fix === undefined) throw new ExplainedError(`examples/${PLAN} without one of its sections has nothing that can be mended.`);
  const marked = `## ${plain(plan.text.slice(finding.range.start, finding.range.end).replace(/^#+ /, ''))}`;
  return picture(
    card(20, 24, 440, 252, PAPER),
    ...[1, 2, 3].map((each) => text(34, 34 + each * 20, String(each), { colour: FAINT, isFixed: true })),
    text(60, 54, marked, { colour: BLUE, isBold: true, isFixed: true }),
    squiggle(60, 60, Math.min(390, widthOf(marked, true)), RED),
    card(60, 92, 388, 56),
    text(74, 115, finding.message, { width: 362 }),
    text(74, 135, `groundplan(${finding.rule})`, { colour: FAINT, size: 11 }),
    `<path d="M40 172 a7 7 0 1 1 8 0 v4 h-8z M41 179 h6" fill="${YELLOW}" stroke="${YELLOW}"/>`,
    card(60, 162, 388, 88),
    text(74, 182, 'Quick Fix', { colour: FAINT, size: 11 }),
    patch(64, 190, 380, 26, ACCENT, 0.25),
    `<rect x="64" y="190" width="380" height="26" rx="3" stroke="${ACCENT}"/>`,
    text(74, 207, finding.fix.title, { width: 362 }),
    text(74, 236, 'Fix all of Groundplan in this document', { width: 362 }),
  );
}

/** The text of a plan, and its phases as bars beside it. */
function draw(): string {
  const { steps } = checker.draw(example(MASTER)).roadmap;
  const lines = example(MASTER).plan.text.split('\n').filter((each) => /^\w|^#/.test(each)).slice(0, 11);
  const bars = steps.slice(0, 4).flatMap(({ label = '', title = '' }, index) => {
    const y = 96 + index * 44;
    const x = 254 + index * 44;
    return [
      text(254, y - 6, [label, plain(title)].filter((each) => each !== '').join(': '), { size: 11, width: 190 }),
      patch(x, y, 62, 14, index === 0 ? GREEN : BLUE, index === 0 ? 0.9 : 0.6),
    ];
  });
  return picture(
    card(14, 24, 216, 252, PAPER),
    ...lines.map((each, index) => text(26, 50 + index * 20, each, { colour: each.startsWith('#') ? BLUE : INK, size: 10, isFixed: true, isBold: each.startsWith('#'), width: 196 })),
    card(238, 24, 228, 252, CARD),
    text(254, 52, plain(example(MASTER).plan.title?.heading.title ?? ''), { isBold: true, width: 196 }),
    line([254, 64], [450, 64], EDGE),
    ...bars,
  );
}

/** Records below their status. */
function record(): string {
  const rows = RECORDS.flatMap((file, index) => {
    const { plan, subject } = example(file);
    const colour = [BLUE, GREEN, FAINT][index] ?? FAINT;
    const y = 54 + index * 76;
    return [
      text(54, y, plain(subject?.readings.status?.value.text ?? '').split(' ')[0] ?? '', { colour: FAINT }),
      card(54, y + 10, 374, 44, PAPER),
      `<circle cx="76" cy="${y + 32}" r="8" stroke="${colour}" stroke-width="2"/>`,
      ...(index === 1 ? [`<path d="M72 ${y + 32} l3 3 l5 -6" stroke="${colour}" stroke-width="2"/>`] : []),
      text(96, y + 37, `${file.match(/\d{4}/)?.[0] ?? ''}  ${plain(plan.title?.heading.title ?? '')}`, { width: 320 }),
    ];
  });
  return picture(card(34, 24, 412, 252), ...rows);
}

/** The states of a plan, and the gates before the next. */
function forward(): string {
  const { subject } = example(DESIGN);
  const states = subject ? transitionStatesOf(subject.kind.root) : [];
  const gates = checker.draw(example(DESIGN)).gates.flatMap((group) => group.gates).slice(0, 5);
  const boxes = states.slice(0, 3).flatMap((state, index) => {
    const x = 30 + index * 150;
    const isNow = index === 1;
    return [card(x, 30, 118, 40, isNow ? PAPER : CARD, isNow ? ACCENT : EDGE), text(x + 59, 55, state, { anchor: 'middle', isBold: isNow, width: 110 }), ...(index < 2 ? [line([x + 120, 50], [x + 146, 50], FAINT), `<path d="M${x + 141} 45 l6 5 l-6 5" stroke="${FAINT}" stroke-width="1.5"/>`] : [])];
  });
  return picture(
    ...boxes,
    card(30, 92, 418, 184),
    ...gates.flatMap(({ text: said, state }, index) => [box(48, 112 + index * 33, state === 'done'), text(72, 123 + index * 33, plain(said), { colour: state === 'done' ? INK : FAINT, width: 360 })]),
  );
}

/** What the command line says of a plan. */
function freeze(): string {
  const { plan, findings } = example(UNFINISHED);
  const shown = findings.slice(0, 4).flatMap(({ range, severity, message, rule }, index) => {
    const { line: row, column } = plan.lines.positionAt(range.start);
    const y = 92 + index * 44;
    const colour = severity === 'error' ? RED : severity === 'warning' ? YELLOW : BLUE;
    return [text(34, y, `${row + 1}:${column + 1}`, { colour: FAINT, size: 11, isFixed: true }), text(90, y, severity, { colour, size: 11, isFixed: true }), text(180, y, rule, { colour: FAINT, size: 11, isFixed: true }), text(90, y + 17, message, { size: 11, width: 350 })];
  });
  return picture(card(20, 20, 440, 260, PAPER), text(34, 46, '$ groundplan lint', { isFixed: true, isBold: true }), text(34, 68, UNFINISHED, { colour: BLUE, size: 11, isFixed: true }), ...shown);
}

/** What the next one is given to read. */
function handover(): string {
  const lines = handOffLines(example(PLAN).subject);
  return picture(
    card(20, 20, 440, 260),
    ...lines.map((each, index) => text(36, 48 + index * 20, each, { size: 11.5, isBold: /^[^-].*:$/.test(each), colour: each.startsWith('-') ? INK : FAINT, width: 408 })),
  );
}

function handOffLines(subject: Subject | undefined): readonly string[] {
  const [role] = subject ? handOffRoles(subject) : [];
  if (subject === undefined || role === undefined) throw new ExplainedError(`examples/${PLAN} cannot be handed over any more.`);
  return handOffPrompt(subject, role).split('\n').filter((each) => each !== '').slice(0, 12);
}
