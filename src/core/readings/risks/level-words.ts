const LEVELS = ['lowest', 'low', 'medium', 'high', 'critical', 'highest'] as const;
/** A level of the scale of four, or an end of the scale of five. */
export type LevelWord = (typeof LEVELS)[number];

/** Words for levels, among them those of other languages. */
const WORDS: Readonly<Record<LevelWord, string>> = {
  lowest: 'rare remote improbable insignificant lowest minimal',
  low: 'low lower negligible minor unlikely slight trivial marginal limited niedrig gering klein unwahrscheinlich faible bas basse bajo baja basso bassa baixo baixa laag låg lav alhainen niski niskie низкий низкая низкое 低 낮음 düşük منخفض',
  medium: 'medium moderate med mid middle average possible occasional mittel mittlere möglich moyen moyenne modéré medio media moderado moderada moderato médio média gemiddeld middel medel średni średnie средний средняя среднее 中 보통 orta متوسط',
  high: 'high higher major likely probable significant serious substantial considerable frequent elevated hoch groß wahrscheinlich élevé élevée fort haut alto alta elevado elevato hoog hög høy høj wysoki wysokie высокий высокая высокое 高 높음 yüksek مرتفع',
  critical: 'critical severe catastrophic extreme existential kritisch critique crítico crítica critico critica kritiek kritisk krytyczny критический критическая критическое kritik 严重 緊急 حرج',
  highest: 'certain inevitable highest maximum',
};

export const LEVEL_WORDS: ReadonlyMap<string, LevelWord> = new Map(LEVELS.flatMap((level) => WORDS[level].split(' ').map((word) => [word, level] as const)));

/** Of these those that begin no text about something else. */
export const PLAIN_WORDS: ReadonlySet<string> = new Set('low medium high critical negligible minor unlikely moderate med possible major likely severe catastrophic'.split(' '));

/** Letters that stand for levels where nothing else does. */
export const SHORT_LEVELS: Readonly<Record<string, LevelWord>> = { l: 'low', lo: 'low', m: 'medium', med: 'medium', mod: 'medium', h: 'high', hi: 'high', c: 'critical', crit: 'critical', vl: 'lowest', vh: 'highest' };
