// The parser of mermaid without anything that draws, as one file that runs in Node and in a web worker.
import { readFileSync } from 'node:fs';
import { build, type Plugin } from 'esbuild';

/** Packages that only drawing needs. */
const DRAWING = /^(d3|d3-sankey|roughjs|cytoscape.*|elkjs.*|katex|dagre-d3-es.*|marked|stylis|@iconify\/utils|@upsetjs\/venn\.js)$/;

/** Stands for anything, and does nothing. */
const NOTHING = `const base = function () {};
const nothing = new Proxy(base, {
  get: (_, key) => (key === Symbol.toPrimitive ? () => '' : key === 'then' || key === Symbol.iterator ? undefined : key === 'prototype' ? base.prototype : nothing),
  getPrototypeOf: () => nothing,
  apply: () => nothing,
  construct: () => nothing,
});
`;

/** The settings of mermaid with the sections in them, so that none of them is shared. */
const COPY = `const copyOf = (settings, depth) => {
  const copy = { ...settings };
  for (const key in copy) {
    const value = copy[key];
    if (Array.isArray(value)) copy[key] = [...value];
    else if (depth > 0 && typeof value === 'object' && value !== null) copy[key] = copyOf(value, depth - 1);
  }
  return copy;
};
`;

/** What cleans the texts of a diagram before they are shown. Nothing is shown here, and the real one asks for a DOM. */
const PURIFY = 'export default { sanitize: String, addHook() {}, removeHook() {}, removeAllHooks() {}, isSupported: false };';

/** Takes away from mermaid what draws. What it takes too much shows in test/diagrams, what it takes too little in the budget. */
const withoutDrawing: Plugin = {
  name: 'without-drawing',
  setup(build) {
    build.onResolve({ filter: /^[^./]/ }, ({ path }) => {
      if (path === 'dompurify') return { path, namespace: 'purify' };
      return DRAWING.test(path) ? { path, namespace: 'nothing' } : undefined;
    });
    build.onLoad({ filter: /.*/, namespace: 'purify' }, () => ({ contents: PURIFY, loader: 'js' }));
    build.onLoad({ filter: /.*/, namespace: 'nothing' }, () => ({ contents: `${NOTHING}module.exports = nothing;`, loader: 'js' }));
    build.onLoad({ filter: /node_modules[\\/](mermaid|@mermaid-js[\\/]parser)[\\/]dist[\\/].*\.mjs$/ }, ({ path }) => {
      const code = readFileSync(path, 'utf8');
      return { contents: isDrawing(code) ? nothingLike(code) : parsingPartOf(code), loader: 'js' };
    });
  },
};

/** A chunk of files that lay diagrams out and draw them. */
function isDrawing(code: string): boolean {
  const files = Array.from(code.matchAll(/^\/\/ (src\/\S+)/gm), ([, file = '']) => file);
  return files.length > 0 && !code.includes('isValidShape') && files.every((file) => /^src\/(rendering-util|profiler|utils\/lineWithOffset)/.test(file));
}

function nothingLike(code: string): string {
  const exported = /export \{([^}]*)\}/.exec(code)?.[1] ?? '';
  const names = Array.from(exported.matchAll(/(?:\w+ as )?([\w$]+)/g), ([, name = '']) => name);
  return NOTHING + names.map((name) => (name === 'default' ? 'export default nothing;' : `export const ${name} = nothing;`)).join('\n');
}

function parsingPartOf(code: string): string {
  return (
    code
      // Names of functions, given in statements that keep the functions from being left out.
      .replace(/^\s*__name\([\w$.]+, "[^"\n]*"\);$/gm, '')
      .replace(/static \{\s*\}/g, '')
      // What a diagram is drawn with.
      .replace(/(?:var diagram\w* = |=> \()\{\n[\s\S]*?\n\}\)?[;,]/g, (diagram) =>
        /^\s*parser/m.test(diagram)
          ? diagram
              .replace(/^(\s*)renderer(?:: ?[\w$]+)?(,?)$/m, '$1renderer: {}$2')
              .replace(/^(\s*)styles: ?[\w$]+(,?)$/m, '$1styles: () => ""$2')
              .replace(/^\s*\w+Renderer_default\.setConf\(\w+\);$/m, '')
          : diagram,
      )
      // Of the shapes only their names count.
      .replace(/^(\s*handler: )[\w$]+(,?)$/gm, '$10$2')
      .replace(/const undocumentedShapes = \{\n[^}]*\}/, (shapes) => shapes.replace(/^(\s*(?:\w+|"[\w-]+"))(?:: \w+)?(,?)$/gm, '$1: 0$2'))
      // The colours of a theme take longer to mix than a diagram to read.
      .replace(/^(\s*getThemeVariables)(?:: getThemeVariables\d*)?$/gm, '$1: () => ({})')
      // Asked for at every node, and changed by none.
      .replace('return assignWithDepth_default({}, currentConfig);', 'return currentConfig;')
      // Made anew five times for every diagram, value by value.
      .replace('let cfg = assignWithDepth_default({}, siteCfg);', `${COPY}let cfg = copyOf(siteCfg, 2);`)
      // Of the language server only the means to break off.
      .replace(/^(var require_\w+ = )__commonJS\(/gm, '$1/* @__PURE__ */ __commonJS(')
      .replaceAll('__toESM(require_api2(), 1)', '{ ...require_cancellation(), ...require_events(), ...require_messages(), LSPErrorCodes: {} }')
  );
}

export async function bundleDiagramParser(outfile: string, format: 'esm' | 'cjs'): Promise<void> {
  await build({
    entryPoints: ['src/diagrams/parser.ts'],
    outfile,
    format,
    bundle: true,
    minify: true,
    target: 'es2022',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['worker'],
    legalComments: 'none',
    logLevel: 'warning',
    plugins: [withoutDrawing],
  });
}
