import type { RiskDot, RiskPicture } from './risks.ts';
import { severityOf } from './severity.ts';

/** The matrix of risks as a table of HTML, for pages that cannot run the panel; nothing where no risk has both its levels. */
export function riskTable({ scale, risks }: RiskPicture): string | undefined {
  const at = (impact: number, probability: number): readonly RiskDot[] => risks.filter((risk) => risk.impact?.rank === impact && risk.probability?.rank === probability);
  if (!risks.some(({ impact, probability }) => scale[impact?.rank ?? -1] !== undefined && scale[probability?.rank ?? -1] !== undefined)) return undefined;
  const rows = scale.map((name, impact) => {
    const cells = scale.map((_, probability) => `<td class="groundplan-${severityOf((impact + probability) / 2, scale.length)}">${at(impact, probability).map(dot).join(' ')}</td>`);
    return `<tr><th scope="row">${escaped(name)}</th>${cells.join('')}</tr>`;
  });
  const names = scale.map((name) => `<th scope="col">${escaped(name)}</th>`).join('');
  return [
    '<table class="groundplan-matrix">',
    '<caption>Risks by impact (rows) and probability (columns)</caption>',
    `<tbody>${rows.reverse().join('')}</tbody>`,
    `<tfoot><tr><td></td>${names}</tr></tfoot>`,
    '</table>',
  ].join('\n');
}

function dot({ number, name, mitigation }: RiskDot): string {
  const isMitigated = mitigation !== undefined && mitigation.trim() !== '';
  return `<span class="groundplan-risk${isMitigated ? ' groundplan-mitigated' : ''}" title="${escaped(name)}">${number}</span>`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
