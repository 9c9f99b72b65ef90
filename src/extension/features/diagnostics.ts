import * as vscode from 'vscode';
import type { Finding } from '../../core/lint/lint.ts';
import type { Severity } from '../../core/lint/rule.ts';
import { pageOf } from '../commands/explain-check.ts';
import { toEditorRange } from '../documents.ts';
import type { CheckedDocument, PlanSession } from '../plan-session.ts';

/** Findings as squiggles and rows of the Problems view. */
export function showDiagnostics(session: PlanSession): vscode.Disposable {
  const collection = vscode.languages.createDiagnosticCollection('groundplan');
  const show = ({ document, reading }: CheckedDocument): void => {
    collection.set(
      document.uri,
      reading.findings.map((finding) => toDiagnostic(document, finding)),
    );
  };
  return vscode.Disposable.from(
    collection,
    session.onDidCheck(show),
    session.onDidForget((uri) => collection.delete(uri)),
  );
}

function toDiagnostic(document: vscode.TextDocument, { range, message, severity, rule }: Finding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(toEditorRange(document, range), message, editorSeverity(severity));
  diagnostic.source = 'groundplan';
  diagnostic.code = { value: rule, target: pageOf(rule) };
  return diagnostic;
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
