import type { Value } from '../readings/forms/fields.ts';
import { commonScale, rankIn, readLevel, wholeLevel, type Level } from '../readings/risks/levels.ts';
import { splitAtPlaceholders } from '../template/placeholders.ts';

/** The levels that a field of a risk may have, lowest first, in the words of the document. */
export class RiskScale {
  readonly names: readonly string[];

  /** `values` are those that the document has there; `open` is what the template leaves to choose from. */
  constructor(values: readonly Value[], open: string) {
    const written = values.flatMap(({ text }) => {
      const level = wholeLevel(text);
      return level === undefined ? [] : [{ word: wordIn(text), level }];
    });
    const levels = written.map(({ level }) => level);
    const choices = choicesIn(open);
    const isInChoices = choices.length > 1 && levels.every(({ scale, rank }) => scale === 'words' && rank < choices.length);
    const names = isInChoices ? choices : commonScale(levels);
    const words = written.map(({ word }) => word);
    this.names = names.map((name, rank) => written.find(({ level }) => rankIn(names, level) === rank)?.word ?? inLettersOf(words, name));
  }

  nameOf(level: Level): string | undefined {
    return this.names[rankIn(this.names, level)];
  }

  /** "Low, Medium or High" */
  get listed(): string {
    return `${this.names.slice(0, -1).join(', ')} or ${this.names.at(-1) ?? ''}`;
  }
}

/** A level without lights, marks and figures around it. */
function wordIn(text: string): string {
  return /\p{L}(?:.*\p{L})?/u.exec(text)?.[0] ?? text;
}

function choicesIn(open: string): readonly string[] {
  const choices = splitAtPlaceholders(open).names.flatMap((name) => name.split('/').map((choice) => choice.trim()));
  const ranked = choices.map((name) => ({ name, level: readLevel(name) }));
  return ranked.every(({ level }) => level !== undefined) ? ranked.sort((a, b) => (a.level?.rank ?? 0) - (b.level?.rank ?? 0)).map(({ name }) => name) : [];
}

/** As large or small as the others are written. */
function inLettersOf(words: readonly string[], name: string): string {
  if (words.length === 0) return name;
  if (words.every((word) => word === word.toUpperCase())) return name.toUpperCase();
  return words.every((word) => word === word.toLowerCase()) ? name.toLowerCase() : name;
}
