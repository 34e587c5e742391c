/** Where the worker of the browser tests takes statements for its store (store-worker.ts). Ours knows no such route. */
export const STORE_PATH = '/api/store-of-the-tests';
