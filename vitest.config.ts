import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { describeCentreKey } from './src/protocol/wire/centre-key.ts';
import { centre } from './test/worker/support/centre.ts';

/** Milliseconds. Stretching a passphrase takes seconds, more where two cores have much to do. */
const TIMEOUT = 60_000;

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [
          cloudflareTest(async () => ({
            main: './functions/worker.ts',
            wrangler: { configPath: './wrangler.toml' },
            miniflare: {
              bindings: {
                TEST_MIGRATIONS: await readD1Migrations('./functions/migrations'),
                CENTRE_KEY_IDS: describeCentreKey(centre.publicKey).keyId,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          testTimeout: TIMEOUT,
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['./test/worker/setup.ts'],
        },
      },
      // The code of each folder by itself; and the house: what is built, printed and written down, commands, rules.
      ...['unit', 'house'].map((name) => ({
        test: {
          name,
          testTimeout: TIMEOUT,
          include: [`test/${name}/**/*.test.ts`],
          // What is not confirmed shows in tests, as it does in npm start; tests of the real site say so themselves.
          env: { SITE_ENV: 'local' },
        },
      })),
    ],
  },
});
