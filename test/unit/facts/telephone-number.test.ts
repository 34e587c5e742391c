import { describe, expect, test } from 'vitest';
import { dialled, telephoneFault } from '../../../src/facts/telephone-number.ts';

describe('a telephone number', () => {
  test.each([
    ['02 511 64 64', '+3225116464'],
    ['03 201 16 90', '+3232011690'],
    ['04 232 40 30', '+3242324030'],
    ['071 12 34 56', '+3271123456'],
    ['0488 12 34 56', '+32488123456'],
    ['078 05 58 00', '+3278055800'],
    ['0800 12 345', '+3280012345'],
    ['0900 12 345', '+3290012345'],
    ['+32 2 511 64 64', '+3225116464'],
    ['+31 20 624 11 11', '+31206241111'],
    ['112', '112'],
    ['101', '101'],
    ['1722', '1722'],
    ['116 000', '116000'],
  ])('%s is right and dials %s', (written, dials) => {
    expect(telephoneFault(written)).toBeUndefined();
    expect(dialled(written)).toBe(dials);
  });

  test.each([
    ['02 511 64', /7 digits/],
    ['02 511 64 6', /8 digits|groups/],
    ['02 511 64 64 64', /11 digits/],
    ['0488 12 34', /8 digits/],
    ['0488 12 34 56 7', /groups/],
    ['078 05 58', /7 digits/],
    ['0800 12 34', /8 digits/],
    ['116 00', /5 digits/],
    ['512', /3 digits/],
    ['11', /2 digits/],
    ['+32 02 511 64 64', /after \+32 the number has no 0/],
    ['+32 2 511 64', /8 digits/],
    ['02/511.64.64', /groups/],
    ['02 511 64 64 (day)', /groups/],
    ['025116464', /groups/],
    ['0999 12 34 56', /begins as no number does/],
  ])('%s is wrong', (written, says) => {
    expect(telephoneFault(written)).toMatch(says);
  });
});
