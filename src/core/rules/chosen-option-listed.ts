import { defineRule } from '../lint/rule.ts';
import { weighingsIn } from '../lint/weighings.ts';
import { inWords, listed } from '../lint/wording.ts';
import { chosenName, isListed } from '../readings/decisions/chosen-names.ts';

/** So few options are no choice yet, and say little of what else was weighed. */
const LEAST_OPTIONS = 2;
const MOST_NAMED = 4;

export const chosenOptionListed = defineRule({
  id: 'chosen-option-listed',
  summary: 'What was chosen is one of the options.',
  severity: 'warning',
  fixable: false,
  *check(subject) {
    for (const { options, choice, decision } of weighingsIn(subject)) {
      // What is listed as an alternative is what was not chosen.
      if (choice === undefined || options.length < LEAST_OPTIONS || decision?.alternatives !== undefined) continue;
      const chosen = chosenName(choice);
      if (chosen === undefined || isListed(chosen, choice, options)) continue;
      const names = listed(options.slice(0, MOST_NAMED).map(({ name }) => `"${inWords(name.text)}"`));
      const more = options.length > MOST_NAMED ? ` and ${options.length - MOST_NAMED} more` : '';
      yield {
        message: `"${inWords(chosen.name.text)}" is chosen and is none of the options, which are ${names}${more}: list it among them, or name the one that is meant.`,
        range: chosen.name.range,
        related: options.slice(0, 1).map(({ range }) => ({ message: 'The options begin here.', range })),
      };
    }
  },
});
