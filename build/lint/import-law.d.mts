import type { ESLint } from 'eslint';

declare const law: ESLint.Plugin;
export default law;
