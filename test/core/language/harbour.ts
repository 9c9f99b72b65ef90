import { Shelf } from '../../../src/core/language/shelf.ts';
import { read } from '../support/markdown.ts';
import { indexOf, RECORD, type Texts } from '../workspace/sample-workspace.ts';

export const DESIGN = 'plans/architecture-design-PORT-7-2026-03-02.md';
export const TASKS = 'plans/architecture-design-PORT-7-2026-03-02-TASKS.md';
export const LOG = 'docs/adr/0001-one-log.md';
export const PIERS = 'docs/adr/0002-two-piers.md';
export const PHASE_1 = 'plans/PHASE-1-ARCHITECTURE-PLAN.md';
export const PHASE_2 = 'plans/PHASE-2-ARCHITECTURE-PLAN.md';

/** A plan with risks, phases, services and diagrams, its tasks, two records, two phase plans and a page of no kind. */
export const HARBOUR: Texts = {
  [DESIGN]: `# Harbour Architecture Design

## System Overview

**Architecture Pattern**: Services
R-1 and R-10 were found by the crew, see ADR-0001 and PHASE-2-ARCHITECTURE-PLAN.md. Not XR-1, R-1.5 or https://port.example/R-1.

## Core Microservices

#### 1. Berth Service

- **Responsibility**: Berths
- **Technology**: Go
- **Database**: Postgres
- **Scalability**: The Berth Service Gateway scales alone.

#### 2. Tolls

- **Responsibility**: Money; the Berth Service asks for tolls, and Tolls answers
- **Technology**: Go
- **Database**: Postgres
- **Scalability**: Two

\`\`\`mermaid
flowchart LR
  A[Berth Service] --> B["Tolls"]
  A --> C[Berth Service Gateway]
\`\`\`

\`\`\`text
Berth Service and R-1 in plain text
\`\`\`

## Technology Stack Decisions

| Service | Language | Framework | Rationale |
|---|---|---|---|
| Berth Service | Go | None | Speed |
| Tolls | Go | None | Speed |

## Risk Assessment and Mitigation

| ID | Risk | Impact | Mitigation |
|---|---|---|---|
| R-1 | Storm in port | High | Wait; then R-10, \`R-1\` and \`run R-1\` |
| R-10 | Fire | Low | Watch, as in [R-1](#risk-assessment-and-mitigation) |

## Implementation Roadmap

### Phase 1: Deep Water (4 weeks)

- Dig

### Phase 2: Tall Cranes (2 weeks)

- Build after Phase 1 and Phases 1 and 2, as told in the Deep Water works; [there](#phase-1-deep-water-4-weeks)
`,
  [TASKS]: `# Task Breakdown: Harbour

Made from [the design](architecture-design-PORT-7-2026-03-02.md#phase-1-deep-water-4-weeks).

## Tasks

### Phase 1: Deep Water

- [ ] T-01 Drive piles (3h)
- [ ] T-02 Pour (2h) after T-01, against R-1 of the [design](architecture-design-PORT-7-2026-03-02.md)
- [ ] T-10 Paint (2h) after T-01
`,
  [LOG]: RECORD('1. Keep one log', '\nSee [the piers](0002-two-piers.md#context-and-problem-statement).\n'),
  [PIERS]: `---\nstatus: accepted\ndate: 2026-04-02\nsupersedes: 0001-one-log.md\n---\n\n# Build two piers\n\n## Context and Problem Statement\n\nOne pier is *not* enough\nfor [two](x.md) ships. See ADR 1.\n\n## Considered Options\n\n- One\n- Two\n\n## Decision Outcome\n\nChosen option: "Two".\n`,
  [PHASE_1]: '# Phase 1 Architecture Plan\n\n## 🎯 Phase Vision Alignment\n\nWhat Phase 2 builds upon.\n\n## 🚨 Risk Analysis and Mitigation\n\n### Risk 1: Fog\n\n- **Probability**: High\n- **Impact**: Low\n- **Mitigation**: Horns\n\n### Risk 2: Ice\n\n- **Probability**: High\n- **Impact**: Low\n- **Mitigation**: Salt, as for Risk 1\n',
  [PHASE_2]: '# Phase 2 Architecture Plan\n\n## 🎯 Phase Vision Alignment\n\nAfter Phase 1.\n',
  'README.md': '# Read me\n\nAbout [storms](plans/architecture-design-PORT-7-2026-03-02.md#risk-assessment-and-mitigation), R-1 and [cranes](plans/architecture-design-PORT-7-2026-03-02.md#phase-2-tall-cranes-2-weeks).\n',
};

/** The pages of no kind are known by their texts. */
export function shelfOf(texts: Texts = HARBOUR): Shelf {
  const index = indexOf(texts);
  return new Shelf(index, read, new Map(Object.entries(texts).filter(([path]) => index.entry(path) === undefined)));
}

/** The offset of the words, at the mark `¦` in them: `at(text, 'see ¦ADR')`. */
export function at(text: string, marked: string): number {
  const found = text.indexOf(marked.replace('¦', ''));
  if (found < 0) throw new Error(`"${marked}" does not stand there`);
  return found + Math.max(0, marked.indexOf('¦'));
}
