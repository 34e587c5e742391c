// Part of npm run check: the lock files must install anywhere (`npm ci`) and name no registry.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runTool } from '../terminal/run-tool.ts';

await runTool(async () => {
  const problems: string[] = [];
  const windows = process.platform === 'win32';

  for (const folder of ['.', 'tools/mutate/stryker']) {
    const lock = join(folder, 'package-lock.json');
    const install = spawnSync('npm', ['ci', '--dry-run', '--ignore-scripts'], {
      cwd: folder,
      encoding: 'utf8',
      shell: windows,
    });
    if (install.status !== 0)
      problems.push(`npm ci would fail on ${lock}:\n${install.stdout}${install.stderr}`);
    if (/"resolved"\s*:/.test(readFileSync(lock, 'utf8'))) {
      problems.push(`${lock} names download addresses (see .npmrc).`);
    }
  }

  // Two of one of these means hundreds of megabytes twice, or two versions of the runtime in one test.
  for (const name of ['workerd', 'miniflare', 'vite', 'esbuild']) {
    const list = spawnSync('npm', ['ls', name, '--all', '--parseable'], { encoding: 'utf8', shell: windows });
    const places = new Set(list.stdout.split('\n').filter((line) => line.endsWith(`/${name}`)));
    if (places.size !== 1) problems.push(`${name} is installed ${places.size} times.`);
  }

  for (const problem of problems) console.error(problem);
  if (problems.length === 0)
    console.log('npm ci installs it, and workerd, miniflare, vite and esbuild are there once.');
  process.exitCode = problems.length === 0 ? 0 : 1;
});
