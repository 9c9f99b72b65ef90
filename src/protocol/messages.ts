/** Every message between the editor and the panel's webview. The editor parses what the webview sends: it runs scripts and is not trusted. */
import * as z from 'zod/mini';
import type { PartName } from '../core/picture/asked-parts.ts';
import type { Picture } from '../core/picture/picture.ts';

const PART_NAMES = ['diagrams', 'roadmap', 'waves', 'decisions', 'targets', 'gates', 'risks'] as const satisfies readonly PartName[];

/** Of the document that the panel shows, in the version that it shows. */
const ofDocument = { uri: z.string(), version: z.int() };
const offset = z.int().check(z.nonnegative());
/** A place on the scale of the picture's risks, from the lowest. */
const rank = z.int().check(z.nonnegative(), z.maximum(4));

export const toWebview = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('picture'),
    /** Kept by the webview across reloads, so that the same document is shown again. */
    uri: z.string(),
    version: z.number(),
    picture: z.custom<Picture>(),
    /** Whether the panel stays with this document whatever is looked at elsewhere. */
    locked: z.boolean(),
  }),
  /** There is nothing to draw; the sentence says why and what to do. */
  z.object({ type: z.literal('nothing'), message: z.string() }),
  /** The editor was scrolled to this place, or its cursor put there. */
  z.object({ type: z.literal('follow'), ...ofDocument, by: z.enum(['scroll', 'cursor']), start: offset, end: offset }),
  /** Write yourself out as a page that stands alone, in this style. */
  z.object({ type: z.literal('export'), style: z.string() }),
]);
export type ToWebview = z.infer<typeof toWebview>;

/** More than any document has; what is larger is no picture of ours. */
const MOST_CHARACTERS = 100_000_000;
const file = z.strictObject({
  /** Without a folder or an ending. */
  name: z.string().check(z.maxLength(200)),
  format: z.enum(['svg', 'png', 'csv', 'md', 'html']),
  /** The text, or base64 for png. */
  content: z.string().check(z.maxLength(MOST_CHARACTERS)),
});
export type PanelFile = z.infer<typeof file>;

export const fromWebview = z.discriminatedUnion('type', [
  /** Sent once the webview listens, also after it was restored: the answer is the whole state. */
  z.strictObject({ type: z.literal('ready') }),
  /** Select this span of the document; as all that names a version, dropped when the panel shows another document by now, or that one has moved on. */
  z.strictObject({ type: z.literal('reveal'), ...ofDocument, start: offset, end: offset }),
  /** Go to what this node of the diagram that begins there stands for. */
  z.strictObject({ type: z.literal('find'), ...ofDocument, diagram: offset, label: z.string().check(z.maxLength(500)) }),
  /** The panel was scrolled to this place. */
  z.strictObject({ type: z.literal('scrolled'), ...ofDocument, start: offset }),
  /** Give the risk that begins there these levels: those it has, or those it has once mitigated. */
  z.strictObject({
    type: z.literal('rate'),
    ...ofDocument,
    risk: offset,
    probability: z.optional(rank),
    impact: z.optional(rank),
    when: z.enum(['now', 'mitigated']),
  }),
  /** Tick the box that stands there, or take the tick away. */
  z.strictObject({ type: z.literal('tick'), ...ofDocument, box: offset, done: z.boolean() }),
  /** Insert what would fill an empty part. */
  z.strictObject({ type: z.literal('fill'), ...ofDocument, part: z.enum(PART_NAMES) }),
  /** Write the risks into the document as a diagram, for places without Groundplan. */
  z.strictObject({ type: z.literal('chart'), ...ofDocument }),
  /** Something could not be done, in a sentence. */
  z.strictObject({ type: z.literal('problem'), message: z.string().check(z.maxLength(500)) }),
  z.strictObject({ type: z.literal('lock'), locked: z.boolean() }),
  z.strictObject({ type: z.literal('copy'), text: z.string().check(z.maxLength(MOST_CHARACTERS)) }),
  /** One file is asked a place for; several go into one folder. */
  z.strictObject({ type: z.literal('save'), files: z.array(file).check(z.minLength(1), z.maxLength(1000)) }),
]);
export type FromWebview = z.infer<typeof fromWebview>;
