import { createMarkdownReader, remembering } from '../../../src/core/plan/markdown.ts';

/** One reader for all tests: what one of them has read is known to the next. */
export const read = remembering(createMarkdownReader());
