import type { TextEdit } from '../text/edits.ts';

/** What a wish of the panel changes in the document, or why it cannot be done, in a sentence. */
export type PanelEdit = { readonly edits: readonly TextEdit[] } | { readonly problem: string };
