// npm run dev: the site with hot reload, and the worker with the same local store as npm start.
import { spawn } from 'node:child_process';
import { requireWholeContent } from './content/problems.ts';
import { localKey } from './local-key.ts';
import { LOCAL_STATE, migrate, wranglerEnvironment } from './local-store.ts';
import { runTool } from './run-tool.ts';

await runTool(async () => {
  await requireWholeContent();
  await localKey('.local');
  migrate(LOCAL_STATE);
  const { CI: _, ...environment } = wranglerEnvironment();
  const server = spawn('astro', ['dev', ...process.argv.slice(2)], {
    // Vite would warn of what in wrangler.toml is not for it.
    env: { ...environment, SITE_ENV: 'local', WRANGLER_LOG: 'error' },
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  server.once('close', (code) => {
    process.exitCode = code ?? 0;
  });
});
