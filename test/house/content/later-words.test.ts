import { expect, it } from 'vitest';
import { LATER_WORDS } from '../../../src/desk/words/later-words.ts';
import { laterWordProblems } from '../../../tools/check/content/later-words.ts';

it('finds nothing wrong with the table as it is', () => {
  expect(laterWordProblems()).toEqual([]);
});

it('finds a word that the desk says before it comes, also one that a template makes', () => {
  const problems = laterWordProblems({ ...LATER_WORDS, list: [], urgency: [] });
  expect(problems.join('\n')).toContain('list.title comes later');
  expect(problems.join('\n')).toContain('urgency.today comes later');
});

it('finds a name in the table that the desk does not say before it comes', () => {
  expect(laterWordProblems({ ...LATER_WORDS, audit: ['title', 'loading'] })).toEqual([
    expect.stringContaining('audit.loading is not said'),
  ]);
});
