// npm run dev: the site with hot reload, and the worker with the same local store as npm start.
import { spawn } from 'node:child_process';
import { requireWholeContent } from '../check/content/problems.ts';
import { readKeyFile } from '../keys/key-file.ts';
import { LOCAL_STATE, migrate, wranglerEnvironment } from '../store/local-store.ts';
import { runTool } from '../terminal/run-tool.ts';
import { localKey } from './local-key.ts';
import { localSecrets } from './local-secrets.ts';

await runTool(async () => {
  await requireWholeContent();
  const { secretFile } = await localKey('.local');
  const key = readKeyFile(secretFile);
  if (!key.ok) throw new Error(`${secretFile} can't be read. Delete .local/ to draw another key.`);
  migrate(LOCAL_STATE);
  const { CI: _, ...environment } = wranglerEnvironment();
  const server = spawn('astro', ['dev', ...process.argv.slice(2)], {
    env: {
      ...environment,
      SITE_ENV: 'local',
      // Vite would warn of what in wrangler.toml is not for it.
      WRANGLER_LOG: 'error',
      CLOUDFLARE_INCLUDE_PROCESS_ENV: 'true',
      ...localSecrets(LOCAL_STATE),
      // No built pages stand beside the worker of the development server: it is told here which keys they publish.
      CENTRE_KEY_IDS: key.file.keys.map(({ keyId }) => keyId).join(','),
    },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  // Whoever ends this command alone ends the server too.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => void server.kill(signal));
  server.once('close', (code) => {
    process.exitCode = code ?? 0;
  });
});
