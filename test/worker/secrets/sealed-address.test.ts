import { expect, it } from 'vitest';
import { openAddress, sealAddress } from '../../../functions/secrets/sealed-address.ts';
import { randomId } from '../../../src/protocol/wire/random-id.ts';
import { throwAwaySecret } from '../../../tools/serve/local-secrets.ts';

const ALERT_SECRET = throwAwaySecret();
const way = randomId();
const NUMBER = '+32470123456';

it('opens what it sealed, and nothing that was laid into another row or changed', async () => {
  const sealed = (await sealAddress({ ALERT_SECRET }, way, NUMBER)) ?? '';
  expect(await openAddress({ ALERT_SECRET }, way, sealed)).toBe(NUMBER);
  expect(await openAddress({ ALERT_SECRET }, randomId(), sealed)).toBeNull();
  expect(await openAddress({ ALERT_SECRET }, way, `${sealed.slice(0, -2)}AA`)).toBeNull();
  expect(await openAddress({ ALERT_SECRET: throwAwaySecret() }, way, sealed)).toBeNull();
  expect(await openAddress({ ALERT_SECRET }, way, 'no base64url!')).toBeNull();
});

it('shows nothing of a number, not even its length, and never the same twice', async () => {
  const texts = await Promise.all(
    ['+321', NUMBER, NUMBER].map((number) => sealAddress({ ALERT_SECRET }, way, number)),
  );
  expect(new Set(texts).size).toBe(3);
  expect(new Set(texts.map((text) => text?.length)).size).toBe(1);
});

it('opens under a secret that was replaced, while both are valid', async () => {
  const sealed = (await sealAddress({ ALERT_SECRET }, way, NUMBER)) ?? '';
  const both = { ALERT_SECRET: `${throwAwaySecret()},${ALERT_SECRET}` };
  expect(await openAddress(both, way, sealed)).toBe(NUMBER);
});

it('seals nothing without a secret, and no number that is too long', async () => {
  expect(await sealAddress({ ALERT_SECRET: undefined }, way, NUMBER)).toBeNull();
  expect(await sealAddress({ ALERT_SECRET: 'short' }, way, NUMBER)).toBeNull();
  expect(await sealAddress({ ALERT_SECRET }, way, '1'.repeat(33))).toBeNull();
});
