import { ownScript } from '../scripts/own-scripts.ts';
import { createVaultClient, type VaultClient } from './client.ts';
import workerUrl from './inside/vault.worker.ts?worker&url';
import type { Numbered, VaultReply } from './requests.ts';

const vaultScript = ownScript(workerUrl);

/** Starts an empty vault in a Web Worker of its own. */
export function startVault(): VaultClient {
  const worker = new Worker(vaultScript(), { type: 'module' });
  return createVaultClient({
    post: (request) => worker.postMessage(request),
    listen: (hear, broken) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Numbered<VaultReply>>) => hear(data));
      worker.addEventListener('error', broken);
    },
    end: () => worker.terminate(),
  });
}
