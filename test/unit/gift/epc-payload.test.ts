import { expect, test } from 'vitest';
import { epcPayload } from '../../../src/gift/epc-payload.ts';

const transfer = { name: 'PAG-ASA vzw', iban: 'BE20 0011 7035 9156', message: '+++199/4000/00104+++' };

test('a transfer with an amount', () => {
  expect(epcPayload({ ...transfer, amount: 40 })).toBe(
    'BCD\n002\n1\nSCT\n\nPAG-ASA vzw\nBE20001170359156\nEUR40.00\n\n\n+++199/4000/00104+++',
  );
});

test('the payer chooses the amount', () => {
  expect(epcPayload(transfer).split('\n')[7]).toBe('');
});

test.each([
  { amount: 0 },
  { amount: 1_000_000_000 },
  { amount: Number.NaN },
  { name: 'x'.repeat(71) },
  { message: 'x'.repeat(141) },
])('what the standard does not allow is refused: %o', (wrong) => {
  expect(() => epcPayload({ ...transfer, ...wrong })).toThrow();
});
