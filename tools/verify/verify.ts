// npm run verify -- URL: whether a site that answers is the build in dist/, byte by byte, and nothing was added on the way.
import { parseArgs } from 'node:util';
import { startProgress } from '../terminal/progress.ts';
import { runTool, stop } from '../terminal/run-tool.ts';
import { listDifferences } from './checks/differences.ts';
import { readExpected } from './expected.ts';
import { verifySite } from './verify-site.ts';

const USAGE = `Usage: npm run verify -- URL [--build FOLDER]

Holds the site at URL against the build in dist/ (made from the commit that is live), file by file: bytes, headers,
key, cookies, what is missing, the way out. Names each difference; the exit code is then 1.`;

function readAddress(word: string | undefined): URL {
  if (!word) stop(USAGE);
  const url = URL.canParse(word) ? new URL(word) : undefined;
  if (!url || !/^https?:$/.test(url.protocol))
    stop(`“${word}” is no address of a site. Such as: https://www.pag-asa.be`);
  return new URL('/', url);
}

await runTool(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { build: { type: 'string', default: 'dist' } },
  });
  if (positionals.length > 1) stop(USAGE);
  const site = readAddress(positionals[0]);
  const expected = readExpected(values.build);
  const progress = startProgress();
  const all = expected.files.length;
  const { differences, hints } = await verifySite(site, expected, (done) =>
    progress.step('Comparing files', done, all),
  );
  progress.end(`Compared ${all} files`);
  for (const line of listDifferences(differences)) console.error(line);
  for (const hint of hints) console.log(`· ${hint}`);
  console.log(`Fingerprint of the build’s key:  ${expected.fingerprint}`);
  if (differences.length > 0)
    stop(`${site.origin} is not the build in ${values.build}/, or something was added on the way.`);
  console.log(`${site.origin} is the build in ${values.build}/, byte by byte.`);
}, USAGE);
