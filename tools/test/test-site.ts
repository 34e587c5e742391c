import { isOfDesk } from '../../functions/pages/site-at.ts';
import type { Language } from '../../src/i18n/languages.ts';
import { pathTo } from '../../src/site/routes.ts';
import { deskOrigin } from '../build/desk-host.ts';

/**
 * Where the site that browser tests visit is served. Another port than `npm start`, so that both can run; `TEST_PORT`
 * names one for a second run beside the first.
 */
export const TEST_ORIGIN = `http://localhost:${process.env.TEST_PORT ?? 8799}`;

/** How often a test that hangs on more than one process is tried again when it failed. What failed once is named at the end of the run. */
export const TEST_RETRIES = Number(process.env.TEST_RETRIES ?? 0);

/** The desk of that site, at its own host. */
export const TEST_DESK = deskOrigin(TEST_ORIGIN);

/** The address of a path of the built site, at the host that has it. */
export const testAddress = (path: string) => (isOfDesk(path) ? TEST_DESK : TEST_ORIGIN) + path;

/** The address of the desk in a language, with the code of an invitation where there is one. */
export const testDesk = (language: Language, code?: string) =>
  TEST_DESK + pathTo('desk', language) + (code === undefined ? '' : `#${code}`);

/** The folder of everything that a test run makes: key, build, store, the worker's output. Made anew each time. */
export const TEST_FOLDER = '.local/test';

/** The store of the served site. */
export const TEST_STATE = `${TEST_FOLDER}/state`;

/** The built pages. */
export const TEST_PAGES = `${TEST_FOLDER}/dist/client`;

/** All that the worker and its server printed. */
export const TEST_LOG = `${TEST_FOLDER}/worker.log`;
