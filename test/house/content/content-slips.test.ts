import { describe, expect, test } from 'vitest';
import { lineWith, replace, STACK, said, withChange } from './content-copy.ts';

describe('a slip in a file is said in a sentence, with its file and line', () => {
  test.each<[string, string, (text: string) => string, string, RegExp]>([
    [
      'a colon in plain text',
      'content/en/pages/worried.md',
      replace(/^title: .*/m, 'title: Worried: about someone'),
      'title:',
      /colon in the text.*quotes/,
    ],
    [
      'bad indentation',
      'content/nl/faq.yaml',
      replace('  audience: help', '   audience: help'),
      'audience: help',
      /too far to the right or to the left/,
    ],
    [
      'a missing quote',
      'content/fr/materials/protection.yaml',
      replace(/^( +- '.*)'$/m, '$1'),
      "- '",
      /quote/,
    ],
    [
      'a name that stands twice',
      'content/centre.yaml',
      replace('  as: email', '  as: email\n  as: email'),
      '',
      /“as” stands twice/,
    ],
    [
      'a name that is not known',
      'content/nl/pages/about.md',
      replace('title:', 'titel:'),
      '',
      /“titel” is no name that is known|“title” is missing/,
    ],
    [
      'a list in place of a text',
      'content/en/materials/poster.yaml',
      replace(/^call: .*$/m, 'call:\n  - a\n  - b'),
      'call:',
      /“call” must be a text; it is a list/,
    ],
    [
      'a text in place of a number',
      'content/nl/services/shelter.md',
      replace(/^order: .*$/m, 'order: first'),
      'order:',
      /“order” must be a/,
    ],
    [
      'a translation of which nobody says whether it was read',
      'content/ro/reading.yaml',
      replace('  safe: false\n', ''),
      '',
      /“confirmed › safe” is missing/,
    ],
    [
      'sentences on the law of which nobody says whether a lawyer read them',
      'content/nl/reading.yaml',
      replace('  mine: false', '  {}'),
      '',
      /“confirmed › mine” is missing/,
    ],
    [
      'a wrong account number',
      'content/centre.yaml',
      replace('value: BE20 0011 7035 9156', 'value: BE20 0011 7035 9157'),
      'BE20 0011 7035 9156',
      /a digit is wrong or missing: the check digits do not fit/,
    ],
    [
      'a telephone number that lacks two digits',
      'content/centre.yaml',
      replace('value: 02 511 64 64', 'value: 02 511 64'),
      '02 511 64 64',
      /it has 7 digits.*Is a digit missing/,
    ],
    [
      'a value that was changed after it was confirmed',
      'content/centre.yaml',
      replace('value: 078 05 58 00', 'value: 078 05 58 01'),
      'value: 078 05 58 00',
      /078 05 58 01 is not what was confirmed, which is 078 05 58 00.*confirmed: false/,
    ],
    [
      'true in place of the confirmed value',
      'content/law.yaml',
      replace('confirmed: 45', 'confirmed: true'),
      'confirmed: 45',
      /write the confirmed value once more.*“confirmed: 45”/,
    ],
    [
      'a number of a report that was changed',
      'content/reports/2024/nationalities.yaml',
      replace('[183]', '[138]'),
      'confirmed:',
      /the numbers are others than were confirmed/,
    ],
    [
      'a language that is missing',
      'content/reports/2024.yaml',
      replace(/^ {2}fr: .*\n/m, ''),
      'title:',
      /“title › fr” is missing/,
    ],
    [
      'a tab',
      'content/fr/signs.yaml',
      replace('    title: ', '\ttitle: '),
      'title: ',
      /a tab stands before the text/,
    ],
    [
      'a space that is missing after a colon',
      'content/en/faq.yaml',
      replace('audience: help', 'audience:help'),
      'audience: help',
      /Is the : missing, or the space after it/,
    ],
    [
      'an apostrophe within single quotes',
      'content/en/materials/protection.yaml',
      replace(/^headline: .*$/m, "headline: 'It's yours'"),
      'headline:',
      /apostrophe is written twice/,
    ],
    [
      'a text that begins with a fact',
      'content/en/materials/protection.yaml',
      replace(/- .*(?={{law.reflectionDays}})/, '- '),
      '{{law.reflectionDays}}',
      /begins with \{\{.*quotes/,
    ],
    [
      'a text that a # cuts off',
      'content/en/materials/poster.yaml',
      replace(/^lead: .*$/m, 'lead: Are you forced to work? #1'),
      'lead:',
      /what stands after # is a note and shows nowhere/,
    ],
    [
      'an empty text',
      'content/nl/materials/card.yaml',
      replace(/^question: .*$/m, 'question:'),
      'question:',
      /“question” must be a text; it is empty/,
    ],
    [
      'an audience that is not known',
      'content/nl/faq.yaml',
      replace('audience: help', 'audience: everyone'),
      'audience: help',
      /“no\. 1 › audience” must be help or relative or .*; it is the text “everyone”/,
    ],
    [
      'an id that stands twice',
      'content/nl/faq.yaml',
      replace('id: cost', 'id: police'),
      'id: cost',
      /‘police’ stands there twice/,
    ],
    [
      'a year that stands twice',
      'content/fr/timeline.yaml',
      replace('year: 1995', 'year: 1994'),
      'year: 1995',
      /‘1994’ stands there twice/,
    ],
    [
      'a head that is not closed',
      'content/en/pages/privacy.md',
      (text) => text.replace(/\n---\n/, '\n'),
      '---',
      /no second one that ends it/,
    ],
    [
      'a block in a block',
      'content/en/faq.yaml',
      replace(/^ {4}:::$(?=\n\n {4}:::confirm centre\.street$)/m, '    Come.'),
      ':::confirm centre.street',
      /closed by a line “:::” before the next begins/,
    ],
    [
      'a block that begins otherwise',
      'content/fr/pages/rights.md',
      replace(':::confirm law.hardSides', '::: confirm law.hardSides'),
      ':::confirm law.hardSides',
      /a block begins with a line “:::confirm …”/,
    ],
    [
      'a condition too few',
      'content/ar/materials/protection.yaml',
      replace(/(\nconditions:\n(?: .*\n)*? {2}list:\n) {4}- .*\n/, '$1'),
      '  list:',
      /has 2 lines; there must be 3/,
    ],
    [
      'a comma that is missing among strings',
      'content/fr/ui/safe.json',
      replace(/("skip": "[^"]*"),/, '$1'),
      '',
      /comma is missing at the end of the line above/,
    ],
    [
      'a quote that is missing among strings',
      'content/nl/ui/form.json',
      replace(/("send": "[^"]*)"/, '$1'),
      '"send"',
      /does not end with " on the same line/,
    ],
    [
      'a key that stands twice among strings',
      'content/nl/ui/safe.json',
      replace('"skip":', '"languages": "x",\n  "skip":'),
      '',
      /“languages” stands twice/,
    ],
  ])('%s', async (_, file, change, words, says) => {
    const faults = await withChange(file, change, said);
    const [line = ''] = faults.split('\n').filter((one) => says.test(one));
    expect(faults).toMatch(says);
    expect(line.startsWith(`${file}:`), faults).toBe(true);
    if (words) expect(line).toContain(`${file}:${lineWith(file, words)}:`);
    expect(line).toMatch(new RegExp(`^${file}:\\d+: `));
    expect(faults).not.toMatch(STACK);
  });
});
