import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lint.ts';
import type { RelatedPlace, Severity } from '../../core/lint/rule.ts';
import type { Lines } from '../../core/text/lines.ts';
import type { Range } from '../../core/text/range.ts';
import { pageOf } from '../commands/explain-check.ts';
import type { CheckedDocument, PlanSession } from '../plan-session.ts';
import { uriInWorkspace } from '../workspace-files.ts';

/** Findings as squiggles and rows of the Problems view. */
export function showDiagnostics(session: PlanSession): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('groundplan');
  const shown = new Map<string, string>();
  const show = ({ document, reading }: CheckedDocument): void => {
    const diagnostics = toDiagnostics(session, document.uri, reading.plan.lines, reading.findings);
    const content = JSON.stringify([document.version, diagnostics]);
    // Diagnostics that are set anew take away the quick fix that is just being chosen.
    if (shown.get(document.uri.toString()) === content) return;
    shown.set(document.uri.toString(), content);
    collection.set(document.uri, diagnostics);
  };
  return vscode.Disposable.from(
    collection,
    session.onDidCheck(show),
    session.onDidForget((uri) => {
      shown.delete(uri.toString());
      collection.delete(uri);
    }),
  );
}

export function toDiagnostics(session: PlanSession, uri: vscode.Uri, lines: Lines, findings: readonly Finding[]): vscode.Diagnostic[] {
  return findings.map(({ range, message, severity, rule, related = [] }) => {
    const diagnostic = new vscode.Diagnostic(rangeIn(lines, range), message, editorSeverity(severity));
    diagnostic.source = 'groundplan';
    diagnostic.code = { value: rule, target: pageOf(rule) };
    diagnostic.relatedInformation = related.map((place) => new vscode.DiagnosticRelatedInformation(locationOf(session, uri, lines, place), place.message));
    return diagnostic;
  });
}

/** Where the other document is not known, its first line. */
function locationOf(session: PlanSession, uri: vscode.Uri, lines: Lines, { path, range }: RelatedPlace): vscode.Location {
  if (path === undefined) return new vscode.Location(uri, rangeIn(lines, range));
  const other = session.surroundingsOf(uri).document(path);
  const where = other === undefined || other === 'missing' ? new vscode.Range(0, 0, 0, 0) : rangeIn(other.lines, range);
  return new vscode.Location(uriInWorkspace(uri, path), where);
}

function rangeIn(lines: Lines, { start, end }: Range): vscode.Range {
  const [from, to] = [lines.positionAt(start), lines.positionAt(end)];
  return new vscode.Range(from.line, from.column, to.line, to.column);
}

function editorSeverity(severity: Severity): vscode.DiagnosticSeverity {
  switch (severity) {
    case 'error':
      return vscode.DiagnosticSeverity.Error;
    case 'warning':
      return vscode.DiagnosticSeverity.Warning;
    case 'information':
      return vscode.DiagnosticSeverity.Information;
    case 'hint':
      return vscode.DiagnosticSeverity.Hint;
  }
}
