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

/** How to launch Chromium, in Playwright's words. */
export type ChromiumLaunch = { executablePath: string; args: string[]; env: Record<string, string> };

/**
 * Finds the Chromium that browser tests use: `CHROMIUM_PATH`, an installed one, else (or where `CHROMIUM_PATH` says
 * `package`) the one inside the package `@sparticuz/chromium`, which is unpacked into the system's temporary folder.
 * Nothing is downloaded.
 */
export async function chromiumLaunch(): Promise<ChromiumLaunch> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // Chromium's own sandbox does not work for root, which is who runs in most containers.
  const args = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const wanted = process.env.CHROMIUM_PATH;
  const installed =
    wanted === 'package' ? undefined : (wanted ?? USUAL_PLACES.find((place) => existsSync(place)));
  if (installed && !existsSync(installed))
    throw new Error(`CHROMIUM_PATH is ${installed}, and nothing is there. Name a Chromium, or leave it out.`);
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
