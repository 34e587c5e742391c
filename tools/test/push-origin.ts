/** Where devices of tests take push. The worker of those tests (push-worker.ts) reaches it on this computer. */
export const PUSH_ORIGIN = 'https://push.pag-asa.test';
