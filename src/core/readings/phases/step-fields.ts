/** The names under which authors write the fields, as title keys; of several that are there, the one named first counts. */
export const EFFORT = ['estimated effort', 'effort', 'effort estimate', 'estimate', 'estimated', 'estimated duration', 'duration', 'estimated time', 'timeline', 'timeframe'];
/** What says when, in place of how long. */
export const SCHEDULE = ['start', 'end', 'start date', 'end date', 'date', 'dates', 'due', 'due date', 'target date', 'schedule', 'week', 'weeks', 'days', 'months', 'sprint', 'sprints', 'quarter', 'size', 't shirt size', 'story points', 'points'];
export const FILES = ['files', 'file'];
export const WORKS = ['deliverables', 'deliverable', 'key deliverables', 'outputs', 'tasks', 'key tasks', 'scope', 'items'];
export const DEPENDS_ON = ['depends on', 'dependencies', 'dependency', 'depends', 'prerequisites', 'prerequisite', 'blocked by', 'requires', 'after'];
export const STATUS = ['status', 'state'];
export const GOAL = ['goal', 'goals', 'objective', 'objectives', 'purpose', 'focus'];
export const PLAN = ['plan', 'phase plan', 'plan document'];
/** Fields that are none of ours, and no deliverables either. */
const OTHERS = ['owner', 'owners', 'team', 'lead', 'resources', 'risk', 'risks', 'budget', 'cost', 'priority'];
const REMARKS = ['success criteria', 'exit criteria', 'entry criteria', 'acceptance criteria', 'criteria', 'validation', 'milestone', 'note', 'notes', 'rationale', 'outcome', 'metrics', 'success metrics', 'done when', 'definition of done', 'verification', 'testing', 'blockers', 'assumptions', 'open questions', 'out of scope', 'non goals'];
export const PARALLEL = ['parallel', 'can parallelize', 'parallelizable'];
/** What only phases and waves have: it tells a numbered heading that is one from those that are none. */
export const TELLING = new Set([...EFFORT, ...FILES, ...WORKS, ...DEPENDS_ON]);
export const FIELDS = new Set([...TELLING, ...SCHEDULE, ...STATUS, ...GOAL, ...PLAN, ...OTHERS, ...REMARKS, ...PARALLEL]);
