import type { ReadMarkdown } from '../plan/markdown.ts';
import { readPlan } from '../plan/plan.ts';
import { readPhases, type Phase } from '../readings/phases/phases.ts';
import type { ContractSection } from '../template/kind.ts';
import { fill } from '../template/placeholders.ts';

/** A phase as the template writes it: that is what the phases of documents are asked for. */
export interface PhaseSample {
  /** The sections of the template around it, from the one that is read as phases to the one in whose text it stands. */
  readonly path: readonly ContractSection[];
  /** The text that the values of the phase slice. */
  readonly text: string;
  readonly phase: Phase;
}

const samples = new WeakMap<ContractSection, PhaseSample | 'none'>();

export function phaseSampleIn(contract: ContractSection, read: ReadMarkdown): PhaseSample | undefined {
  const sample = samples.get(contract) ?? sampleIn([contract], read) ?? 'none';
  samples.set(contract, sample);
  return sample === 'none' ? undefined : sample;
}

function sampleIn(path: readonly ContractSection[], read: ReadMarkdown): PhaseSample | undefined {
  const section = path.at(-1);
  if (section === undefined) return undefined;
  // A heading above it, so that its own may be that of a phase.
  const text = `# -\n\n${fill(section.ownText, {}).replace(/^#+/, '##')}\n`;
  const [phase] = readPhases(readPlan(text), { start: 0, end: text.length }, read);
  if (phase) return { path, text, phase };
  for (const child of section.children) {
    const sample = sampleIn([...path, child], read);
    if (sample) return sample;
  }
  return undefined;
}
