/** How large what ships may become, in bytes. A budget is raised on purpose, with a record in docs/decisions. */
export interface Budget {
  readonly what: string;
  readonly most: number;
}

export const budgets = {
  host: { what: 'Extension for both hosts', most: 1_200_000 },
  webviewEntry: { what: 'Panel before the first diagram', most: 150_000 },
  diagramParser: { what: 'Parser of the diagrams', most: 1_700_000 },
  vsix: { what: 'Packaged extension', most: 2_500_000 },
} satisfies Record<string, Budget>;
