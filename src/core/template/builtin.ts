import phasePlan from '../../../snippets/templates/phase-plan.md';
import { readTemplate, type Kind } from './kind.ts';

const TEMPLATES: readonly string[] = [phasePlan];

/** The kinds that come with Groundplan. */
export function builtinKinds(): readonly Kind[] {
  return TEMPLATES.map((text) => {
    const { kind, problems } = readTemplate(text);
    if (kind === undefined) throw new Error(`A template of Groundplan itself is broken: ${problems.map(({ message }) => message).join(' ')}`);
    return kind;
  });
}
