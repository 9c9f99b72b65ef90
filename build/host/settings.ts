export type Settings = Readonly<Record<string, unknown>>;

/** A workbench that asks nothing, advertises nothing and calls nobody. */
export const QUIET_SETTINGS: Settings = {
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'workbench.enableExperiments': false,
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'update.mode': 'none',
  'update.showReleaseNotes': false,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
};

/** A workbench that behaves the same every time: nothing is saved, restored, animated or delayed behind a test's back. */
export const TEST_SETTINGS: Settings = {
  ...QUIET_SETTINGS,
  'files.hotExit': 'off',
  'files.autoSave': 'off',
  'files.simpleDialog.enable': true,
  'window.confirmBeforeClose': 'never',
  'window.commandCenter': false,
  'editor.accessibilitySupport': 'off',
  'editor.minimap.enabled': false,
  'editor.quickSuggestionsDelay': 0,
  'workbench.reduceMotion': 'on',
  'workbench.editor.useModal': 'off',
};
