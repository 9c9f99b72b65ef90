import { listedComponents } from '../lint/listed-components.ts';
import { defineRule, type Problem } from '../lint/rule.ts';
import type { Subject } from '../lint/subject.ts';
import { inWords } from '../lint/wording.ts';
import { foundIn } from '../plan/memory.ts';
import type { Plan } from '../plan/plan.ts';
import type { Value } from '../readings/forms/fields.ts';
import { diagramNodes, type DiagramNode } from '../readings/diagram-nodes.ts';
import { diagramsIn } from '../readings/diagrams.ts';
import { isOpen } from '../readings/forms/open-text.ts';
import { areNamed, isLikePart, isSamePart, partName, wordsIn, WordStems, type PartName } from '../text/part-names.ts';
import { sliceOf, type Range } from '../text/range.ts';

const MOST_DIAGRAMS = 30;
const MOST_NODES = 100;
const MOST_NAMES = 300;
/** People, what others run, and what every system stands on: nobody describes those as parts of this one. */
const OUTSIDE =
  /(?<![\p{L}\p{N}])(?:users?|actors?|clients?|customers?|admin(?:istrator)?s?|operators?|visitors?|guests?|developers?|people|person|team|browsers?|mobile|phones?|devices?|desktop|internet|web ?site|web|ui|frontend|front end|external|third[ -]part(?:y|ies)|3rd party|partners?|vendors?|providers?|upstream|downstream|load ?balancers?|lb|alb|nlb|cdn|dns|waf|firewall|prox(?:y|ies)|ingress|gateways?|router|mesh|caches?|redis|memcached|data ?bases?|dbs?|sql|postgres(?:ql)?|mysql|mongo(?:db)?|queues?|bus|brokers?|topics?|streams?|kafka|rabbitmq|sqs|sns|s3|buckets?|blobs?|storage|files?|disks?|volumes?|kubernetes|k8s|clusters?|nodes?|cloud|aws|azure|gcp|vpc|prometheus|grafana|monitoring|metrics|logs?|logging|traces?|tracing|alerts?|secrets?|vault|smtp|e-?mails?|sms|others?|etc)(?![\p{L}\p{N}])/iu;
/** A box that says what is done, and not who does it. */
const STEP = /^(?:\d+[.)]|step\b|(?:accept|add|apply|approve|authenticate|build|call|cancel|check|choose|click|close|commit|compute|confirm|create|delete|deliver|deploy|detect|emit|enter|fetch|find|generate|get|handle|import|insert|load|log|make|merge|notify|open|parse|persist|place|poll|process|publish|push|read|receive|reject|remove|render|reply|request|retry|return|run|save|select|send|show|sign|start|stop|store|submit|sync|take|transform|trigger|update|upload|use|validate|verify|wait|write)s? )/i;
const OTHER_DRAWINGS = /^(?:|text|txt|ascii|plain|diagram|plantuml|puml|dot|graphviz|d2|structurizr|dsl)$/;
const IMAGE = /!\[[^\]\r\n]{0,300}\][([]|<(?:img|svg|object|iframe)\b/i;

export const diagramNamesKnown = defineRule({
  id: 'diagram-names-known',
  summary: 'Diagrams show the components that the document describes, by their names, and no others.',
  severity: 'information',
  fixable: false,
  *check(subject) {
    if (subject.readings.diagrams.length === 0) return;
    const listed = listedComponents(subject);
    if (listed.names.length < 2) return;
    const components = listed.names.map((place): Component => ({ place, name: partName(place.text) }));
    const drawings = drawingsOf(subject, components);
    if (drawings.length === 0) return;
    if (!listed.isOpen) yield* unknownNodes(subject, drawings, components);
    if (!drawings.some(({ isOpen }) => isOpen)) yield* undrawn(subject, components);
  },
});

interface Component {
  readonly place: Value;
  readonly name: PartName;
}

interface Box {
  readonly place: Value;
  readonly name: PartName;
}

/** A diagram of these components. */
interface Drawing {
  readonly boxes: readonly Box[];
  readonly isOpen: boolean;
}

/** Where fewer than half of the boxes are components, the diagram is about something else. */
function drawingsOf({ readings, plan }: Subject, components: readonly Component[]): readonly Drawing[] {
  return readings.diagrams.slice(0, MOST_DIAGRAMS).flatMap(({ source, content }) => {
    const nodes = diagramNodes(source);
    if (nodes === undefined || nodes.isProcess) return [];
    const boxes = nodes.parts.slice(0, MOST_NODES).map((node) => boxOf(plan.text, node, content.start));
    const own = boxes.filter(({ name }) => !OUTSIDE.test(name.text) && !isBlank(name));
    const known = boxes.filter(({ name }) => components.some((component) => isSamePart(component.name, name)));
    const isAbout = known.length >= 2 && known.length * 2 >= new Set([...own, ...known]).size;
    return isAbout ? [{ boxes: own, isOpen: boxes.some(({ name }) => isBlank(name)) }] : [];
  });
}

/** Without its markup `<name>` is nothing. */
function isBlank({ text }: PartName): boolean {
  return text === '' || isOpen(text);
}

function boxOf(text: string, { start, end }: DiagramNode, offset: number): Box {
  const range = { start: offset + start, end: offset + end };
  const label = sliceOf(text, range);
  return { place: { text: label, range }, name: partName(label) };
}

function* unknownNodes(subject: Subject, drawings: readonly Drawing[], components: readonly Component[]): Iterable<Problem> {
  const seen = new Set<string>();
  let told: string | undefined;
  for (const { place, name } of drawings.flatMap(({ boxes }) => boxes)) {
    if (seen.size >= MOST_NAMES || name.words.length === 0 || seen.has(name.words.join(' ')) || STEP.test(name.text)) continue;
    seen.add(name.words.join(' '));
    if (components.some((component) => isLikePart(component.name, name))) continue;
    told ??= ` ${foundIn(subject.plan, wordsBesideDiagrams).join(' ')} `;
    if (areNamed(name, told)) continue;
    yield { message: `"${inWords(name.text)}" stands in this diagram and nowhere else in the document: describe it as a component, or name it as the component is called that is meant.`, range: place.range };
  }
}

function wordsBesideDiagrams(plan: Plan, piece: Range): readonly string[] {
  const diagrams = diagramsIn(plan, piece);
  const starts = [piece.start, ...diagrams.map(({ range }) => range.end)];
  const words = starts.flatMap((start, index) => wordsIn(plan.text.slice(start, diagrams[index]?.range.start ?? piece.end))).join(' ');
  return words === '' ? [] : [words];
}

/** Where half of the components or more are drawn, the others are left out by mistake. */
function* undrawn({ plan, readings }: Subject, components: readonly Component[]): Iterable<Problem> {
  const sources = readings.diagrams.map(({ source }) => source);
  const others = plan.outline.fences.filter(({ language }) => OTHER_DRAWINGS.test(language)).map(({ content }) => sliceOf(plan.text, content));
  const drawn = new WordStems([...sources, ...others].join('\n'));
  const left = components.filter(({ name }) => name.words.length > 0 && !drawn.hasAnyOf(name));
  // What an image shows, nobody can tell.
  if (left.length * 2 > components.length || IMAGE.test(plan.text)) return;
  for (const { place, name } of left) yield { message: `"${inWords(name.text)}" is in no diagram of this document: draw it where it belongs.`, range: place.range };
}
