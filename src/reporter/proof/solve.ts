import type { Challenge, Proof } from '../../protocol/wire/api/proof.ts';
import workerUrl from './solve.worker.ts?worker&url';

/** Gives the solver's own address and throws on any other: the page can start this one script and nothing else. */
function onlyTheSolver(url: string): string {
  if (url !== workerUrl) throw new TypeError('Not the address of the solver.');
  return url;
}

// A policy can be made once.
let policy: ScriptUrlPolicy | undefined;

function startSolver(): Worker {
  policy ??= globalThis.trustedTypes?.createPolicy('proof', { createScriptURL: onlyTheSolver });
  // Browsers without Trusted Types take the address as it is.
  const url = policy?.createScriptURL(workerUrl) ?? onlyTheSolver(workerUrl);
  return new Worker(url, { type: 'module' });
}

/**
 * Works a challenge out in a Web Worker, so that the page stays awake: its script is fetched by the few whom our worker
 * asks for a proof. Null where it takes longer than half a minute or the signal aborts. Rejects where there are no Web Workers.
 */
export function solve(challenge: Challenge, signal: AbortSignal): Promise<Proof | null> {
  return new Promise((resolve) => {
    const worker = startSolver();
    const end = (proof: Proof | null) => {
      worker.terminate();
      resolve(proof);
    };
    signal.addEventListener('abort', () => end(null), { once: true });
    worker.addEventListener('error', () => end(null));
    worker.addEventListener('message', ({ data }: MessageEvent<Proof | null>) => end(data));
    worker.postMessage(challenge);
  });
}
