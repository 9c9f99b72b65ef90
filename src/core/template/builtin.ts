import adrDecision from '../../../snippets/templates/adr-decision.md';
import adrMadr from '../../../snippets/templates/adr-madr.md';
import adrNygard from '../../../snippets/templates/adr-nygard.md';
import architectPlan from '../../../snippets/templates/architect-plan.md';
import architecturalPlan from '../../../snippets/templates/architectural-plan.md';
import masterPlan from '../../../snippets/templates/master-plan.md';
import phasePlan from '../../../snippets/templates/phase-plan.md';
import systemDesign from '../../../snippets/templates/system-design.md';
import taskBreakdown from '../../../snippets/templates/task-breakdown.md';
import useCasePlan from '../../../snippets/templates/use-case-plan.md';
import { readTemplate, type Kind } from './kind.ts';

/** In the order in which they are offered. */
const TEMPLATES: readonly string[] = [architecturalPlan, architectPlan, masterPlan, phasePlan, useCasePlan, systemDesign, adrNygard, adrMadr, adrDecision, taskBreakdown];

/** The kinds that come with Groundplan. */
export function builtinKinds(): readonly Kind[] {
  return TEMPLATES.map((text) => {
    const { kind, problems } = readTemplate(text);
    if (kind === undefined) throw new Error(`A template of Groundplan itself is broken: ${problems.map(({ message }) => message).join(' ')}`);
    return kind;
  });
}
