import { isRecordKind, type ContractSection, type Kind } from '../template/kind.ts';
import { baseName } from '../template/file-name.ts';
import { isNumberName, splitAtPlaceholders } from '../template/placeholders.ts';

/** The value with which a template lists the phases of a build. */
const PHASES = 'phase_table';

/** Of such plans one follows the other by their numbers: their file name has one. */
export function isOfSeries(kind: Kind): boolean {
  return !isRecordKind(kind) && splitAtPlaceholders(baseName(kind.file)).names.some(isNumberName);
}

const leading = new WeakMap<ContractSection, boolean>();

/** Whether such a plan lists the phases that follow each other. */
export function leadsSeries({ root }: Kind): boolean {
  const known = leading.get(root) ?? holdsPhases(root);
  leading.set(root, known);
  return known;
}

function holdsPhases({ from, children }: ContractSection): boolean {
  return from === PHASES || children.some(holdsPhases);
}
