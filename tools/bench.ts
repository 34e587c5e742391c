// npm run bench: how fast the site is built, how much a person downloads, how fast referrals are taken in. All on this
// computer, beside what other systems need.
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { benchBuild } from './bench/build.ts';
import { benchBytes } from './bench/bytes.ts';
import { benchIntake, sealReferral } from './bench/intake.ts';
import { printTable } from './bench/table.ts';
import { localKey } from './local-key.ts';
import { migrate } from './local-store.ts';
import { freePort } from './port.ts';
import { startProgress } from './progress.ts';
import { runTool } from './run-tool.ts';
import { serveSite } from './serve-site.ts';

const FOLDER = '.local/bench';

await runTool(async () => {
  parseArgs();
  rmSync(FOLDER, { recursive: true, force: true });
  const progress = startProgress();
  const key = await localKey(FOLDER);
  const { publicKey } = JSON.parse(readFileSync(key.publicFile, 'utf8'));
  progress.step('Building the site twice');
  const built = await benchBuild(`${FOLDER}/dist`, key.publicFile, `${FOLDER}/cache`);

  progress.step('Sending referrals');
  migrate(`${FOLDER}/state`);
  const pages = `${FOLDER}/dist/client`;
  const port = await freePort();
  const site = await serveSite({ port, pages, state: `${FOLDER}/state`, log: `${FOLDER}/server.log` });
  try {
    const taken = await benchIntake(site.origin, publicKey);
    progress.end('Measured');
    printTable([
      { what: '', ours: 'ours', theirs: 'held against' },
      ...built,
      // A browser does not compress what it sends.
      ...benchBytes(pages, sealReferral(publicKey).body.length),
      ...taken,
    ]);
  } finally {
    await site.stop();
  }
}, 'Usage: npm run bench');
