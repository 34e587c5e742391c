import { expect, type Locator } from '@playwright/test';

/** Expects that numbers stand in what a page says in the order in which they are dialled, from left to right. */
export async function expectInOrder(said: Locator, numbers: readonly string[]): Promise<void> {
  const places = await said.evaluate((told, wanted) => {
    const walker = document.createTreeWalker(told, NodeFilter.SHOW_TEXT);
    const found: number[][] = [];
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      for (const number of wanted) {
        const from = node.textContent?.indexOf(number) ?? -1;
        if (from < 0) continue;
        const range = document.createRange();
        found.push(
          Array.from({ length: number.length }, (_, at) => {
            range.setStart(node, from + at);
            range.setEnd(node, from + at + 1);
            return range.getBoundingClientRect().left;
          }),
        );
      }
    }
    return found;
  }, numbers);
  expect(places).toHaveLength(numbers.length);
  for (const lefts of places) expect(lefts).toEqual([...lefts].sort((a, b) => a - b));
}
