import * as vscode from 'vscode';
import type { StatusName } from '../../core/readings/records/status-words.ts';
import type { Row } from '../../core/workspace/overview.ts';

/** More rows than this are unfolded by whoever wants to see them. */
const MOST_UNFOLDED = 30;
const UNFOLDED: readonly string[] = ['plans', 'records'];

const GROUP_ICONS: Readonly<Record<string, string>> = { plans: 'project', records: 'law', findings: 'warning', orphans: 'debug-disconnect', broken: 'link', duplicates: 'versions' };
const KIND_ICONS: Readonly<Record<string, string>> = {
  'master-plan': 'map',
  'phase-plan': 'milestone',
  'architect-plan': 'type-hierarchy',
  'architectural-plan': 'layers',
  'system-design': 'server-process',
  'use-case-plan': 'account',
  'task-breakdown': 'checklist',
};
const STATE_ICONS: Readonly<Record<StatusName, readonly [icon: string, color: string | undefined]>> = {
  draft: ['edit', undefined],
  proposed: ['question', 'charts.blue'],
  accepted: ['pass', 'charts.green'],
  rejected: ['circle-slash', 'charts.red'],
  deprecated: ['archive', 'descriptionForeground'],
  superseded: ['replace-all', 'descriptionForeground'],
};

/** A row as the editor shows it; its tooltip is made when it is looked at. */
export function rowItem(row: Row, uri: vscode.Uri | undefined): vscode.TreeItem {
  const item = new vscode.TreeItem(row.label, collapsibleState(row));
  item.id = row.id;
  if (row.description !== '') item.description = row.description;
  item.iconPath = iconOf(row);
  item.contextValue = contextOf(row);
  item.accessibilityInformation = { label: spoken(row) };
  if (uri !== undefined && row.place !== undefined) item.command = { title: 'Open', command: 'vscode.open', arguments: [uri, optionsFor(row)] };
  if (row.sort === 'link') item.tooltip = `${row.label} leads nowhere. It stands in ${row.place?.path ?? ''}, line ${(row.place?.at?.line ?? 0) + 1}.`;
  return item;
}

function collapsibleState({ id, sort, children }: Row): vscode.TreeItemCollapsibleState {
  if (children.length === 0) return vscode.TreeItemCollapsibleState.None;
  const isUnfolded = UNFOLDED.includes(id) || (UNFOLDED.some((group) => id.startsWith(`${group} `)) && children.length <= MOST_UNFOLDED) || sort === 'document';
  return isUnfolded ? vscode.TreeItemCollapsibleState.Expanded : vscode.TreeItemCollapsibleState.Collapsed;
}

/** An open document stays where its reader is, unless a place in it was chosen. */
function optionsFor({ place }: Row): vscode.TextDocumentShowOptions {
  const at = place?.at;
  return at ? { selection: new vscode.Range(at.line, at.column, at.line, at.column) } : {};
}

function iconOf({ id, sort, entry }: Row): vscode.ThemeIcon {
  if (sort === 'group') return new vscode.ThemeIcon(GROUP_ICONS[id] ?? 'folder');
  if (sort === 'link') return new vscode.ThemeIcon('link', new vscode.ThemeColor('problemsWarningIcon.foreground'));
  if (entry === undefined) return new vscode.ThemeIcon('markdown');
  const [icon, color] = (entry.state?.name && STATE_ICONS[entry.state.name]) ?? ['note', undefined];
  const named = entry.isRecord ? icon : (KIND_ICONS[entry.kind] ?? 'notebook');
  return color === undefined ? new vscode.ThemeIcon(named) : new vscode.ThemeIcon(named, new vscode.ThemeColor(color));
}

/** What menus ask: `document record accepted`, `document plan phase-plan`. */
function contextOf({ sort, entry }: Row): string {
  if (sort !== 'document' || entry === undefined) return sort === 'group' ? 'group' : `document ${sort}`;
  return entry.isRecord ? `document record ${entry.state?.name ?? 'other'}` : `document plan ${entry.kind}`;
}

/** For those who do not see icons. */
function spoken({ sort, label, description, entry }: Row): string {
  if (sort === 'link') return `Broken link ${label}, ${description}`;
  const parts = [label, entry?.kindName ?? '', entry?.state?.text ?? '', ...description.split(' · ')];
  return Array.from(new Set(parts)).filter((part) => part !== '').join(', ');
}
