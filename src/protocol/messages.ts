/** Every message between the editor and the panel's webview. The editor parses what the webview sends: it runs scripts and is not trusted. */
import * as z from 'zod/mini';
import type { Picture } from '../core/readings/picture.ts';

export const toWebview = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('picture'),
    /** Kept by the webview across reloads, so that the same document is shown again. */
    uri: z.string(),
    version: z.number(),
    picture: z.custom<Picture>(),
  }),
  /** There is nothing to draw; the sentence says why and what to do. */
  z.object({ type: z.literal('nothing'), message: z.string() }),
]);
export type ToWebview = z.infer<typeof toWebview>;

export const fromWebview = z.discriminatedUnion('type', [
  /** Sent once the webview listens, also after it was restored: the answer is the whole state. */
  z.strictObject({ type: z.literal('ready') }),
  /** Select this span of the document; dropped when the panel shows another one by now, or the document has moved on from that version. */
  z.strictObject({
    type: z.literal('reveal'),
    uri: z.string(),
    version: z.int(),
    start: z.int().check(z.nonnegative()),
    end: z.int().check(z.nonnegative()),
  }),
]);
export type FromWebview = z.infer<typeof fromWebview>;
