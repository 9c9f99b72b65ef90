import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { FIRST_STEPS } from '../../src/core/life/first-steps.ts';
import { manifest, read, repositoryFiles } from './files.ts';

const EDITORS_OWN = /^groundplan\.documents\.focus$/;
const MOST_BYTES = 8_000;

describe('the walkthrough', () => {
  const [walkthrough, ...others] = manifest().contributes.walkthroughs;
  const steps = walkthrough?.steps ?? [];
  const commands = manifest().contributes.commands.map(({ command }) => command);

  it('is one of six to eight steps, each of its own name', () => {
    assert.equal(others.length, 0);
    assert.ok(steps.length >= 6 && steps.length <= 8);
    assert.equal(new Set(steps.map(({ id }) => id)).size, steps.length);
  });

  it('is opened by the command under its name', () => {
    assert.ok(read('src/extension/commands/open-walkthrough.ts').includes(`'groundplan.groundplan#${walkthrough?.id ?? ''}'`));
  });

  it('waits for each of the first steps once, and for nothing else', () => {
    assert.deepEqual(
      steps.flatMap(({ completionEvents }) => completionEvents).toSorted(),
      FIRST_STEPS.map((step) => `onContext:groundplan.${step}`).toSorted(),
      'Each step of package.json waits for one context key, and src/core/life/first-steps.ts names all of them.',
    );
  });

  it('waits for nothing that nobody ticks off', () => {
    const sources = repositoryFiles().filter((file) => /^src\/(?:extension|core\/life)\/.*\.ts$/.test(file)).map((file) => (file === 'src/core/life/first-steps.ts' ? read(file).replace(/^.*FIRST_STEPS.*$/gm, '') : read(file)));
    for (const step of FIRST_STEPS) assert.ok(sources.some((source) => source.includes(`'${step}'`)), `Nothing ticks "${step}" off: call tickOff where it is done.`);
  });

  for (const { id, title, description, media } of steps) {
    it(`leads on at "${title}": its commands are there`, () => {
      const named = Array.from(description.matchAll(/\]\(command:([\w.]+)\)/g), ([, command = '']) => command);
      assert.ok(named.length > 0, `The step "${id}" offers no command.`);
      for (const command of named) assert.ok(commands.includes(command) || EDITORS_OWN.test(command), `The step "${id}" offers ${command}, which does not exist.`);
    });

    it(`shows "${title}": its picture is there, small, and said in words`, () => {
      const svg = read(media.svg);
      assert.equal(media.svg, `media/walkthrough/${id}.svg`);
      assert.ok(svg.length > 0 && svg.length <= MOST_BYTES, `${media.svg} has ${svg.length} characters.`);
      assert.match(media.altText, /^[A-Z].{20,}\.$/);
    });

    it(`shows "${title}" in the colours of the theme, and asks nobody for more`, () => {
      const svg = read(media.svg);
      for (const [, colour] of svg.matchAll(/ (?:fill|stroke)="([^"]*)"/g)) assert.match(colour ?? '', /^(?:none|var\(--vscode-[\w-]+, .+\))$/);
      assert.doesNotMatch(svg.replace('http://www.w3.org/2000/svg', ''), /https?:|<script|<style|href=/);
    });
  }

  it('has no pictures that no step shows', () => {
    assert.deepEqual(readdirSync('media/walkthrough').toSorted(), steps.map(({ media }) => media.svg.replace('media/walkthrough/', '')).toSorted());
  });

  it('is offered where there is nothing to show yet', () => {
    for (const { contents } of manifest().contributes.viewsWelcome) assert.ok(contents.includes('(command:groundplan.openWalkthrough)'), contents);
  });
});
