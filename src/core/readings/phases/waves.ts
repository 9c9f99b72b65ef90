import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import { sliceOf, type Range } from '../../text/range.ts';
import type { Value } from '../forms/fields.ts';
import { headedPieces, titleOf } from '../forms/pieces.ts';
import { headedSteps } from './headed-steps.ts';
import { readHead } from './heads.ts';
import { itemsOf, readBody, valuesOf, worksOf } from './step-bodies.ts';
import { DEPENDS_ON, PARALLEL } from './step-fields.ts';
import { firstToName, type Step } from './steps.ts';
import { unheadedSteps } from './unheaded-steps.ts';
import { wavesInChart } from './wave-chart.ts';
import { wavesInText } from './wave-lines.ts';
import { draftsOf, nameIn, WAVES, wavesNamed, withoutRepeats, type Wave } from './wave.ts';

const PLAIN_LANGUAGES = ['', 'text', 'txt', 'plain', 'plaintext', 'ascii'];

/** The forms in their order: of two that name the same wave the first one counts as a whole. Items count where there is nothing else. */
export function readWaves(plan: Plan, span: Range, read: ReadMarkdown): readonly Wave[] {
  const fences = plan.outline.fences.filter(({ range }) => range.start >= span.start && range.start < span.end);
  const drawn = (languages: readonly string[], readGraph: (source: Value) => readonly Wave[]): readonly Wave[] =>
    once(fences.filter(({ language }) => languages.includes(language)).map(({ content }) => readGraph({ text: sliceOf(plan.text, content), range: content })));
  const pieces = headedPieces(plan, span, read);
  const headed = headedSteps(pieces[0]?.heading ? pieces.slice(1) : pieces, WAVES);
  const { tables, items } = unheadedSteps(pieces, headed, WAVES);
  const waves = once([drawn(PLAIN_LANGUAGES, wavesInText), drawn(['mermaid'], wavesInChart), headed.flatMap(wavesOfStep), once(tables.map((table) => table.flatMap(wavesOfStep)))]);
  return waves.length > 0 ? waves : once(items.map((list) => list.flatMap(wavesOfStep)));
}

function once(lists: readonly (readonly Wave[])[]): readonly Wave[] {
  return firstToName(lists, ({ number }) => number.text);
}

/** A heading, row or item. What is below it may name the single waves of several. */
function wavesOfStep({ head, range, body, pieces }: Step): readonly Wave[] {
  const single = pieces.slice(1).flatMap(({ piece, heading, blocks }) => {
    const inner = heading && readHead(titleOf(piece, heading), WAVES.head);
    return inner ? [{ inner, below: worksOf(readBody(piece, blocks)) }] : [];
  });
  const isParallel = valuesOf(body, PARALLEL).some(({ text }) => /^\W{0,3}(?:yes|true|y|✓|✔|✅)/iu.test(text));
  const stated = wavesNamed([...valuesOf(body, DEPENDS_ON), ...itemsOf(body, DEPENDS_ON)]);
  return draftsOf(head, range).map((wave) => {
    const own = single.find(({ inner }) => inner.numbers.some(({ text }) => text === wave.number.text));
    return { ...wave, name: (own && nameIn(own.inner.title)) ?? wave.name, dependsOn: withoutRepeats([...wave.dependsOn, ...stated]), isParallel: wave.isParallel || isParallel, items: [...worksOf(body), ...(own?.below ?? [])] };
  });
}
