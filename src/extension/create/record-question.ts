import * as vscode from 'vscode';
import { stateOf } from '../../core/life/records/change-status.ts';
import { shortName } from '../../core/life/records/deeds.ts';
import { titleOf } from '../../core/life/records/index/index-cells.ts';
import { seriesOf } from '../../core/lint/records-around.ts';
import type { RecordEntry } from '../../core/lint/surroundings.ts';
import type { ChosenRecord } from './chosen-record.ts';
import type { Choice, Separator } from './quick-steps.ts';

/** The other records to choose from, by their paths: those of the series first, the newest first. */
export function recordChoices({ own, around }: ChosenRecord): readonly (Choice<string> | Separator)[] {
  const others = around.records.filter(({ path }) => path !== own.path).sort((a, b) => (b.record.number ?? -1) - (a.record.number ?? -1) || (a.path < b.path ? -1 : 1));
  const beside = others.filter(({ path }) => seriesOf(path) === seriesOf(own.path));
  const apart = others.filter((entry) => !beside.includes(entry));
  return [...beside.map(choice), ...(beside.length > 0 && apart.length > 0 ? [separator('in other folders')] : []), ...apart.map(choice)];
}

export function separator(label: string): Separator {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function choice(entry: RecordEntry): Choice<string> {
  return { answer: entry.path, label: `${shortName(entry)} ${titleOf(entry)}`, description: [stateOf(entry) ?? '', entry.path].filter((part) => part !== '').join(' · ') };
}
