/**
 * The only file that knows which component library draws tags, badges and dividers.
 * The library is no longer developed: a successor is a change to this file alone.
 */
import { provideVSCodeDesignSystem, vsCodeBadge, vsCodeDivider, vsCodeTag } from '@vscode/webview-ui-toolkit';

export function registerComponents(): void {
  provideVSCodeDesignSystem().register(vsCodeBadge(), vsCodeDivider(), vsCodeTag());
}

/** A short label, such as the kind of the document. */
export function createTag(): HTMLElement {
  return document.createElement('vscode-tag');
}

/** A count. */
export function createBadge(): HTMLElement {
  return document.createElement('vscode-badge');
}

export function createDivider(): HTMLElement {
  return document.createElement('vscode-divider');
}
