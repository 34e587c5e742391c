import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { said } from './support/said.ts';

/*
 * A sentence that is written better fails no test: what content/ says is taken from there by its key (test/support/ui.ts)
 * or by its fact (src/facts).
 */

/** White space, as a page shows it, so that no line of a folded text in content/ is missed. */
const plain = (text: string) => text.replace(/\s+/g, ' ').trim();

/** Words from which what is typed is a sentence, or a label, and not a word that anything may be called. */
const WORDS = 3;

const content = globSync('content/**/*.{json,md,yaml}')
  .sort()
  .map((file) => plain(readFileSync(file, 'utf8').replaceAll('\\"', '"')));

it('no sentence of content/ is typed in a test', () => {
  const typed = globSync('test/{browser,engines,unit,built,worker,house/content,house/print}/**/*.ts')
    .sort()
    .flatMap((file) =>
      said(readFileSync(file, 'utf8'))
        .map(plain)
        .filter(
          (words) =>
            words.split(' ').filter((word) => /\p{L}/u.test(word)).length >= WORDS && !words.startsWith('{{'),
        )
        .filter((words) => content.some((text) => text.includes(words)))
        .map((words) => [file.replaceAll('\\', '/'), words]),
    );
  expect(typed).toEqual([]);
});

it.each([
  ["await expect(alert).toHaveText('Not sent yet. Nothing is lost.');", ['Not sent yet. Nothing is lost.']],
  ['/^We cannot find anything$/u', ['We cannot find anything']],
  ["test('a name', () => say('one ' + of('two')));", ['one ', 'two']],
  ["test.each([['a name', 'one'], { a: 'name', b: 'two' }, 'three'])('%s', of);", ['one', 'two', 'three']],
])('finds what is typed in %s', (source, words) => {
  expect(said(source).sort()).toEqual([...words].sort());
});
