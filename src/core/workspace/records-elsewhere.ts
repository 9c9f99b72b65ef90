import { seriesOf } from '../lint/records-around.ts';
import type { RecordElsewhere, RecordEntry } from '../lint/surroundings.ts';
import { numberInName } from '../readings/records/record-links.ts';

const MARKDOWN = /\.(?:md|markdown)$/i;

/** The folders in which records are numbered, here and on other branches. */
export function foldersOfSeries(records: readonly RecordEntry[]): readonly string[] {
  return Array.from(new Set(records.map(({ path }) => seriesOf(path))));
}

/** The numbers of the records among the files of other branches; pictures beside records may begin with the same number. */
export function recordsOnBranches(branches: readonly { readonly branch: string; readonly paths: readonly string[] }[]): readonly RecordElsewhere[] {
  return branches.flatMap(({ branch, paths }) =>
    paths.flatMap((path) => {
      const number = MARKDOWN.test(path) ? numberInName(path) : undefined;
      return number === undefined ? [] : [{ number, path, branch }];
    }),
  );
}
