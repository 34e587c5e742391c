import { createVaultClient, type VaultClient } from '../../../src/desk/vault/client.ts';
import { createVault } from '../../../src/desk/vault/inside/vault.ts';
import type { Numbered, VaultReply } from '../../../src/desk/vault/requests.ts';

/** A vault that runs here instead of in a Web Worker, and signs in at this origin. */
export function vaultHere(origin: string): VaultClient {
  const vault = createVault(origin);
  let hear: (reply: Numbered<VaultReply>) => void = () => {};
  return createVaultClient({
    post: ({ number, message }) => void vault(message).then((reply) => hear({ number, message: reply })),
    listen: (listener) => {
      hear = listener;
    },
    end: () => {},
  });
}
