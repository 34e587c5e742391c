import '../../../browser/without-eval.ts';
import type { Numbered, VaultReply, VaultRequest } from '../requests.ts';
import { createVault } from './vault.ts';

const vault = createVault(location.origin);

async function answer(request: VaultRequest): Promise<VaultReply> {
  try {
    return await vault(request);
  } catch {
    return { kind: 'failed', code: 'vault_failed' };
  }
}

addEventListener('message', async ({ data }: MessageEvent<Numbered<VaultRequest>>) => {
  const reply: Numbered<VaultReply> = { number: data.number, message: await answer(data.message) };
  postMessage(reply);
});
