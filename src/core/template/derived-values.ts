import { isNumberName, type Values } from './placeholders.ts';

/**
 * What a number says besides: itself with leading zeros (`{{nnn}}`), and for a phase the one before (`{{previous}}`, `{{previous_number}}`);
 * and a date without its hyphens (`{{compact_date}}`).
 */
export function withDerivedValues(given: Values): Values {
  const values = given['date'] === undefined ? given : { compact_date: given['date'].replaceAll('-', ''), ...given };
  const number = numberIn(values);
  if (number === undefined) return values;
  const padded = Object.fromEntries([2, 3, 4, 5, 6].map((digits) => ['n'.repeat(digits), String(number).padStart(digits, '0')]));
  const same = { ...padded, number: String(number) };
  if (number < 1) return { ...same, ...values };
  if (number === 1) return { ...same, previous: 'Project kick-off', ...values };
  return { ...same, previous: `Phase ${number - 1} Assessment`, previous_number: String(number - 1), ...values };
}

function numberIn(values: Values): number | undefined {
  const written = Object.entries(values).find(([name]) => isNumberName(name))?.[1].trim() ?? '';
  const number = Number(written);
  return /^\d+$/.test(written) && Number.isSafeInteger(number) ? number : undefined;
}
