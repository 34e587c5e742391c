import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** The engines in which the site is tried beside Chromium: where each may be, and the Debian packages it comes in. */
const ENGINES = [
  { name: 'firefox', programs: ['firefox-esr', 'firefox'], beside: [], packages: 'firefox-esr' },
  {
    name: 'webkit',
    programs: ['WebKitWebDriver'],
    // It has no headless mode: it needs a screen that nobody sees.
    beside: ['Xvfb'],
    packages: 'webkit2gtk-driver xvfb',
  },
] as const;

/** An engine that is there, or why it is not. */
export type FoundEngine = { name: (typeof ENGINES)[number]['name'] } & (
  | { path: string }
  | { missing: string; packages: string }
);

const onPath = (program: string) =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => existsSync(file));

/** Looks for Firefox and WebKit on this computer. Nothing is downloaded. */
export function findEngines(): FoundEngine[] {
  return ENGINES.map(({ name, programs, beside, packages }) => {
    const path = programs.map(onPath).find((file) => file !== undefined);
    const lacking = [
      ...(path === undefined ? [programs[0]] : []),
      ...beside.filter((program) => !onPath(program)),
    ];
    return path === undefined || lacking.length > 0
      ? { name, missing: `there is no ${lacking.join(' and no ')} here`, packages }
      : { name, path };
  });
}
