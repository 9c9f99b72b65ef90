import * as vscode from 'vscode';
import { riskTable } from '../../core/picture/risk-table.ts';
import { isMarkdown } from '../documents.ts';
import type { PlanSession } from '../plan-session.ts';

/** The little of markdown-it that is needed: the editor hands its own to whoever contributes to its preview. */
interface Token {
  readonly type: string;
  readonly map: readonly [from: number, to: number] | null;
  readonly level: number;
  content: string;
  block: boolean;
}

interface State {
  readonly src: string;
  readonly tokens: Token[];
  readonly Token: new (type: string, tag: string, nesting: number) => Token;
}

export interface MarkdownIt {
  readonly core: { readonly ruler: { push(name: string, rule: (state: State) => void): void } };
}

/** Adds the matrix of risks to the editor's own preview of a plan, below the last of its risks. */
export function extendMarkdownPreview(session: PlanSession): (markdown: MarkdownIt) => MarkdownIt {
  return (markdown) => {
    markdown.core.ruler.push('groundplan-risks', (state) => addMatrix(state, session));
    return markdown;
  };
}

function addMatrix(state: State, session: PlanSession): void {
  // Whose text it is nobody says at this point.
  const document = vscode.workspace.textDocuments.find((each) => isMarkdown(each) && each.getText().replace(/\r\n?/g, '\n') === state.src);
  if (document === undefined || session.read(document).subject === undefined) return;
  if (!session.settingsFor(document.uri)['preview.matrixInMarkdownPreview']) return;
  const { risks } = session.draw(document);
  const table = riskTable(risks);
  const end = Math.max(...risks.risks.map(({ range }) => document.positionAt(range.end).line));
  if (table === undefined) return;
  const below = state.tokens.findIndex(({ level, map }) => level === 0 && map !== null && map[0] > end);
  const token = new state.Token('html_block', '', 0);
  token.content = `${table}\n`;
  token.block = true;
  state.tokens.splice(below < 0 ? state.tokens.length : below, 0, token);
}
