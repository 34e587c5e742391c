import { expect, test } from 'vitest';
import { stringProblems } from '../../../tools/content/strings.ts';
import { textProblems } from '../../../tools/content/texts.ts';

test('every text, string and fact of content/ is there, in each language, and used', () => {
  expect([...stringProblems(), ...textProblems()]).toEqual([]);
});
