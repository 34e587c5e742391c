import { fromBase64url } from '../../protocol/wire/bytes.ts';

/** Letters and digits that don't look alike in print or by hand, and make no words. */
const SIGNS = '23456789CDFHJKMNPQRTVWXY';

/** Signs of a reference where no other case begins with the same. */
const SHORTEST = 4;

/** The signs of an id, all 16 of them: `K7M2…`. */
function signsOf(id: string): string {
  return Array.from(fromBase64url(id) ?? [], (byte) => SIGNS[byte % SIGNS.length]).join('');
}

/**
 * What members call cases when they speak of them: four signs of each case's id, `K7M2`, or as many more as tell it
 * from every other. What was said aloud stays right: a longer reference begins with the shorter one.
 */
export function references(ids: readonly string[]): Map<string, string> {
  const signs = ids.map((id) => ({ id, all: signsOf(id) })).sort((a, b) => (a.all < b.all ? -1 : 1));
  const shared = (a: string, b: string) => {
    let length = 0;
    while (length < a.length && a[length] === b[length]) length += 1;
    return length;
  };
  return new Map(
    signs.map(({ id, all }, at) => {
      // Sorted, so that whoever shares most with a case stands beside it.
      const most = Math.max(shared(all, signs[at - 1]?.all ?? ''), shared(all, signs[at + 1]?.all ?? ''));
      return [id, all.slice(0, Math.max(SHORTEST, most + 1))];
    }),
  );
}
