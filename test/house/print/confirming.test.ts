import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { createKeyFile } from '../../../tools/keys/key-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'confirming-'));
const home = process.cwd();
const LEAFLET = 'content/es/materials/protection.yaml';
const CLAIMS = 'content/claims.yaml';
const CENTRE = 'content/centre.yaml';
const CARD = 'content/es/materials/card.yaml';
const DUTCH = 'content/nl/materials/protection.yaml';

/** The texts as a production build reads them, in a copy of content/ that a test may change. */
async function texts() {
  vi.resetModules();
  return {
    ...(await import('../../../src/print/catalogue/readings.ts')),
    ...(await import('../../../src/print/catalogue/texts.ts')),
    ...(await import('../../../src/print/documents/card.ts')),
    ...(await import('../../../src/print/documents/strips.ts')),
    ...(await import('../../../src/print/catalogue/catalogue.ts')),
  };
}

const change = (file: string, from: string | RegExp, to: string) => {
  const before = readFileSync(file, 'utf8');
  expect(before.search(from)).toBeGreaterThan(-1);
  writeFileSync(file, before.replace(from, to));
};

beforeAll(async () => {
  const publicKey = join(folder, 'key.json');
  await createKeyFile('production', 'a passphrase for the tests', join(folder, 'secret.json'), publicKey);
  vi.stubEnv('CENTRE_KEY_FILE', publicKey);
  for (const part of ['content', 'src']) cpSync(part, join(folder, part), { recursive: true });
  cpSync('node_modules/@expo-google-fonts', join(folder, 'node_modules/@expo-google-fonts'), {
    recursive: true,
  });
  process.chdir(folder);
  vi.stubEnv('SITE_ENV', 'production');
}, 120_000);
afterEach(() => cpSync(join(home, 'content'), join(folder, 'content'), { recursive: true }));
afterAll(() => {
  process.chdir(home);
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

it('comes into a production build by its mark, and leaves it again by a changed word', async () => {
  const { readingOf } = await texts();
  const { mark } = readingOf('protection', 'es');
  change(LEAFLET, 'confirmed: false', `confirmed: ${mark}`);
  const read = await texts();
  expect(read.readingOf('protection', 'es')).toMatchObject({ read: true, changed: false });

  change(LEAFLET, /^headline: .*$/m, 'headline: otra');
  const edited = await texts();
  expect(edited.readingOf('protection', 'es')).toMatchObject({ read: false, changed: true, file: LEAFLET });
});

it('leaves it as well when the Dutch text says something else', async () => {
  const { readingOf } = await texts();
  change(LEAFLET, 'confirmed: false', `confirmed: ${readingOf('protection', 'es').mark}`);
  change(DUTCH, /^headline: .*$/m, 'headline: anders');
  expect((await texts()).readingOf('protection', 'es')).toMatchObject({ read: false, changed: true });
});

it('is on the poster with strips from then on, and its card is made', async () => {
  const { readingOf } = await texts();
  change(CARD, 'confirmed: false', `confirmed: ${readingOf('card', 'es').mark}`);
  const { strips, cards, materialText } = await texts();
  const [poster] = strips();
  expect(poster?.speaks).toEqual(['nl', 'fr', 'en', 'es']);
  expect(JSON.stringify(poster?.data)).toContain(materialText('card', 'es').question);
  expect(poster?.confirmed).toBe(true);
  expect(
    cards()
      .filter(({ confirmed }) => confirmed)
      .map(({ language }) => language),
  ).toContain('es');
});

it('says on the card at which hours and in which languages only what is confirmed, and only of our own number', async () => {
  const knownOn = async () => {
    const { cards, materialText } = await texts();
    const { always, interpreter } = materialText('card', 'en');
    const card = cards().find(({ language }) => language === 'en');
    return { known: card?.data['known'], always, interpreter };
  };
  expect((await knownOn()).known).toEqual([]);
  change(CENTRE, /(?<=^telephone:\n {2}value: (.+)\n(?: {2}.+\n)*? {2}confirmed: )false/m, '$1');
  const own = await knownOn();
  expect(own.known).toEqual([own.always, own.interpreter]);
  change(CLAIMS, /(?<=^interpreters:\n(?: {2}.+\n)*? {2}confirmed: ).+/m, 'false');
  expect((await knownOn()).known).toEqual([own.always]);
});

it('can be taken from a text of our own languages too', async () => {
  change('content/fr/materials/poster.yaml', /^file: /m, 'confirmed: false\nfile: ');
  const { catalogue, readings } = await texts();
  const posters = catalogue().filter(({ item }) => item === 'poster');
  expect([...new Set(posters.map(({ language }) => language))]).toEqual(['nl', 'en']);
  expect(readings().find(({ file }) => file === 'content/fr/materials/poster.yaml')?.read).toBe(false);
});
