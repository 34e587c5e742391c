// npm run bench: how fast the site is built, how much a person downloads, how fast referrals are taken in. All on this
// computer, beside what other systems need.
import { readFileSync, rmSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { describedKey, PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { localKey } from '../serve/local-key.ts';
import { freePort } from '../serve/port.ts';
import { serveSite } from '../serve/serve-site.ts';
import { migrate } from '../store/local-store.ts';
import { startProgress } from '../terminal/progress.ts';
import { runTool } from '../terminal/run-tool.ts';
import { benchBuild } from './build.ts';
import { benchBytes } from './bytes.ts';
import { benchIntake, sealReferral } from './intake.ts';
import { printTable } from './table.ts';

const FOLDER = '.local/bench';

await runTool(async () => {
  parseArgs();
  rmSync(FOLDER, { recursive: true, force: true });
  const progress = startProgress();
  const key = await localKey(FOLDER);
  const [published] = PublishedKeys.parse(JSON.parse(readFileSync(key.publicFile, 'utf8'))).keys;
  const centre = published && describedKey(published);
  if (!centre) throw new Error(`${key.publicFile} is damaged. Delete ${FOLDER}/ to draw another key.`);
  progress.step('Building the site twice');
  const built = await benchBuild(`${FOLDER}/dist`, key.publicFile, `${FOLDER}/cache`);

  progress.step('Sending referrals');
  migrate(`${FOLDER}/state`);
  const pages = `${FOLDER}/dist/client`;
  const port = await freePort();
  const site = await serveSite({ port, pages, state: `${FOLDER}/state`, log: `${FOLDER}/server.log` });
  try {
    const taken = await benchIntake(site.origin, centre);
    progress.end('Measured');
    printTable([
      { what: '', ours: 'ours', theirs: 'held against' },
      ...built,
      // A browser does not compress what it sends.
      ...benchBytes(pages, sealReferral(centre).body.length),
      ...taken,
    ]);
  } finally {
    await site.stop();
  }
}, 'Usage: npm run bench');
