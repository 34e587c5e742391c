// Part of npm run check: imports point one way, also those of `.astro` files (.dependency-cruiser.cjs).
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runTool } from '../terminal/run-tool.ts';
import { inTheHouse, mirrorHouse } from './imports/mirror.ts';

await runTool(async () => {
  const mirror = mkdtempSync(join(tmpdir(), 'imports-'));
  try {
    mirrorHouse(mirror);
    const { status, stdout, stderr } = spawnSync(
      'depcruise',
      ['src', 'functions', 'tools', 'test', '--config'],
      {
        cwd: mirror,
        encoding: 'utf8',
        shell: process.platform === 'win32',
      },
    );
    console.log(inTheHouse(stdout + stderr));
    process.exitCode = status ?? 1;
  } finally {
    rmSync(mirror, { recursive: true, force: true });
  }
});
