import { RiskAdditions } from '../lint/risk-additions.ts';
import { isNamed, lacking } from '../lint/risk-names.ts';
import { fieldsAsked, riskSample } from '../lint/risk-samples.ts';
import { isForHighRisks, isHighRisk, lackedBy } from '../lint/risk-shares.ts';
import { defineRule } from '../lint/rule.ts';

export const requiredContingency = defineRule({
  id: 'required-contingency',
  summary: 'A high or critical risk has the owner and the contingency that the template asks for.',
  severity: 'warning',
  fixable: true,
  *check(subject) {
    const risks = subject.readings.risks.filter((risk) => isNamed(risk) && isHighRisk(risk));
    if (risks.length === 0) return;
    const sample = riskSample(subject);
    const asked = fieldsAsked(sample).map(({ name }) => name).filter((name) => isForHighRisks(name, sample));
    const additions = new RiskAdditions(subject, sample);
    for (const risk of risks) {
      const missing = lackedBy(risk, asked);
      if (missing.length > 0) yield lacking(risk, missing, additions.edits(risk, missing), 'ranks high and ');
    }
  },
});
