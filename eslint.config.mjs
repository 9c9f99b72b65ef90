import tseslint from 'typescript-eslint';
import law from './build/lint/import-law.mjs';

const noNamedZod = {
  selector: "ImportDeclaration[source.value=/^zod(?!.mini$|.v4.locales)/], ImportDeclaration[source.value='zod/mini'] > ImportSpecifier",
  message: 'Write "import * as z from \'zod/mini\'": any other form keeps all of zod in the bundle. See docs/decisions/0004-zod-mini.md.',
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.host/', 'test-results/', 'coverage/'] },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    plugins: { groundplan: law },
    rules: {
      'groundplan/import-law': 'error',
      'no-restricted-syntax': ['error', noNamedZod],
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true }],
      eqeqeq: 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    // Suites and specs are long lists of cases, each short.
    files: ['test/**/*.ts'],
    rules: { 'max-lines-per-function': 'off', '@typescript-eslint/no-floating-promises': ['error', { allowForKnownSafeCalls: [{ from: 'package', package: 'node:test', name: 'test' }] }] },
  },
  { files: ['**/*.mjs', 'test/host/**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
