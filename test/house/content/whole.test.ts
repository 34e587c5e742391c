import { expect, test } from 'vitest';
import { contentProblems } from '../../../tools/check/content/problems.ts';

test('every text, string and fact of content/ is there, in each language, and used', async () => {
  expect(await contentProblems()).toEqual([]);
});
