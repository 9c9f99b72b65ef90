/** How grave a risk is: not one of its levels, but what follows from both. */
export type Severity = 'low' | 'medium' | 'high' | 'critical';

/** Quarters of the way from the lowest level to the highest; the level may lie between two. */
export function severityOf(level: number, levels: number): Severity {
  const share = levels < 2 ? 0.5 : level / (levels - 1);
  if (share <= 0.25) return 'low';
  if (share <= 0.5) return 'medium';
  return share <= 0.75 ? 'high' : 'critical';
}
