import { parse } from 'yaml';
import { read } from './files.ts';

export const PAGE = 'docs/ci.md';

export interface Task {
  readonly type: string;
  readonly problemMatcher: string;
  readonly command: string;
  /** What a task of ours says of itself: what stands behind `groundplan lint`. */
  readonly definition: readonly string[];
}

export interface Hook {
  readonly id: string;
  readonly name: string;
  readonly language: string;
  readonly entry: string;
  readonly files: string;
  readonly additional_dependencies?: readonly string[];
}

/** The contents of the fences of a language on the page. */
export function fences(language: string): readonly string[] {
  return Array.from(read(PAGE).matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)).flatMap(([, name, content = '']) => (name === language ? [content] : []));
}

/** The tasks of every tasks.json that the page shows. */
export function tasks(): readonly Task[] {
  type Written = Omit<Task, 'definition'> & { readonly arguments?: readonly string[] };
  const files = fences('json').map((content) => JSON.parse(content) as { readonly tasks: readonly Written[] });
  return files.flatMap((file) => file.tasks).map((task) => ({ ...task, definition: task.arguments ?? [] }));
}

/** The hooks of every configuration of pre-commit that the page shows. */
export function hooks(): readonly Hook[] {
  const files = fences('yaml').map((content) => parse(content) as { readonly repos?: readonly { readonly repo: string; readonly hooks: readonly Hook[] }[] });
  return files.flatMap(({ repos = [] }) => repos).flatMap((repo) => repo.hooks);
}
