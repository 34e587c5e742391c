import { expect, it } from 'vitest';
import { answerSize } from '../../../../../src/desk/inbox/loading/answer-size.ts';
import { PAGE_BYTES } from '../../../../../src/protocol/wire/api/fields.ts';

it('begins small, grows with quick answers up to a page, and shrinks with slow ones and none', () => {
  const size = answerSize();
  const first = size.bytes();
  expect(first).toBeLessThanOrEqual(32 * 1024);
  for (let turn = 0; turn < 10; turn++) size.took(100);
  expect(size.bytes()).toBe(PAGE_BYTES);
  size.took(3000);
  expect(size.bytes()).toBe(PAGE_BYTES);
  size.took(6000);
  size.took(null);
  expect(size.bytes()).toBe(PAGE_BYTES / 4);
  for (let turn = 0; turn < 10; turn++) size.took(null);
  expect(size.bytes()).toBe(first);
});
