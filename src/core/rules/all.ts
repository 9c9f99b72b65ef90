import type { Rule } from '../lint/rule.ts';
import { requiredRisks } from './required-risks.ts';
import { requiredSections } from './required-sections.ts';

/** Every rule, in the order of the documentation. */
export const allRules: readonly Rule[] = [requiredSections, requiredRisks];
