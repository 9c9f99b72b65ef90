import type { StatusName } from '../../readings/records/status-words.ts';

type Signs = Readonly<Record<StatusName, string>>;

/** The usual sign for each state, within each family of signs. */
const FAMILIES: readonly Signs[] = [
  { draft: '📝', proposed: '💡', accepted: '✅', rejected: '❌', deprecated: '⚠️', superseded: '♻️' },
  { draft: '⚪', proposed: '🟡', accepted: '🟢', rejected: '🔴', deprecated: '🟠', superseded: '🔵' },
  { draft: '⬜', proposed: '🟨', accepted: '🟩', rejected: '🟥', deprecated: '🟧', superseded: '🟦' },
  { draft: ':memo:', proposed: ':bulb:', accepted: ':white_check_mark:', rejected: ':no_entry:', deprecated: ':warning:', superseded: ':recycle:' },
  { draft: ':white_circle:', proposed: ':yellow_circle:', accepted: ':green_circle:', rejected: ':red_circle:', deprecated: ':orange_circle:', superseded: ':blue_circle:' },
  { draft: '&#x1F4DD;', proposed: '&#x1F4A1;', accepted: '&#x2705;', rejected: '&#x274C;', deprecated: '&#x26A0;', superseded: '&#x267B;' },
];

/** Further signs that tell of a state; any other is an ornament that says nothing of it. */
const ALSO = '☑✔🎉👍🆗🤝✖🚫⛔👎🛑🗑🕸🪦💀📉⌛⏳🔄🔁🔀↪➡⏭📦🗄🤔🚧✏🖊🗳🔍👀💬❓🆕📋🔵⚫🏁✍🌱';
const ALSO_CODED = /^:(?:heavy_check_mark|ballot_box_with_check|ok|tada|\+1|thumbsup|no_entry(?:_sign)?|-1|thumbsdown|wastebasket|hourglass(?:_flowing_sand)?|arrows_counterclockwise|thinking|construction|question|eyes|pencil2?|new):$/;

const PICTURE = '\\p{Extended_Pictographic}\\uFE0F?(?:\\u200D\\p{Extended_Pictographic}\\uFE0F?){0,4}';
const SIGN = `(?:${PICTURE}|:[a-z+-][a-z\\d_+-]{0,40}:|&#x?[\\da-f]{3,7};)`;
const LAST_SIGN = new RegExp(`(${SIGN})[\\s*_]{0,9}$`, 'diu');
const NEXT_SIGN = new RegExp(`^[\\s*_]{1,9}(${SIGN})`, 'diu');

/** A sign beside a status, by its place in the text around it. */
export interface Sign {
  readonly text: string;
  readonly start: number;
}

/** The sign right before the words, or right behind them. */
export function signBefore(lead: string): Sign | undefined {
  return signIn(LAST_SIGN.exec(lead.slice(-80)), Math.max(0, lead.length - 80));
}

export function signBehind(rest: string): Sign | undefined {
  return signIn(NEXT_SIGN.exec(rest.slice(0, 80)), 0);
}

/** The sign for another state in place of this one, in the family it is of; nothing for an ornament. */
export function otherSign(sign: string, to: StatusName, usual: Partial<Signs> = {}): string | undefined {
  if (!tellsState(sign)) return undefined;
  const known = usual[to];
  if (known !== undefined && formOf(known) === formOf(sign)) return known;
  const family = FAMILIES.find((each) => Object.values(each).some((member) => bare(member) === bare(sign))) ?? FAMILIES.find((each) => formOf(each.accepted) === formOf(sign));
  return family?.[to];
}

/** Whether a sign goes with the state rather than with the place where it stands. */
export function tellsState(sign: string): boolean {
  return FAMILIES.some((each) => Object.values(each).some((member) => bare(member) === bare(sign))) || Array.from(ALSO).includes(bare(sign)) || ALSO_CODED.test(sign) || sign.startsWith('&#');
}

function signIn(match: RegExpExecArray | null, offset: number): Sign | undefined {
  const [start, end] = match?.indices?.[1] ?? [];
  return match?.[1] === undefined || start === undefined || end === undefined ? undefined : { text: match[1], start: offset + start };
}

function formOf(sign: string): 'code' | 'entity' | 'picture' {
  return sign.startsWith(':') ? 'code' : sign.startsWith('&#') ? 'entity' : 'picture';
}

/** With and without the sign that asks for a picture it is the same. */
function bare(sign: string): string {
  return sign.replace(/\uFE0F/g, '').toLowerCase();
}
