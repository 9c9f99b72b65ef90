import * as vscode from 'vscode';
import type { Neighbour } from '../../core/workspace/index.ts';
import type { IndexEntry } from '../../core/workspace/known-document.ts';
import { nameOf } from '../documents.ts';
import type { FolderIndex } from '../folder-index.ts';

const MOST_NEIGHBOURS = 12;

/** What each side of a relation is called, seen from the document that is shown. */
const WORDS: Readonly<Record<Neighbour['sort'], Readonly<Record<Neighbour['direction'], string>>>> = {
  supersedes: { to: 'Supersedes', from: 'Superseded by' },
  'superseded by': { to: 'Superseded by', from: 'Supersedes' },
  amends: { to: 'Amends', from: 'Amended by' },
  'amended by': { to: 'Amended by', from: 'Amends' },
  'relates to': { to: 'Relates to', from: 'Related from' },
  follows: { to: 'Follows', from: 'Followed by' },
  'leads to': { to: 'Leads to', from: 'Part of' },
  'made from': { to: 'Made from', from: 'Source of' },
  'links to': { to: 'Links to', from: 'Linked from' },
};

/** Kind, state, date and what leads to what. */
export function tooltipOf(entry: IndexEntry, { index, files }: FolderIndex): vscode.MarkdownString {
  const text = new vscode.MarkdownString();
  const facts = [entry.kindName, entry.state?.text ?? '', entry.date ?? ''].filter((fact) => fact !== '');
  text.appendMarkdown(`**${plain(entry.title)}**\n\n${facts.map(plain).join(' · ')}\n\n${plain(entry.path)}`);
  const byWords = new Map<string, Set<string>>();
  for (const { sort, direction, path } of index.neighbours(entry.path)) {
    const words = WORDS[sort][direction];
    byWords.set(words, (byWords.get(words) ?? new Set()).add(path));
  }
  for (const [words, paths] of byWords) {
    const shown = Array.from(paths).slice(0, MOST_NEIGHBOURS);
    const links = shown.map((path) => {
      const uri = files.uriOf(path);
      return `[${plain(index.entry(path)?.title ?? nameOf(uri))}](${uri.toString()})`;
    });
    const more = paths.size > shown.length ? ` and ${paths.size - shown.length} more` : '';
    text.appendMarkdown(`\n\n${words}: ${links.join(', ')}${more}`);
  }
  return text;
}

/** Titles are the words of anybody: in them no sign means anything. */
function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+.!<>|~&-]/g, '\\$&');
}
