/**
 * The only file that knows which component library draws tags, badges, dividers and buttons.
 * The library is no longer developed: a successor is a change to this file alone.
 */
import { provideVSCodeDesignSystem, vsCodeBadge, vsCodeButton, vsCodeDivider, vsCodeTag } from '@vscode/webview-ui-toolkit';

export function registerComponents(): void {
  provideVSCodeDesignSystem().register(vsCodeBadge(), vsCodeButton(), vsCodeDivider(), vsCodeTag());
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

export function createButton(text: string, pressed: () => void): HTMLElement {
  const button = document.createElement('vscode-button');
  button.setAttribute('appearance', 'secondary');
  button.textContent = text;
  button.addEventListener('click', pressed);
  return button;
}
