import { plainTitle } from '../plan/titles.ts';
import { asksFor, type PartName } from './asked-parts.ts';
import { drawDecisions, type DecisionPicture } from './decisions.ts';
import { drawDiagrams, type DiagramPicture } from './diagrams.ts';
import { drawGates, type GateGroup } from './gates.ts';
import { drawReadiness, type Readiness } from './readiness.ts';
import { drawRisks, type RiskPicture } from './risks.ts';
import { drawRoadmap, drawWaves, type StepsPicture } from './steps.ts';
import type { PictureSource } from './source.ts';
import { drawTargets, type TargetGroup } from './targets.ts';

/** What the panel draws: plain data, complete in itself, with the place of every item in the document. */
export interface Picture {
  readonly title: string;
  /** The name of the kind of document, where it is known. */
  readonly kind: string | undefined;
  /** Why it is taken for that kind, in a sentence. */
  readonly reason: string | undefined;
  /** The parts that a document of this kind has: those of them that are empty say what to write. */
  readonly asked: readonly PartName[];
  readonly readiness: Readiness | undefined;
  readonly diagrams: readonly DiagramPicture[];
  readonly roadmap: StepsPicture;
  readonly waves: StepsPicture;
  readonly decisions: readonly DecisionPicture[];
  readonly targets: readonly TargetGroup[];
  readonly gates: readonly GateGroup[];
  readonly risks: RiskPicture;
}

export function drawPicture(source: PictureSource): Picture {
  const { plan, subject } = source;
  return {
    title: plainTitle(plan.title?.heading.title ?? ''),
    kind: subject?.kind.name,
    reason: subject?.recognition.reason,
    asked: asksFor(subject?.kind),
    readiness: drawReadiness(source),
    diagrams: drawDiagrams(source),
    roadmap: drawRoadmap(source),
    waves: drawWaves(source),
    decisions: drawDecisions(source),
    targets: drawTargets(source),
    gates: drawGates(source),
    risks: drawRisks(source),
  };
}
