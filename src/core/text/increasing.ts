/** The places of a longest run of ascending numbers, which need not stand next to each other: the least is then out of order. */
export function longestIncreasing(numbers: readonly number[]): ReadonlySet<number> {
  /** For each length the place at which the run of that length with the lowest end ends. */
  const ends: number[] = [];
  const before: (number | undefined)[] = [];
  numbers.forEach((number, place) => {
    const length = lengthBelow(ends, number, numbers);
    before.push(ends[length - 1]);
    ends[length] = place;
  });
  const kept = new Set<number>();
  for (let place = ends.at(-1); place !== undefined; place = before[place]) kept.add(place);
  return kept;
}

/** How long a run can be whose end is below this number. */
function lengthBelow(ends: readonly number[], number: number, numbers: readonly number[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}
