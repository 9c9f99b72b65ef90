import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Picture } from '../core/picture/picture.ts';

/** A page that draws the picture when it is opened: the panel's own code stands in it, and may run under its fingerprint alone. */
export function pageOf(picture: Picture, folder: string): string {
  // Mermaid is most of the page; a document without diagrams does without it.
  const script = readFileSync(path.join(folder, picture.diagrams.length === 0 ? 'plain.js' : 'panel.js'), 'utf8').trim();
  const style = readFileSync(path.join(folder, 'panel.css'), 'utf8');
  const print = createHash('sha256').update(script).digest('base64');
  const policy = `default-src 'none'; script-src 'sha256-${print}'; style-src 'unsafe-inline'; img-src data:`;
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Groundplan">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escaped(picture.title.trim() || 'Untitled')}</title>
<style>
${style}
</style>
</head>
<body class="vscode-light exported">
<main id="panel"></main>
<noscript>This page draws a plan, and needs scripts to do so.</noscript>
<script type="application/json" id="picture">${JSON.stringify(picture).replaceAll('<', '\\u003c')}</script>
<script>${script}</script>
</body>
</html>
`;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
