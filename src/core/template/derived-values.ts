import type { Values } from './placeholders.ts';

/** What the number of a phase says about the phase before: `{{previous}}` and `{{previous_number}}`. */
export function withDerivedValues(values: Values): Values {
  const number = Number(values['number']);
  if (!Number.isSafeInteger(number) || number < 1) return values;
  if (number === 1) return { previous: 'Project kick-off', ...values };
  return { previous: `Phase ${number - 1} Assessment`, previous_number: String(number - 1), ...values };
}
