import { expect, it, vi } from 'vitest';
import { lastAsked } from '../../../../src/desk/api/last-asked.ts';

/** A question that is answered when the test says so. */
function asked() {
  const { promise, resolve } = Promise.withResolvers<string>();
  return { question: () => promise, answer: resolve };
}

it('gives who asked before another did what that one gets, in whatever order the answers come', async () => {
  for (const order of [
    [0, 1],
    [1, 0],
  ] as const) {
    const take = vi.fn((answer: string) => `took ${answer}`);
    const { ask } = lastAsked(take);
    const questions = [asked(), asked()] as const;
    const got = questions.map(({ question }) => ask(question));
    for (const index of order) questions[index].answer(index === 0 ? 'old' : 'new');
    expect(await Promise.all(got)).toEqual(['took new', 'took new']);
    expect(take.mock.calls).toEqual([['new']]);
  }
});

it('gives nothing to who still waits when it is forgotten', async () => {
  const take = vi.fn((answer: string) => answer);
  const { ask, forget } = lastAsked(take);
  const one = asked();
  const got = ask(one.question);
  forget();
  one.answer('late');
  expect(await got).toBe(null);
  expect(take).not.toHaveBeenCalled();
  expect(await ask(async () => 'again')).toBe('again');
});
