/**
 * Where the site that browser tests visit is served. Another port than `npm start`, so that both can run; `TEST_PORT`
 * names one for a second run beside the first.
 */
export const TEST_ORIGIN = `http://localhost:${process.env.TEST_PORT ?? 8799}`;

/** The folder of everything that a test run makes: key, build, store, the worker's output. Made anew each time. */
export const TEST_FOLDER = '.local/test';

/** The store of the served site. */
export const TEST_STATE = `${TEST_FOLDER}/state`;

/** The built pages. */
export const TEST_PAGES = `${TEST_FOLDER}/dist/client`;

/** All that the worker and its server printed. */
export const TEST_LOG = `${TEST_FOLDER}/worker.log`;
