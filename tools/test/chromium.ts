import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Where Linux distributions and macOS put Chromium. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** Where Debian puts the Chromium without a window, which does most tests with three quarters of the work. */
const SHELL = '/usr/bin/chromium-headless-shell';

/** How to launch Chromium, in Playwright's words. */
export type ChromiumLaunch = { executablePath: string; args: string[]; env: Record<string, string> };

/**
 * Finds the Chromium that browser tests use: `CHROMIUM_PATH`, an installed one, else (or where `CHROMIUM_PATH` says
 * `package`) the one inside the package `@sparticuz/chromium`, which is unpacked into the system's temporary folder.
 * Nothing is downloaded. `shell`: one without a window where it is installed, or `CHROMIUM_SHELL_PATH`. That one writes no
 * profile as people's browsers do: what is on a disk is looked for in the whole one.
 */
export async function chromiumLaunch(kind: 'whole' | 'shell' = 'whole'): Promise<ChromiumLaunch> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // Chromium's own sandbox does not work for root, which is who runs in most containers.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const shell = kind === 'shell';
  const ofShell = shell ? process.env.CHROMIUM_SHELL_PATH : undefined;
  const wanted = ofShell ?? process.env.CHROMIUM_PATH;
  const places = shell ? [SHELL, ...USUAL_PLACES] : USUAL_PLACES;
  const installed = wanted === 'package' ? undefined : (wanted ?? places.find((place) => existsSync(place)));
  if (installed && !existsSync(installed))
    throw new Error(
      `${ofShell ? 'CHROMIUM_SHELL_PATH' : 'CHROMIUM_PATH'} is ${installed}, and nothing is there. Name a Chromium, or leave it out.`,
    );
  if (installed) return { executablePath: installed, args, env };
  return { ...(await unpackPackagedChromium(env)), args: [...args, '--no-zygote', '--disable-gpu'] };
}

/** The packaged Chromium was made for a bare Linux: it brings the libraries and the fonts that such a machine lacks. */
async function unpackPackagedChromium(env: Record<string, string>) {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error('No Chromium found. Install Chromium or Chrome, or set CHROMIUM_PATH to one.');
  }
  const { default: chromium, inflate } = await import('@sparticuz/chromium');
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium');
  const executablePath = await chromium.executablePath();
  const libraries = join(await inflate(join(dirname(entry), '../bin/al2023.tar.br')), 'lib');
  return {
    executablePath,
    env: {
      ...env,
      LD_LIBRARY_PATH: [libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':'),
      FONTCONFIG_PATH: env.FONTCONFIG_PATH ?? join(tmpdir(), 'fonts'),
    },
  };
}
