import type { Files } from '../../../ports.ts';
import { anyOf } from '../../../text/glob.ts';

/** A search that finds so many files has not found them all. */
const MANY = 5000;
const NO_TEXT = /\.(?:png|jpe?g|gif|webp|avif|bmp|ico|icns|psd|ai|sketch|fig|pdf|docx?|xlsx?|pptx?|od[tsp]|zip|gz|tgz|bz2|xz|zst|7z|rar|jar|war|class|o|a|so|dll|dylib|exe|bin|wasm|pyc|whl|deb|rpm|vsix|dmg|iso|mp[34]|m4a|wav|ogg|flac|avi|mov|mkv|webm|woff2?|ttf|otf|eot|db|sqlite3?|parquet|avro|pb|onnx|pt|npy|pkl|map|lock|snap)$|\.min\.(?:js|css)$|(?:^|\/)(?:package-lock\.json|pnpm-lock\.yaml|go\.sum|yarn\.lock)$/i;
const KINDS = [
  '**/*.{md,mdx,markdown,mdown,mkd,txt,rst,adoc,asciidoc,org,tex,html,htm}',
  '**/*.{ts,tsx,mts,cts}',
  '**/*.{js,jsx,mjs,cjs,vue,svelte}',
  '**/*.{java,kt,kts,scala,groovy,gradle}',
  '**/*.{py,pyi,rb,php,pl,lua,r,jl}',
  '**/*.{go,rs,swift,dart,zig}',
  '**/*.{c,h,cc,cpp,hpp,cxx,m,mm}',
  '**/*.{cs,fs,vb,csproj,fsproj,props,targets}',
  '**/*.{json,jsonc,yaml,yml,toml,ini,cfg,conf,properties,xml,env}',
  '**/*.{sh,bash,zsh,fish,ps1,bat,cmd,sql,tf,hcl,proto,graphql,css,scss,less}',
  '**/*.{ex,exs,erl,hs,ml,clj,cljs,elm,nix,puml,plantuml,mmd,drawio,dsl,bicep,cue}',
  '**/{Makefile,Dockerfile,Jenkinsfile,CODEOWNERS,Justfile,Taskfile,Rakefile,Gemfile}*',
];

export interface TextFiles {
  readonly paths: readonly string[];
  /** A search found as many as it gives at most: there may be more. */
  readonly isWhole: boolean;
}

/** The files of a workspace in which words may stand, without what Git leaves out. */
export async function textFiles(files: Files): Promise<TextFiles> {
  const all = await files.find('**/*');
  const isIgnored = ignoredBy((await files.read('.gitignore')) ?? '');
  const paths = new Set(all);
  let isWhole = all.length < MANY;
  if (!isWhole) {
    const found = await Promise.all(KINDS.map((kind) => files.find(kind)));
    isWhole = found.every(({ length }) => length < MANY);
    for (const path of found.flat()) paths.add(path);
  }
  return { paths: Array.from(paths).filter((path) => !NO_TEXT.test(path) && !isIgnored(path)).sort(), isWhole };
}

/** The patterns of a `.gitignore` at the root; the last that matches decides. */
export function ignoredBy(text: string): (path: string) => boolean {
  const rules = text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const isKept = line.startsWith('!');
      const pattern = line.slice(isKept ? 1 : 0).replace(/\/$/, '');
      const rooted = pattern.startsWith('/') ? pattern.slice(1) : pattern.includes('/') ? pattern : `**/${pattern}`;
      return { isKept, glob: anyOf([rooted, `${rooted}/**`]) };
    });
  return (path) => {
    const last = rules.findLast(({ glob }) => glob.matches(path));
    return last !== undefined && !last.isKept;
  };
}
