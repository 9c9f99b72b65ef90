// The import law of docs/architecture.md as a lint rule: which part of the source may import which, and what only for its types.
import path from 'node:path';

/** Parts by folder, the innermost first. Inside the core each part may import those named, and itself where `self` says so. */
const CORE_ORDER = ['text', 'plan', 'template', 'readings', 'lint', 'rules'];

/** @type {Record<string, { values: string[], types?: string[], packages: RegExp, packageTypes?: RegExp }>} */
const LAW = {
  text: { values: ['text'], packages: /^$/ },
  plan: { values: ['plan', 'text'], packages: /^(unified|remark-parse|micromark-extension-gfm|mdast-util-gfm)$/, packageTypes: /^mdast$/ },
  template: { values: ['template', 'plan', 'text'], packages: /^(yaml|zod\/mini|zod\/v4\/locales\/en\.js)$/ },
  readings: { values: ['readings', 'template', 'plan', 'text'], packages: /^yaml$/, packageTypes: /^mdast$/ },
  lint: { values: ['lint', 'readings', 'template', 'plan', 'text'], packages: /^zod\/(mini|v4\/locales\/en\.js)$/ },
  rules: { values: ['lint', 'readings', 'template', 'plan', 'text'], packages: /^zod\/mini$/ },
  scaffold: { values: ['scaffold', 'readings', 'template', 'plan', 'text', 'ports'], packages: /^$/ },
  workspace: { values: ['workspace', 'lint', 'readings', 'template', 'plan', 'text', 'ports'], packages: /^$/ },
  assist: { values: ['assist', 'lint', 'readings', 'template', 'plan', 'text'], packages: /^$/ },
  picture: { values: ['picture', 'lint', 'readings', 'template', 'plan', 'text'], packages: /^$/ },
  life: { values: ['life', 'workspace', 'scaffold', 'lint', 'readings', 'template', 'plan', 'text', 'ports'], packages: /^$/ },
  language: { values: ['language', 'workspace', 'lint', 'readings', 'template', 'plan', 'text'], types: ['life'], packages: /^$/ },
  ports: { values: [], packages: /^$/ },
  core: { values: ['text', 'plan', 'template', 'readings', 'lint', 'rules', 'picture', 'scaffold', 'workspace', 'ports'], packages: /^$/ },
  protocol: { values: ['protocol'], types: [...CORE_ORDER, 'picture', 'core'], packages: /^zod\/mini$/ },
  extension: { values: ['extension', 'protocol', ...CORE_ORDER, 'core', 'picture', 'assist', 'language', 'life', 'scaffold', 'workspace', 'ports'], packages: /^vscode$/ },
  diagrams: { values: ['diagrams'], packages: /^mermaid$/ },
  cli: { values: ['cli', ...CORE_ORDER, 'core', 'picture', 'life', 'scaffold', 'workspace', 'ports'], packages: /^node:/ },
  webview: { values: ['webview'], types: ['protocol', ...CORE_ORDER, 'picture', 'core'], packages: /^(mermaid|@vscode\/webview-ui-toolkit)$/ },
};

export function partOf(file) {
  const [top, second, third] = file.split('/');
  if (top === 'webview') return 'webview';
  if (top === 'test' || top === 'build') return top;
  if (top === 'snippets') return 'templates';
  if (top !== 'src') return undefined;
  if (second !== 'core') return second;
  if (third === 'ports.ts') return 'ports';
  return file.split('/').length > 3 ? third : 'core';
}

/** A sentence on why `from` may not import `specifier`, or nothing. `kind` is "type" for imports that vanish when the code is built. */
export function forbidden(from, specifier, kind) {
  const part = partOf(from);
  const law = LAW[part];
  if (law === undefined) return from.startsWith('src/') ? `src has no part "${part}": see docs/architecture.md for where this belongs.` : undefined;
  if (!specifier.startsWith('.')) return forbiddenPackage(part, law, specifier, kind);
  const target = path.posix.normalize(path.posix.join(path.posix.dirname(from), specifier));
  const targetPart = partOf(target);
  if (targetPart === 'test') return `Nothing that ships imports from test: move what ${target} holds to where it belongs.`;
  if (targetPart === 'templates' && from === 'src/core/template/builtin.ts') return undefined;
  if (part === 'rules' && targetPart === 'rules') {
    return from === 'src/core/rules/all.ts' ? undefined : `Rules never import each other: put what ${from} and ${target} share into src/core/lint or src/core/template.`;
  }
  if (law.values.includes(targetPart)) return undefined;
  if (law.types?.includes(targetPart)) {
    return kind === 'type' ? undefined : `"${part}" may know "${targetPart}" only by its types: write "import type" for ${target}.`;
  }
  return `"${part}" may not import "${targetPart}" (${target}): ${reason(part)} See docs/architecture.md.`;
}

function forbiddenPackage(part, law, specifier, kind) {
  if (law.packages.test(specifier)) return undefined;
  if (kind === 'type' && (law.packageTypes ?? law.packages).test(specifier)) return undefined;
  return `"${part}" may not import the package "${specifier}": ${reason(part)} See docs/architecture.md.`;
}

function reason(part) {
  if (part === 'webview') return 'the panel draws what it is sent and knows nothing else.';
  if (part === 'protocol') return 'the messages are shared by both sides and stand on nothing but zod.';
  if (part === 'diagrams') return 'the parser of the diagrams stands on mermaid alone; hosts load its bundle by its path.';
  if (part === 'cli' || part === 'extension') return 'each host stands on the core alone.';
  return 'the core takes text and gives plain data, each layer knowing only those before it.';
}

export default {
  rules: {
    'import-law': {
      meta: { type: 'problem', schema: [] },
      create(context) {
        const from = path.relative(context.cwd, context.filename).split(path.sep).join('/');
        const check = (node, source, kind) => {
          const sentence = source && typeof source.value === 'string' ? forbidden(from, source.value, kind) : undefined;
          if (sentence) context.report({ node, message: sentence });
        };
        return {
          ImportDeclaration: (node) => check(node, node.source, node.importKind),
          ExportNamedDeclaration: (node) => check(node, node.source, node.exportKind),
          ExportAllDeclaration(node) {
            context.report({ node, message: 'No barrels: import from the file that has the thing.' });
          },
          ImportExpression: (node) => check(node, node.source, 'value'),
          TSImportType: (node) => check(node, node.source ?? node.argument?.literal, 'type'),
          TSImportEqualsDeclaration: (node) => check(node, node.moduleReference.expression, node.importKind),
        };
      },
    },
  },
};
