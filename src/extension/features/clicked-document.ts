import * as vscode from 'vscode';
import { activeMarkdown } from '../documents.ts';
import type { GroundplanView, Place } from './groundplan-view.ts';

/** The document of the view that a command is for, else the one in front; says what to do where there is neither. */
export function clickedDocument(view: GroundplanView, clicked: unknown): Place | undefined {
  const uri = activeMarkdown()?.uri;
  const place = view.placeOf(clicked) ?? (clicked === undefined && uri ? { uri, at: undefined } : undefined);
  if (place === undefined) void vscode.window.showInformationMessage('Choose a plan or record in the Groundplan view first.');
  return place;
}

/** Shows the document at its place, or where its reader left it. */
export async function showClicked({ uri, at }: Place, column: vscode.ViewColumn): Promise<void> {
  const selection = at && new vscode.Range(at.line, at.column, at.line, at.column);
  await vscode.commands.executeCommand('vscode.open', uri, { viewColumn: column, ...(selection && { selection }) });
}
