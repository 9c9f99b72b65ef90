import * as vscode from 'vscode';

/** The panel's empty page: it may run our own bundle, under a nonce, and nothing else. */
export function pageFor(webview: vscode.Webview, bundle: vscode.Uri): string {
  const nonce = createNonce();
  const script = webview.asWebviewUri(vscode.Uri.joinPath(bundle, 'main.js'));
  const style = webview.asWebviewUri(vscode.Uri.joinPath(bundle, 'main.css'));
  const policy = [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    // Mermaid writes its colours into the picture.
    `style-src ${webview.cspSource} 'unsafe-inline'`,
    `font-src ${webview.cspSource}`,
    `img-src ${webview.cspSource} data:`,
  ].join('; ');
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>Groundplan Preview</title>
<link rel="stylesheet" href="${style.toString()}">
</head>
<body>
<main id="panel"></main>
<script type="module" nonce="${nonce}" src="${script.toString()}"></script>
</body>
</html>`;
}

function createNonce(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
