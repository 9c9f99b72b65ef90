import assert from 'node:assert/strict';
import { lint } from '../../../src/core/lint/lint.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/lint/settings.ts';
import { Subject } from '../../../src/core/lint/subject.ts';
import { NOWHERE } from '../../../src/core/lint/surroundings.ts';
import { readPlan } from '../../../src/core/plan/plan.ts';
import { allRules } from '../../../src/core/rules/all.ts';
import { scaffold } from '../../../src/core/scaffold/scaffold.ts';
import { withDerivedValues } from '../../../src/core/template/derived-values.ts';
import { isRequired, readTemplate, type ContractSection, type Kind } from '../../../src/core/template/kind.ts';
import { recognise } from '../../../src/core/template/recognise.ts';
import { fill } from '../../../src/core/template/placeholders.ts';
import { applyEdits } from '../../../src/core/text/edits.ts';
import { checker } from '../documents.ts';
import { read } from '../support/markdown.ts';
import { expandSnippet } from './expand-snippet.ts';
import { TEAM_TEMPLATE } from './team-template.ts';

const ANSWERS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'phase-plan': { number: '3', name: 'Berths & "boats"', date: '2026-03-01' },
  'architectural-plan': { feature: 'Berths & "boats"' },
  'architect-plan': { story: 'PORT-7', name: 'Harbour', date: '2026-03-01', requirements: 'docs/requirements.md', path: 'plans/x.md' },
  'master-plan': { name: 'Harbour' },
  'use-case-plan': { source: 'booking', source_title: 'Book a berth', source_link: 'booking.md', name: 'Book a berth' },
  'system-design': { system: 'Harbour' },
  'adr-nygard': { number: '7', title: 'Keep one log', date: '2026-03-01' },
  'adr-madr': { number: '7', title: 'Keep one log', date: '2026-03-01', author: 'Ada' },
  'adr-decision': { number: '7', title: 'Keep one log', date: '2026-03-01' },
  'task-breakdown': { source: 'PHASE-1-ARCHITECTURE-PLAN', source_title: 'Phase 1', source_link: 'PHASE-1-ARCHITECTURE-PLAN.md', name: 'Phase 1' },
  runbook: { service: 'billing' },
};

describe('every template', () => {
  const kinds = [...checker.kinds, teamKind()];
  for (const kind of kinds) {
    describe(kind.id, () => {
      const answers = ANSWERS[kind.id];
      if (answers === undefined) throw new Error(`Name the answers to the questions of ${kind.id} in ANSWERS.`);
      const { path, contents, snippet } = scaffold(kind, answers);
      const check = (text: string) => {
        const recognition = { kind, values: withDerivedValues(answers), reason: '' };
        const subject = new Subject(readPlan(text), path, recognition, read, NOWHERE);
        const findings = lint(subject, allRules, DEFAULT_SETTINGS, (_, error) => {
          throw error;
        });
        // What a template leaves open is still open.
        return findings.filter(({ rule }) => rule !== 'no-placeholders');
      };

      it('scaffolds a document without findings', () => {
        assert.deepEqual(check(contents), []);
        assert.doesNotMatch(contents, /plan:|groundplan:/);
        assert.doesNotMatch(path, /[{}]|_\b/);
      });

      it('scaffolds a document of its own kind, by its path and by its text alone', () => {
        assert.equal(recognise(readPlan(contents), path, kinds)?.kind.id, kind.id);
        if (kind.sections.length > 2) assert.equal(recognise(readPlan(contents), 'notes.md', kinds)?.kind.id, kind.id);
      });

      it('expands as a snippet to what it scaffolds', () => {
        assert.equal(expandSnippet(snippet), contents);
      });

      for (const section of requiredSections(kind.sections, answers)) {
        it(`misses "${section.title}" alone when it is removed, and restores it`, () => {
          const heading = fill(section.title, { ...answers, n: '1' });
          const found = readPlan(contents).sections.find((each) => each.heading.title === heading && each.heading.level === section.level);
          assert.ok(found, `the scaffold has ${heading}`);
          const without = contents.slice(0, found.range.start) + contents.slice(found.range.end);
          const findings = check(without);
          assert.deepEqual(findings.map(({ rule }) => rule), ['required-sections']);
          const restored = applyEdits(without, findings[0]?.fix?.edits ?? []);
          assert.equal(restored.trimEnd(), contents.trimEnd());
        });
      }
    });
  }
});

function teamKind(): Kind {
  const { kind, problems } = readTemplate(TEAM_TEMPLATE);
  if (kind === undefined) throw new Error(JSON.stringify(problems));
  return kind;
}

function requiredSections(sections: readonly ContractSection[], values: Readonly<Record<string, string>>): readonly ContractSection[] {
  return sections.flatMap((section) => (isRequired(section, values) ? [section, ...requiredSections(section.children, values)] : []));
}
