/** Writes the panel as one page that needs nothing else: no script, no network. */
import type { Picture } from '../../src/core/picture/picture.ts';
import { lightVariables } from './light.ts';
import { settled } from './settled.ts';

/** A page without scripts may show itself, and pictures that it holds. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

export async function exportPage(root: HTMLElement, picture: Picture, style: string): Promise<string> {
  const page = await settled(root, picture.diagrams);
  const title = document.createElement('title');
  title.textContent = picture.title.trim() || 'Untitled';
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Groundplan">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
${title.outerHTML}
<style>
:root { ${lightVariables()} }
${style.replaceAll('</style', '<\\/style')}
</style>
</head>
<body class="vscode-light exported">
${page.outerHTML}
</body>
</html>
`;
}
