import type { ReadMarkdown } from '../../plan/markdown.ts';
import type { Plan } from '../../plan/plan.ts';
import type { Range } from '../../text/range.ts';
import { isBlank } from '../../template/placeholders.ts';
import type { Value } from '../forms/fields.ts';
import { textOfItem } from '../forms/own-text.ts';
import { headedPieces, itemsIn, partOf } from '../forms/pieces.ts';
import { unquoted, yamlFences, yamlValues } from '../forms/yaml-values.ts';

/** Something that others build against: a type or interface in the language of the code, an endpoint, or what a bold item names. */
export interface Contract {
  readonly name: Value;
  readonly range: Range;
}

const DECLARATION = /^[ \t]*(?:export[ \t]+|public[ \t]+|pub[ \t]+|abstract[ \t]+)*(?:type|interface|service|class|trait|protocol|message|rpc|struct)[ \t]+([A-Z]\w{1,80})/gm;
const ENDPOINT = /^[ \t]*((?:GET|POST|PUT|PATCH|DELETE)[ \t]+\/[^\s`|]{0,200})/gm;
const NAMES_IN_YAML = ['api', 'contract', 'service', 'interface', 'name'];
const LONGEST_FENCE = 50_000;

export function readContracts(plan: Plan, span: Range, read: ReadMarkdown): readonly Contract[] {
  return [...declared(plan, span), ...inYaml(plan, span), ...boldItems(plan, span, read)].filter(({ name }) => !isBlank(name.text));
}

function declared(plan: Plan, span: Range): readonly Contract[] {
  const fences = plan.outline.fences.filter(({ language, range }) => !/^(?:mermaid|ya?ml|json)$/.test(language) && range.start >= span.start && range.start < span.end);
  return fences.flatMap(({ content }) => {
    const text = plan.text.slice(content.start, Math.min(content.end, content.start + LONGEST_FENCE));
    return [DECLARATION, ENDPOINT].flatMap((pattern) =>
      Array.from(text.matchAll(pattern), (match) => {
        const name = match[1] ?? '';
        const start = content.start + match.index + match[0].length - name.length;
        const range = { start, end: start + name.length };
        return { name: { text: name, range }, range };
      }),
    );
  });
}

function inYaml(plan: Plan, span: Range): readonly Contract[] {
  return yamlFences(plan, span).flatMap(({ content }) =>
    yamlValues(plan, content)
      .filter(({ path, value }) => NAMES_IN_YAML.includes(String(path.at(-1)).toLowerCase()) && !/[\r\n]/.test(value.text))
      .map(({ value }) => ({ name: unquoted(value), range: value.range })),
  );
}

/** `- **BerthService**: books and frees berths`, or `- **BerthService:** …`. */
function boldItems(plan: Plan, span: Range, read: ReadMarkdown): readonly Contract[] {
  return headedPieces(plan, span, read).flatMap(({ piece, blocks }) =>
    itemsIn(blocks).flatMap(({ item, depth }) => {
      const text = depth === 0 ? textOfItem(piece, item) : undefined;
      const [whole, , name] = (text && /^(\*\*|`)([^*`\r\n]{2,100})\1/.exec(text.text)) ?? [];
      if (text === undefined || whole === undefined || name === undefined) return [];
      const mark = whole.startsWith('`') ? 1 : 2;
      return [{ name: partOf(text, mark, mark + name.replace(/:\s*$/, '').length), range: piece.of(item).range }];
    }),
  );
}
