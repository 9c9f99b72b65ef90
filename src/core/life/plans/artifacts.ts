import type { Subject } from '../../lint/subject.ts';
import { plainTitle, titleKey } from '../../plan/titles.ts';
import type { Decision } from '../../readings/decisions/decisions.ts';
import { isOpen } from '../../readings/forms/open-text.ts';
import { headedPieces, itemsIn } from '../../readings/forms/pieces.ts';
import { textOfItem } from '../../readings/forms/own-text.ts';
import { numberInName } from '../../readings/records/record-links.ts';
import { baseName, folderOf, matchFileName } from '../../template/file-name.ts';
import { isRecordKind, type ContractSection, type Kind } from '../../template/kind.ts';
import { linkTo, pathFrom } from '../../text/link-paths.ts';
import { sharesWord } from '../../text/shared-words.ts';
import type { NewFile, Planned } from '../change.ts';
import { decisionText, extractable } from './decision-text.ts';
import { recordOfDecision, type RecordForm } from './record-of-decision.ts';

/** A file that a design asks for. */
export interface Artifact {
  readonly path: string;
  /** What the design says that it holds. */
  readonly holds: string;
  /** The decision that it is to be the record of. */
  readonly decision: Decision | undefined;
}

const MOST_ARTIFACTS = 200;
/** How the template lists a file: its path as code, at the start of an item. */
const LISTS_PATHS = /^[ \t]*[-*+][ \t]+`\{\{path\}\}`/m;
const PATH_AS_CODE = /^[*_[]{0,3}`([^`\r\n]{1,300})`/;
const PATH_AS_LINK = /^[*_]{0,3}\[[^[\]]{1,300}\]\(\s{0,4}<?([^()\s<>]{1,300})>?/;
const NO_PATH = /^[a-z][a-z0-9+.-]*:|^[/\\~]|[*?<>|{}"]|\s{2}|\.\.\.$|^\.{1,2}$/i;
const DECISION_WORD = /^decision\s*[:–—-]\s*/i;

/** The files that a design lists to be made, in its order; those that name no file of the workspace are left out. */
export function listedArtifacts(subject: Subject): readonly Artifact[] {
  const { plan, read, path } = subject;
  const seen = new Set<string>();
  const listed = placesOf(subject).flatMap((range) =>
    headedPieces(plan, range, read).flatMap(({ piece, blocks }) =>
      itemsIn(blocks).flatMap(({ item }) => {
        const text = textOfItem(piece, item)?.text ?? '';
        const code = PATH_AS_CODE.exec(text);
        const link = code ? null : PATH_AS_LINK.exec(text);
        const written = code?.[1] ?? link?.[1];
        const found = written === undefined || NO_PATH.test(written) ? undefined : pathFrom(code ? '' : folderOf(path), written.replace(/#.*$/, ''));
        if (found === undefined || found === '' || isOpen(found) || written?.endsWith('/') === true || seen.has(found)) return [];
        seen.add(found);
        const holds = text.slice((code ?? link)?.[0].length ?? 0).replace(/^[\])*_\s]*[:–—-]?\s*/, '');
        return [{ path: found, holds: isOpen(holds) ? '' : plainTitle(holds) }];
      }),
    ),
  );
  return withDecisions(subject, listed.slice(0, MOST_ARTIFACTS));
}

/** The files that are made: records from their decisions, others with no more than where they are described. */
export function createArtifacts(subject: Subject, artifacts: readonly Artifact[], formFor: (artifact: Artifact, decision: Decision) => RecordForm): Planned {
  const creates = artifacts.map((artifact): NewFile => {
    const { decision } = artifact;
    const record = decision && recordOfDecision(subject, decisionText(subject, decision), formFor(artifact, decision)).file;
    return { path: artifact.path, contents: record?.contents ?? pointer(subject, artifact) };
  });
  return { change: { title: `Create ${creates.length === 1 ? (creates[0]?.path ?? '') : `${creates.length} files`} of ${plainTitle(subject.plan.title?.heading.title ?? subject.path)}`, files: [], creates } };
}

/** Whether the name of a file is that of a record. */
export function recordKindOf(path: string, kinds: readonly Kind[]): Kind | undefined {
  return kinds.find((kind) => isRecordKind(kind) && matchFileName(kind, path) !== undefined && numberInName(path) !== undefined);
}

function placesOf({ kind, readings }: Subject): readonly { readonly start: number; readonly end: number }[] {
  const lists = (section: ContractSection): readonly ContractSection[] => [...(LISTS_PATHS.test(section.ownText) ? [section] : []), ...section.children.flatMap(lists)];
  return lists(kind.root).flatMap((section) => readings.placeOf(section)?.range ?? []);
}

/** Each record gets the decision with whose name it shares most; what nobody can tell apart is left to the author. */
function withDecisions(subject: Subject, listed: readonly Omit<Artifact, 'decision'>[]): readonly Artifact[] {
  const open = new Set(extractable(subject));
  return listed.map((artifact) => {
    const isRecord = /\.md$/i.test(artifact.path) && numberInName(artifact.path) !== undefined;
    const decision = isRecord ? bestOf(artifact, Array.from(open)) : undefined;
    if (decision) open.delete(decision);
    return { ...artifact, decision };
  });
}

function bestOf({ path, holds }: Omit<Artifact, 'decision'>, decisions: readonly Decision[]): Decision | undefined {
  const name = baseName(path).replace(/\.md$/i, '').replace(/^[a-z]*[-_ ]?\d+[-_ ]*/i, '').replace(/[-_]+/g, ' ');
  const said = new Set([...wordsOf(name), ...wordsOf(holds)]);
  const scored = decisions.map((decision) => {
    const title = decision.name.text.replace(DECISION_WORD, '');
    const words = [...wordsOf(title), ...wordsOf(decision.choice?.text.slice(0, 200) ?? '')];
    return { decision, score: new Set(words.filter((word) => said.has(word))).size + (titleKey(title) === titleKey(holds) ? 10 : 0), isAlike: sharesWord(name, title) || sharesWord(holds, title) };
  });
  const [best, second] = scored.filter(({ score, isAlike }) => score > 0 && isAlike).sort((a, b) => b.score - a.score);
  return best && best.score > (second?.score ?? 0) ? best.decision : undefined;
}

function wordsOf(text: string): readonly string[] {
  return (titleKey(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => word.length > 3).map((word) => word.slice(0, 5));
}

/** What stands in a file that is still to be written: where it is described, in a comment of its language. */
function pointer({ plan, path }: Subject, artifact: Artifact): string {
  const title = plainTitle(plan.title?.heading.title ?? path);
  const holds = artifact.holds === '' ? '' : `${artifact.holds.replace(/[.\s]+$/, '')}. `;
  if (/\.(?:md|markdown|mdx)$/i.test(artifact.path)) {
    const name = baseName(artifact.path).replace(/\.\w+$/, '').replace(/[-_]+/g, ' ');
    return `# ${name.charAt(0).toUpperCase()}${name.slice(1)}\n\n${holds}Described in [${title.replace(/[[\]]/g, '')}](${linkTo(artifact.path, path)}).\n`;
  }
  const words = `${holds}Described in ${path}.`.replace(/\s+/g, ' ');
  return commentIn(artifact.path, words);
}

const HASH = /(?:\.(?:py|rb|sh|bash|zsh|ya?ml|toml|tf|pl|r|ps1|conf|cfg|ini|env|properties)|(?:^|\/)(?:Dockerfile|Makefile|Justfile|\.gitignore)[^/]*)$/i;
const DASHES = /\.(?:sql|lua|hs|elm)$/i;
const TAGS = /\.(?:html?|xml|svg|vue|svelte)$/i;
const BLOCK = /\.(?:css|scss|less)$/i;

function commentIn(path: string, words: string): string {
  if (/\.json$/i.test(path)) return `${JSON.stringify({ $comment: words }, undefined, 2)}\n`;
  if (HASH.test(path)) return `# ${words}\n`;
  if (DASHES.test(path)) return `-- ${words}\n`;
  if (TAGS.test(path)) return `<!-- ${words.replaceAll('--', '–')} -->\n`;
  if (BLOCK.test(path)) return `/* ${words.replaceAll('*/', '* /')} */\n`;
  return /\.(?:txt|csv|log)$/i.test(path) || !/\.\w+$/.test(path) ? `${words}\n` : `// ${words}\n`;
}
