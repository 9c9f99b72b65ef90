/** Words for levels that authors use together: lowest of five, low, medium, high, critical, highest of five. What has none is empty. */
export const SERIES: readonly (readonly string[])[] = [
  'very low|low|medium|high|critical|very high',
  'very low|low|moderate|high|critical|very high',
  'very low|low|medium|high|severe|very high',
  'very low|low|med|high|crit|very high',
  'rare|unlikely|possible|likely||almost certain',
  'remote|unlikely|possible|probable||almost certain',
  'improbable|unlikely|occasional|frequent||certain',
  'insignificant|minor|moderate|major|severe|catastrophic',
  'insignificant|marginal|moderate|serious|critical|catastrophic',
  'vl|l|m|h|c|vh',
  'sehr niedrig|niedrig|mittel|hoch|kritisch|sehr hoch',
  'sehr gering|gering|mittel|hoch|kritisch|sehr hoch',
  '|unwahrscheinlich|möglich|wahrscheinlich||',
  'très faible|faible|moyen|élevé|critique|très élevé',
  'très faible|faible|moyenne|élevée|critique|très élevée',
  'très faible|faible|modéré|fort|critique|très fort',
  'muy bajo|bajo|medio|alto|crítico|muy alto',
  'muy baja|baja|media|alta|crítica|muy alta',
  'molto basso|basso|medio|alto|critico|molto alto',
  'molto bassa|bassa|media|alta|critica|molto alta',
  'muito baixo|baixo|médio|alto|crítico|muito alto',
  'muito baixa|baixa|média|alta|crítica|muito alta',
  'zeer laag|laag|gemiddeld|hoog|kritiek|zeer hoog',
  '|låg|medel|hög|kritisk|',
  '|lav|middel|høy|kritisk|',
  '|lav|middel|høj|kritisk|',
  '|niski|średni|wysoki|krytyczny|',
  '|niskie|średnie|wysokie||',
  '|низкий|средний|высокий|критический|',
  '|низкая|средняя|высокая|критическая|',
  '|низкое|среднее|высокое|критическое|',
  '|低|中|高||',
  '|낮음|보통|높음||',
  '|düşük|orta|yüksek|kritik|',
  '|منخفض|متوسط|مرتفع|حرج|',
].map((line) => line.split('|'));

/** The word for a level in the series to which most of these words belong, and in doubt most of the others; nothing where they belong to none, or it has none. */
export function wordInSeries(words: readonly string[], others: readonly string[], rank: number, levels: number): string | undefined {
  const countIn = (series: readonly string[], used: readonly string[]): number => used.filter((word) => series.includes(word.toLowerCase())).length;
  let best: { readonly series: readonly string[]; readonly count: number } | undefined;
  for (const series of SERIES) {
    const count = countIn(series, words) * (others.length + 1) + countIn(series, others);
    if (count > (best?.count ?? 0)) best = { series, count };
  }
  const [lowest, low, medium, high, critical, highest] = best?.series ?? [];
  const names = levels === 5 ? [lowest, low, medium, high, highest === '' ? critical : highest] : [low, medium, high, critical];
  return names[rank] === '' ? undefined : names[rank];
}

/** Words that say how likely something is, or how bad, and make no sense of the other. */
export const OF_ONE_AXIS = new Set(
  'rare remote improbable unlikely possible occasional likely probable frequent certain unwahrscheinlich möglich wahrscheinlich insignificant negligible minor marginal serious major severe catastrophic'.split(' '),
);
