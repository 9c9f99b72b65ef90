const UNIT = String.raw`(?:hours?|hrs?|days?|weeks?|wks?|months?|quarters?|years?|sprints?|points?|pts)`;
const TIMES = [
  new RegExp(String.raw`(?<![\p{L}\p{N}])${UNIT}(?![\p{L}\p{N}])`, 'iu'),
  /[\d}]\s?(?:h|d|w|wk|pd|sp|pts)(?![\p{L}\p{N}])/u,
  /(?<![\p{L}\p{N}])(?:Q[1-4]|H[12]|(?:19|20)\d\d)(?![\p{L}\p{N}])/u,
  /\((?:X{0,3}[SL]|[SML])\)/,
];
const LONGEST = 500;

/** Whether a title tells how long something takes, or when it is done: `Data – ~3h`, `Foundation (Weeks 1-4)`, `Launch (Q3)`, `Rest (M)`. */
export function tellsTime(title: string): boolean {
  const text = title.slice(0, LONGEST);
  return TIMES.some((pattern) => pattern.test(text));
}
