import { createVaultClient, type VaultClient } from './client.ts';
import workerUrl from './inside/vault.worker.ts?worker&url';
import type { Numbered, VaultReply } from './requests.ts';

/** Gives the vault's own address and throws on any other: the page can start this one script and nothing else. */
function onlyTheVault(url: string): string {
  if (url !== workerUrl) throw new TypeError('Not the address of the vault.');
  return url;
}

// Browsers without Trusted Types take the address as it is. A policy can be made once.
const policy = globalThis.trustedTypes?.createPolicy('desk', { createScriptURL: onlyTheVault });

/** Starts an empty vault in a Web Worker of its own. */
export function startVault(): VaultClient {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? onlyTheVault(workerUrl), {
    type: 'module',
  });
  return createVaultClient({
    post: (request) => worker.postMessage(request),
    listen: (hear, broken) => {
      worker.addEventListener('message', ({ data }: MessageEvent<Numbered<VaultReply>>) => hear(data));
      worker.addEventListener('error', broken);
    },
    end: () => worker.terminate(),
  });
}
