import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { findEngines } from '../../../tools/test/engines.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'engines-'));
  vi.stubEnv('PATH', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

function install(program: string): string {
  const file = join(folder, program);
  writeFileSync(file, '');
  chmodSync(file, 0o755);
  return file;
}

it('says of each engine that is missing what it lacks and where to get it', () => {
  expect(findEngines()).toEqual([
    { name: 'firefox', missing: 'there is no firefox-esr here', packages: 'firefox-esr' },
    {
      name: 'webkit',
      missing: 'there is no WebKitWebDriver and no Xvfb here',
      packages: 'webkit2gtk-driver xvfb',
    },
  ]);
});

it('takes a Firefox by either name, and WebKit only with a screen', () => {
  const firefox = install('firefox');
  install('WebKitWebDriver');
  expect(findEngines()).toEqual([
    { name: 'firefox', path: firefox },
    { name: 'webkit', missing: 'there is no Xvfb here', packages: 'webkit2gtk-driver xvfb' },
  ]);
  install('Xvfb');
  expect(findEngines()[1]).toEqual({ name: 'webkit', path: join(folder, 'WebKitWebDriver') });
});
