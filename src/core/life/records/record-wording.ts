import type { RecordEntry } from '../../lint/surroundings.ts';
import { inWords } from '../../lint/wording.ts';
import { baseName } from '../../template/file-name.ts';

/** A record within a sentence: by its number, else by its title or its file. */
export function called({ path, record }: RecordEntry): string {
  return record.number === undefined ? `"${inWords(record.title?.text ?? baseName(path))}"` : `record ${record.number}`;
}

export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
