/** Names under which authors write the same field of a document, as title keys. */
const SAME: readonly (readonly string[])[] = [
  [
    ...['date', 'decision date', 'date of decision', 'decided', 'decided on', 'plan date', 'start date', 'published', 'approval date', 'approved on', 'accepted on', 'proposed on'],
    ...['created', 'created on', 'created at', 'creation date', 'date created', 'updated', 'updated on', 'updated at', 'last updated', 'last update', 'last modified'],
    ...['date accepted', 'date proposed', 'date decided', 'date approved', 'accepted date', 'proposed date', 'initiated', 'initiated on'],
  ],
  ['author', 'authors', 'created by', 'written by', 'prepared by', 'by', 'architect', 'owner', 'owners', 'plan owner', 'editor', 'editors', 'contributors'],
  [
    ...['decision makers', 'decision maker', 'deciders', 'decider', 'decided by', 'decision owner', 'approvers', 'approver', 'approved by', 'stakeholders', 'participants', 'people'],
    ...['author', 'authors', 'created by', 'written by', 'owner', 'owners', 'contributors', 'proposer', 'proposed by', 'champion', 'driver', 'contact', 'contacts', 'maintainers'],
  ],
  ['phase number', 'phase no', 'phase nr', 'phase id', 'phase', 'number'],
  ['phase name', 'phase title', 'name', 'title', 'phase'],
  ['created after', 'follows', 'previous phase', 'after', 'preceded by', 'depends on'],
  ['status', 'current status', 'adr status', 'decision status', 'document status', 'plan status', 'state'],
];

/** The names of a field, its own first. */
export function namesOf(key: string): readonly string[] {
  const same = SAME.find((names) => names.includes(key)) ?? [];
  return [key, ...same.filter((name) => name !== key)];
}
