import { WorkspaceIndex } from '../../../src/core/workspace/index.ts';
import type { Around } from '../../../src/core/workspace/index-problems.ts';
import { checker } from '../documents.ts';

export type Texts = Readonly<Record<string, string>>;

/** A record as Nygard has them. */
export const RECORD = (title: string, more = ''): string => `# ${title}\n\n## Status\n\nAccepted\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n${more}`;

/** A document of every kind, records in every dialect, a page beside them; everything leads somewhere. */
export const SAMPLE: Texts = {
  'README.md': '# Harbour\n\nThe [quality targets](docs/quality-targets.md), and [the first phase](plans/PHASE-1-ARCHITECTURE-PLAN.md#risks).\n',
  'docs/quality-targets.md': '# Targets\n\nSee ADR-0002 for why.\n',
  'docs/book-a-berth.md': '# Use Case: Book a berth\n\n## Actors\n\n- Skipper\n',
  'docs/book-a-berth-PLAN.md':
    '---\nstatus: awaiting-approval\nsource: book-a-berth.md\n---\n# Use Case Plan: Book a berth\n\nMade from [Book a berth](book-a-berth.md).\n\n## 1. Use Case Alignment\n\n## 2. System Structure and High-Level Architecture\n\n[One log](adr/0001-one-log.md)\n\n## 8. Technology Stack and Tooling\n',
  'docs/architecture/SYSTEM_DESIGN.md': '# System Design: Harbour\r\n\r\n## Context\r\n\r\nFrom [the targets](../quality-targets.md).\r\n\r\n## Decisions\r\n\r\nAs decided in ADR-0001 and later.\r\n',
  'docs/adr/0001-one-log.md': '# 1. Keep one log\n\nDate: 2026-03-01\n\n## Status\n\nSuperseded by [2. Keep two logs](0002-two-logs.md)\n\n## Context\n\nWhy.\n\n## Decision\n\nThis.\n\n## Consequences\n\nThat.\n',
  'docs/adr/0002-two-logs.md':
    '---\nstatus: accepted\ndate: 2026-04-02\n---\n\n# Keep two logs\n\n## Context and Problem Statement\n\nWhy.\n\n## Considered Options\n\n- One\n- Two\n\n## Decision Outcome\n\nChosen option: "Two".\n\n## More Information\n\nSupersedes [0001](0001-one-log.md)\n',
  'docs/adr/0003-three-logs.md':
    '# Keep three logs\n\n* Status: proposed\n* Deciders: Mara\n* Date: 2026-05-03\n\n## Context and Problem Statement\n\nWhy.\n\n## Considered Options\n\n* One\n\n## Decision Outcome\n\nChosen option: "One".\n\n## Links\n\n* Amends [ADR-0002](0002-two-logs.md)\n',
  'docs/adr/0004-four-logs.md':
    '---\nstatus: "rejected"\ndate: 2026-06-04\n---\n\n# Keep four logs\n\n## Context and Problem Statement\n\nWhy.\n\n## Considered Options\n\n* One\n\n## Decision Outcome\n\nChosen option: "One".\n\n### Consequences\n\n* Good, because relates to ADR-0003.\n\nRelates to ADR-0003.\n',
  'docs/adr/0005-five-logs.md':
    '\uFEFF# Decision: Keep five logs 🪵\n\n**Status**: 🟢 Adopted (2026-07-05)\n\n## Problem\n\nWhy, after [four](0004-four-logs.md).\n\n## Options Considered\n\n1. **One**\n   - Pros: short\n   - Cons: long\n\n## Selected Approach\n\nOne\n\n## Trade-offs\n\nSome.\n\n**Confidence**: 80%\n',
  'plans/IMPLEMENTATION-PLAN.md':
    '# Implementation Plan\n\n## Vision\n\nA berth for everybody.\n\n## Phases\n\n| Phase | Goal | Depends on | Status | Plan |\n|---|---|---|---|---|\n| 1 | Book | None | Done | [Phase 1](PHASE-1-ARCHITECTURE-PLAN.md) |\n| 2 | Pay | 1 | Planned | - |\n',
  'plans/PHASE-1-ARCHITECTURE-PLAN.md': '# Phase 1 Architecture Plan\n\n## 🎯 Phase Vision Alignment\n\n**Phase Number**: 1  \n**Date**: 2026-03-02  \n\n## 🚨 Risks\n\nA storm.\n',
  'plans/PHASE-2-ARCHITECTURE-PLAN.md': '# Phase 2 Architecture Plan\n\n**Status**: Draft\n\n## 🎯 Phase Vision Alignment\n\nGoal 1 of the [master plan](IMPLEMENTATION-PLAN.md), see ADR-0002 too.\n',
  'plans/ARCHITECTURAL-PLAN-berths.md': '# Architectural Plan: Berths\n\n## Executive Summary\n\nMore berths, [designed here](../docs/architecture/SYSTEM_DESIGN.md).\n',
  'plans/ARCHITECTURAL-PLAN-berths-TASKS.md': '# Task Breakdown: Berths\n\nMade from [Berths](ARCHITECTURAL-PLAN-berths.md).\n\n## Tasks\n\n### Phase 1: Piers\n\n- [ ] T-01 Drive piles (3h)\n',
  'plans/architecture-design-PORT-7-2026-03-02.md':
    '# Harbour Architecture Design\n\n## Transition Record\n\n```\n[TRANSITION|architect.planning] by architect\nMODE: strict\nFROM_STATE: DRAFT\nTO_STATE: PLANNED\nWHY:\n- It has to be.\n```\n\n## System Overview\n\nOver [the design](../docs/architecture/SYSTEM_DESIGN.md).\n',
};

export function indexOf(texts: Texts): WorkspaceIndex {
  const index = new WorkspaceIndex(checker.kinds, checker.readMarkdown);
  for (const [path, text] of Object.entries(texts)) index.set(path, text);
  return index;
}

/** What stands in the folders of these files. */
export function around(texts: Texts): Around {
  const paths = Object.keys(texts);
  return {
    names: (folder) => {
      const lead = folder === '' ? '' : `${folder}/`;
      return Array.from(new Set(paths.filter((path) => path.startsWith(lead)).map((path) => path.slice(lead.length).split('/')[0] ?? '')));
    },
  };
}

/** Everything that an index tells, for comparison. */
export function told(index: WorkspaceIndex, texts: Texts): unknown {
  const paths = Object.keys(texts).sort();
  return {
    entries: index.entries(),
    neighbours: paths.map((path) => index.neighbours(path)),
    chains: paths.map((path) => [index.phases(path), index.supersession(path)]),
    problems: index.problems(around(texts)),
    hits: ['log', 'phase', 'berth keep', 'adr-2'].map((query) => index.search(query)),
  };
}
