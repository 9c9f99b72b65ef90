import assert from 'node:assert/strict';
import fc from 'fast-check';
import { phaseNumberProblem, scaffold, scaffoldPath, slug } from '../../../src/core/scaffold/scaffold.ts';
import { kindNamed } from '../documents.ts';
import { expandSnippet } from '../template/expand-snippet.ts';

const kind = kindNamed('phase-plan');

describe('scaffold', () => {
  it('numbers, names and dates the plan', () => {
    const { path, contents } = scaffold(kind, { number: '7', name: 'Tides', date: '2026-05-04' });
    assert.equal(path, 'plans/PHASE-7-ARCHITECTURE-PLAN.md');
    assert.match(contents, /^# Phase 7 Architecture Plan$/m);
    assert.match(contents, /^\*\*Phase Name\*\*: Tides {2}$/m);
    assert.match(contents, /^\*\*Created After\*\*: Phase 6 Assessment {2}$/m);
    assert.match(contents, /^\*\*Date\*\*: 2026-05-04 {2}$/m);
  });

  it('begins a first phase without a phase before it', () => {
    const { contents } = scaffold(kind, { number: '1', name: 'First' });
    assert.match(contents, /^\*\*Created After\*\*: Project kick-off/m);
    assert.doesNotMatch(contents, /Previous Phase/);
  });

  it('writes any name as it was typed, also through the snippet', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', '$', '{', '}', '\\', '/', '"', '`', '🎯', '|', ',', '$1') }), (name) => {
        const { contents, snippet } = scaffold(kind, { number: '2', name });
        assert.equal(expandSnippet(snippet), contents);
      }),
    );
  });
});

describe('scaffoldPath', () => {
  it('never leads out of its folder', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('.', '..', '/', '\\', 'a', ':', '~', '\0', '%2e', '🎯', '-') }), (number) => {
        assert.match(scaffoldPath(kind, { number }), /^plans\/PHASE-[\p{L}\p{N}_-]+-ARCHITECTURE-PLAN\.md$/u);
      }),
    );
  });

  it('keeps letters of any script', () => assert.equal(slug(' Ünïted/港 "x" '), 'Ünïted-港-x'));
});

describe('phaseNumberProblem', () => {
  it('takes whole numbers from 1', () => {
    for (const good of ['1', ' 12 ', '9999']) assert.equal(phaseNumberProblem(good), undefined);
    for (const bad of ['', '0', '-1', '1.5', 'two', '1e3', '../1', '10000']) assert.match(phaseNumberProblem(bad) ?? '', /whole number/);
  });
});
