import type { Value } from '../readings/forms/fields.ts';

/** What stands on a line before the value of a field: `- **Effort**: `, `Effort: `. */
export interface FieldLead {
  readonly before: string;
  readonly name: string;
  readonly behind: string;
}

const LEAD = /^([ \t]*(?:(?:[-*+]|\d{1,3}[.)])[ \t]+)?(?:\*\*|__)?)([\p{L}\p{N}][^*_|:\r\n[\]`]{0,60}?)((?::(?:\*\*|__)|(?:\*\*|__)?[ \t]{0,4}:)[ \t]*)$/u;
const BULLET = /^[ \t]*[-*+][ \t]+(?:\[[ xX]\][ \t]+)?$/;
const LONGEST = 200;

export function fieldLead(line: string): FieldLead | undefined {
  const [, before, name, behind] = LEAD.exec(line.slice(0, LONGEST)) ?? [];
  return line.length > LONGEST || before === undefined || name === undefined || behind === undefined ? undefined : { before, name, behind };
}

/** What stands before a value on its line, where that is a field, or the first item of a list below no words of its own. */
export function leadOf(text: string, { range }: Value): string | undefined {
  const above = text.slice(Math.max(0, range.start - LONGEST), range.start);
  const [line = ''] = /[^\r\n]*$/.exec(above) ?? [];
  const lead = line.replace(/[`]$/, '');
  if (fieldLead(lead)) return lead;
  const before = above.slice(0, above.length - line.length).trimEnd();
  return BULLET.test(line) && /(?:^|[\r\n])#{1,6}[ \t][^\r\n]*$/.test(before) ? line : undefined;
}

/** The same form with another name. */
export function renamed(lead: string, name: string): string | undefined {
  const form = fieldLead(lead);
  return form && form.before + name + form.behind;
}
