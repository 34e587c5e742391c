import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin';
import { defineConfig } from 'vitest/config';
import { describeCentreKey } from './src/protocol/wire/centre-key.ts';
import { centre } from './test/worker/support/centre.ts';
import { throwAwaySecret } from './tools/serve/local-secrets.ts';
import { TEST_RETRIES } from './tools/test/test-site.ts';

/** Milliseconds. Stretching a passphrase takes seconds, more where two cores have much to do. */
const TIMEOUT = 60_000;

/** Milliseconds for what is done hundreds or thousands of times. */
const ENDURANCE = 20 * 60_000;

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
                DESK_HOST: 'desk.pag-asa.test',
                MAILBOX_SECRET: throwAwaySecret(),
                CENTRE_KEY_IDS: describeCentreKey(centre).keyId,
              },
            },
          })),
        ],
        test: {
          name: 'worker',
          testTimeout: TIMEOUT,
          retry: TEST_RETRIES,
          include: ['test/worker/**/*.test.ts'],
          setupFiles: ['./test/worker/setup.ts'],
        },
      },
      // The code of each folder by itself; the house: what is printed and written down, commands, rules; what is built;
      // what must be done very often to be seen.
      ...(['unit', 'house', 'built', 'endurance'] as const).map((name) => ({
        test: {
          name,
          testTimeout: name === 'endurance' ? ENDURANCE : TIMEOUT,
          hookTimeout: TIMEOUT,
          // What happens in one process does not hang on how busy a machine is.
          retry: name === 'unit' ? 0 : TEST_RETRIES,
          // Tests of code by itself share nothing; those of the house change folders and surroundings.
          isolate: name !== 'unit',
          include: [`test/${name}/**/*.test.ts`],
          globalSetup: name === 'built' ? ['./test/built/support/make-builds.ts'] : [],
          // What is not confirmed shows in tests, as it does in npm start; tests of the real site say so themselves.
          env: { SITE_ENV: 'local' },
        },
      })),
    ],
  },
});
