// npm run bench: how fast the site is built, how much a person downloads, how fast referrals are taken in. All on this
// computer, beside what other systems need.
import { readFileSync, rmSync } from 'node:fs';
import { benchBuild } from './bench/build.ts';
import { benchBytes } from './bench/bytes.ts';
import { benchIntake, sealReferral } from './bench/intake.ts';
import { printTable } from './bench/table.ts';
import { localKey } from './local-key.ts';
import { migrate } from './local-store.ts';
import { serveSite } from './serve-site.ts';

const FOLDER = '.local/bench';
const PORT = 8797;

rmSync(FOLDER, { recursive: true, force: true });
const key = await localKey(FOLDER);
const { publicKey } = JSON.parse(readFileSync(key.publicFile, 'utf8'));
const built = benchBuild(`${FOLDER}/dist`, key.publicFile);

migrate(`${FOLDER}/state`);
const pages = `${FOLDER}/dist/client`;
const site = await serveSite({ port: PORT, pages, state: `${FOLDER}/state`, log: `${FOLDER}/server.log` });
try {
  const taken = await benchIntake(site.origin, publicKey);
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
