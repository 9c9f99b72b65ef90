import assert from 'node:assert/strict';
import { ESLint } from 'eslint';
import parser from 'typescript-eslint';
import law from '../../build/lint/import-law.mjs';

/** The law alone, without types: the files it is shown here do not exist. */
const eslint = new ESLint({
  overrideConfigFile: true,
  overrideConfig: [{ files: ['**/*.ts'], languageOptions: { parser: parser.parser }, plugins: { groundplan: law }, rules: { 'groundplan/import-law': 'error' } }],
});

async function broken(file: string, code: string): Promise<string> {
  const [result] = await eslint.lintText(code, { filePath: file });
  return result?.messages.map(({ message }) => message).join('\n') ?? '';
}

describe('the import law', () => {
  const violations: readonly (readonly [string, string, RegExp])[] = [
    ['src/core/plan/x.ts', "import * as vscode from 'vscode';", /"plan" may not import the package "vscode".*See docs\/architecture\.md/],
    ['src/core/plan/x.ts', "import type * as vscode from 'vscode';", /"plan" may not import the package "vscode"/],
    ['src/core/lint/x.ts', "import { readFile } from 'node:fs/promises';", /"lint" may not import the package "node:fs\/promises"/],
    ['src/core/text/x.ts', "import { readPlan } from '../plan/plan.ts';", /"text" may not import "plan"/],
    ['src/core/plan/x.ts', "import { readTemplate } from '../template/kind.ts';", /"plan" may not import "template"/],
    ['src/core/lint/x.ts', "import { allRules } from '../rules/all.ts';", /"lint" may not import "rules"/],
    ['src/core/rules/x.ts', "import { requiredRisks } from './required-risks.ts';", /Rules never import each other/],
    ['src/core/rules/x.ts', "import phasePlan from '../../../snippets/templates/phase-plan.md';", /"rules" may not import "templates"/],
    ['src/core/x.ts', "import { activate } from '../extension/activate.ts';", /"core" may not import "extension"/],
    ['src/cli/x.ts', "import { activate } from '../extension/activate.ts';", /"cli" may not import "extension"/],
    ['src/cli/x.ts', "import * as vscode from 'vscode';", /"cli" may not import the package "vscode"/],
    ['src/extension/x.ts', "import fs from 'node:fs';", /"extension" may not import the package "node:fs"/],
    ['src/extension/x.ts', "import { main } from '../../webview/main.ts';", /"extension" may not import "webview"/],
    ['src/extension/x.ts', "import { until } from '../../test/host/support/until.ts';", /Nothing that ships imports from test/],
    ['src/core/picture/x.ts', "import { allRules } from '../rules/all.ts';", /"picture" may not import "rules"/],
    ['src/core/lint/x.ts', "import { drawPicture } from '../picture/picture.ts';", /"lint" may not import "picture"/],
    ['src/core/life/x.ts', "import { drawPicture } from '../picture/picture.ts';", /"life" may not import "picture"/],
    ['src/core/workspace/x.ts', "import type { Change } from '../life/change.ts';", /"workspace" may not import "life"/],
    ['src/core/language/x.ts', "import { planRename } from '../life/change.ts';", /"language" may know "life" only by its types/],
    ['src/protocol/x.ts', "import { drawPicture } from '../core/picture/picture.ts';", /only by its types/],
    ['webview/x.ts', "import { fromWebview } from '../src/protocol/messages.ts';", /only by its types/],
    ['webview/x.ts', "import { readRisks } from '../src/core/readings/risks.ts';", /only by its types/],
    ['webview/x.ts', "import * as z from 'zod';", /"webview" may not import the package "zod"/],
    ['webview/x.ts', "const z = await import('zod');", /"webview" may not import the package "zod"/],
    ['src/core/plan/x.ts', "export * from './plan.ts';", /No barrels/],
    ['src/core/plan/x.ts', "export { activate } from '../../extension/activate.ts';", /"plan" may not import "extension"/],
    ['src/core/plan/x.ts', "type Uri = import('vscode').Uri;", /"plan" may not import the package "vscode"/],
    ['src/core/plan/x.ts', "import fs = require('node:fs');", /"plan" may not import the package "node:fs"/],
    ['src/core/utils/x.ts', "import { readPlan } from '../plan/plan.ts';", /src has no part "utils"/],
  ];
  for (const [file, code, sentence] of violations) {
    it(`forbids ${code} in ${file}`, async () => assert.match(await broken(file, code), sentence));
  }

  const allowed: readonly (readonly [string, string])[] = [
    ['src/core/rules/x.ts', "import { defineRule } from '../lint/rule.ts';"],
    ['src/core/rules/all.ts', "import { requiredRisks } from './required-risks.ts';"],
    ['src/core/x.ts', "import { lint } from './lint/lint.ts';"],
    ['src/protocol/x.ts', "import type { Picture } from '../core/picture/picture.ts';"],
    ['src/extension/x.ts', "import * as vscode from 'vscode';"],
    ['src/cli/x.ts', "import { readFile } from 'node:fs/promises';"],
    ['webview/x.ts', "import type { ToWebview } from '../src/protocol/messages.ts';"],
    ['test/x.ts', "import { activate } from '../src/extension/activate.ts';"],
  ];
  for (const [file, code] of allowed) {
    it(`allows ${code} in ${file}`, async () => assert.equal(await broken(file, code), ''));
  }
});
