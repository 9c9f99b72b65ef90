import { statusName, type StatusName } from '../../readings/records/status-words.ts';

/** The words for the states in one language and one gender; of several the first is the one to write. */
interface Words {
  readonly of: Readonly<Record<StatusName, readonly string[]>>;
  /** Words that tell the language from another one that shares some of these. */
  readonly tells: RegExp | undefined;
}

const PORTUGUESE = /\b(?:não|uma|para|com|são|que)\b|ção|ções/gi;
const ITALIAN = /\b(?:che|della|dei|gli|perché|non|una)\b|zione/gi;
const SWEDISH = /\b(?:och|inte|är|för|som)\b/gi;
const NORWEGIAN = /\b(?:og|ikke|er|for|som|på)\b/gi;
const SAMPLE = 4000;

/** `draft; proposed; accepted; rejected; deprecated; superseded`, with `/` between words for the same. */
const ROWS: readonly (string | readonly [row: string, tells: RegExp])[] = [
  'entwurf; vorgeschlagen/vorschlag; akzeptiert/angenommen/beschlossen/genehmigt; abgelehnt/verworfen; veraltet/überholt; ersetzt/abgelöst',
  'brouillon; proposé; accepté/approuvé/adopté; rejeté/refusé; obsolète/déprécié; remplacé',
  'brouillon; proposée; acceptée/approuvée/adoptée; rejetée/refusée; obsolète/dépréciée; remplacée',
  'borrador; propuesto; aceptado/aprobado; rechazado; obsoleto; reemplazado/sustituido',
  'borrador; propuesta; aceptada/aprobada; rechazada; obsoleta; reemplazada/sustituida',
  ['rascunho; proposto; aceito/aceite/aprovado; rejeitado; descontinuado; substituído', PORTUGUESE],
  ['rascunho; proposta; aceita/aprovada; rejeitada; descontinuada; substituída', PORTUGUESE],
  ['bozza; proposto; accettato/approvato; rifiutato/respinto; deprecato; sostituito', ITALIAN],
  ['bozza; proposta; accettata/approvata; rifiutata/respinta; deprecata; sostituita', ITALIAN],
  'concept; voorgesteld/voorstel; geaccepteerd/aangenomen/goedgekeurd; afgewezen/verworpen; verouderd; vervangen',
  ['utkast; föreslagen/föreslaget; accepterad/accepterat/godkänd; avvisad/avvisat/avslagen; föråldrad/föråldrat; ersatt', SWEDISH],
  ['utkast; foreslått; akseptert/godkjent/vedtatt; avvist; foreldet/utfaset; erstattet', NORWEGIAN],
  'udkast/kladde; foreslået; accepteret/godkendt; afvist; forældet/udfaset; erstattet',
  'luonnos; ehdotettu; hyväksytty; hylätty; vanhentunut; korvattu',
  'szkic; zaproponowana/proponowana; zaakceptowana/przyjęta/zatwierdzona; odrzucona; przestarzała; zastąpiona',
  'szkic; zaproponowany/proponowany; zaakceptowany/przyjęty/zatwierdzony; odrzucony; przestarzały; zastąpiony',
  'koncept; navrženo; přijato/schváleno; zamítnuto/odmítnuto; zastaralé; nahrazeno',
  'черновик; предложено; принято/одобрено/утверждено; отклонено; устарело; заменено',
  'чернетка; запропоновано; прийнято/схвалено; відхилено; застаріло; замінено',
  'taslak; önerildi; kabul edildi/onaylandı; reddedildi; kullanımdan kaldırıldı; değiştirildi',
  '草案; 提案/提案中/提案済み; 承認/承認済み/採用/採択; 却下; 非推奨/廃止; 置換済み/置き換え済み',
  '草稿; 已提议/提议/提议中/提案中; 已接受/接受/已采纳/已批准/已通过; 已拒绝/拒绝/已否决; 已弃用/弃用/已废弃; 已取代/已被取代',
  '草稿; 已提議/提議/提議中; 已接受/接受/已採納/已批准/已通過; 已拒絕/拒絕/已否決; 已棄用/棄用/已廢棄; 已取代/已被取代',
  '초안; 제안됨/제안; 승인됨/승인/채택됨/채택; 거부됨/거절됨/기각; 폐기됨; 대체됨',
  'مسودة; مقترح; مقبول/معتمد; مرفوض; مهمل; مستبدل',
  'טיוטה; הוצע/מוצע; התקבל/אושר; נדחה; הוצא משימוש; הוחלף',
];

const LANGUAGES: readonly Words[] = ROWS.map((each) => {
  const [row, tells] = typeof each === 'string' ? [each, undefined] : each;
  const [draft = [], proposed = [], accepted = [], rejected = [], deprecated = [], superseded = []] = row.split('; ').map((words) => words.split('/'));
  return { of: { draft, proposed, accepted, rejected, deprecated, superseded }, tells };
});

/** English words that are the act itself, and no later step such as "implemented". */
const ACTS: Readonly<Record<StatusName, readonly string[]>> = {
  draft: ['draft'],
  proposed: ['proposed'],
  accepted: ['accepted', 'approved', 'adopted', 'decided', 'agreed'],
  rejected: ['rejected', 'declined'],
  deprecated: ['deprecated', 'obsolete', 'retired'],
  superseded: ['superseded', 'superceded', 'replaced'],
};

/** The state that a status means, in any language that is known here. */
export function stateOfWords(text: string): StatusName | undefined {
  const named = statusName(text);
  if (named !== undefined) return named;
  const words = folded(text);
  return STATES.find((name) => LANGUAGES.some(({ of }) => of[name].includes(words)));
}

const STATES: readonly StatusName[] = ['draft', 'proposed', 'accepted', 'rejected', 'deprecated', 'superseded'];

/** Whether a word says of the act what its English form does, so that another record may use it too. */
export function isAct(name: StatusName, word: string): boolean {
  return ACTS[name].includes(folded(word)) || LANGUAGES.some(({ of }) => of[name].includes(folded(word)));
}

/** The word for a state in the language of another status, which the text around it may tell; nothing for English, and for a language that is not known. */
export function inLanguageOf(text: string, name: StatusName, around: string): string | undefined {
  const languages = languagesOf(folded(text));
  const [first, ...others] = languages;
  const score = ({ tells }: Words): number => (tells === undefined ? 0 : (around.slice(0, SAMPLE).match(tells)?.length ?? 0));
  return others.reduce((best, each) => (best && score(each) > score(best) ? each : best), first)?.of[name][0];
}

/** A word in letters as large as those of another. */
export function inLettersOf(model: string, word: string): string {
  const letters = model.replace(/[^\p{L}]/gu, '');
  if (letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase()) return word.toUpperCase();
  const [first = '', ...rest] = Array.from(word);
  return /^\p{Lu}/u.test(letters) ? first.toUpperCase() + rest.join('') : /^\p{Ll}/u.test(letters) ? first.toLowerCase() + rest.join('') : word;
}

function languagesOf(words: string): readonly Words[] {
  return words === '' ? [] : LANGUAGES.filter(({ of }) => STATES.some((name) => of[name].includes(words)));
}

function folded(text: string): string {
  return text.normalize('NFC').replace(/[^\p{L}\p{M}]+/gu, ' ').trim().toLowerCase();
}
