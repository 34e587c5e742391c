import nacl from 'tweetnacl';
import { build, type Plugin } from 'vite';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { asModule, plainTweetnacl } from '../../../tools/build/astro/plain-tweetnacl.ts';

const ENTRY = '\0entry.js';

/** A module that holds this. */
const written = (code: string): Plugin => ({
  name: 'written',
  resolveId: (id) => (id === ENTRY ? id : null),
  load: (id) => (id === ENTRY ? code : null),
});

/** What a browser gets of code that takes `nacl` from tweetnacl. */
async function built(code: string): Promise<string> {
  const made = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [written(`import nacl from 'tweetnacl';\n${code}`), plainTweetnacl()],
    build: {
      write: false,
      rolldownOptions: { input: ENTRY, preserveEntrySignatures: 'strict' },
    },
  });
  const [chunk] = 'output' in made ? made.output : [];
  return chunk?.code ?? '';
}

const run = (code: string) => import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(code)}`);

// As in a browser, where it finds its random bytes.
beforeEach(() => vi.stubGlobal('self', globalThis));
afterEach(() => vi.unstubAllGlobals());

test('offers what it offers in Node, and does the same', async () => {
  const { default: plain } = await run(await built('export default nacl;'));
  const [names, plainNames] = [nacl, plain].map((one) => Object.keys(one).sort());
  expect(plainNames).toEqual(names);
  const [ours, theirs] = [plain.box.keyPair(), nacl.box.keyPair()];
  const nonce = plain.randomBytes(plain.box.nonceLength);
  const text = new TextEncoder().encode('Somebody wrote this.');
  const box = plain.box(text, nonce, theirs.publicKey, ours.secretKey);
  expect(nacl.box.open(box, nonce, ours.publicKey, theirs.secretKey)).toEqual(text);
  const signing = plain.sign.keyPair();
  expect(
    nacl.sign.detached.verify(text, plain.sign.detached(text, signing.secretKey), signing.publicKey),
  ).toBe(true);
});

test('a page that only seals carries nothing that signs', async () => {
  const seals = await built('export const seal = (...all) => nacl.box(...all);');
  const signs = await built('export const all = (...all) => [nacl.box(...all), nacl.sign(...all)];');
  expect(seals.length).toBeLessThan(signs.length * 0.75);
  // The first of the constants of SHA-512, which signatures count with.
  const constant = /0x428a2f98|1116352408/;
  expect([constant.test(signs), constant.test(seals)]).toEqual([true, false]);
});

test('a tweetnacl that is written otherwise is refused', () => {
  expect(() => asModule('export const box = 1;')).toThrow('tweetnacl is not written as it was');
});
