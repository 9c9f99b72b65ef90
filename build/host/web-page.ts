import type { Settings } from './settings.ts';

export interface PageOptions {
  readonly authority: string;
  /** The scheme of the workspace: a file system that the test-only extension provides. */
  readonly scheme: string;
  readonly withTests: boolean;
  readonly settings: Settings;
}

/** The page that starts VS Code's web client without a server side. */
export function workbenchPage(options: PageOptions): string {
  const base = `http://${options.authority}/static/build/out`;
  const configuration = JSON.stringify(workbenchConfiguration(options, base)).replaceAll('&', '&amp;').replaceAll('"', '&quot;');
  return `<!DOCTYPE html>
<html>
  <head>
    <meta charset="utf-8">
    <meta id="vscode-workbench-web-configuration" data-settings="${configuration}">
    <link rel="stylesheet" href="${base}/vs/code/browser/workbench/workbench.css">
  </head>
  <body aria-label=""></body>
  <script>
    performance.mark('code/didStartRenderer');
    globalThis._VSCODE_FILE_ROOT = '${base}/';
    performance.mark('code/willLoadWorkbenchMain');
  </script>
  <script type="module" src="${base}/nls.messages.js"></script>
  <script type="module" src="${base}/vs/code/browser/workbench/workbench.js"></script>
</html>
`;
}

function workbenchConfiguration(options: PageOptions, base: string): object {
  const served = (path: string): object => ({ scheme: 'http', authority: options.authority, path });
  return {
    folderUri: { scheme: options.scheme, authority: 'mount', path: '/' },
    webviewEndpoint: `${base}/vs/workbench/contrib/webview/browser/pre`,
    // In an iframe the worker would need an origin of its own.
    _wrapWebWorkerExtHostInIframe: false,
    enableWorkspaceTrust: false,
    userDataPath: '/',
    isEnabledFileDownloads: true,
    isEnabledFileUploads: true,
    isEnabledCoderGettingStarted: false,
    additionalBuiltinExtensions: [served('/static/memory-fs')],
    developmentOptions: {
      logLevel: 3,
      enableSmokeTestDriver: options.withTests,
      extensions: [served('/static/extension')],
      ...(options.withTests ? { extensionTestsPath: served('/static/extension/__tests__/index.js') } : {}),
    },
    configurationDefaults: options.settings,
    productConfiguration: {
      enableTelemetry: false,
      extensionEnabledApiProposals: { 'groundplan-test.memory-fs': ['fileSearchProvider'] },
    },
  };
}
