// npm run bench: how fast the site is built, how much a person downloads, how fast referrals are taken in and opened, and
// how the desk bears many. All on this computer, beside a bare thing that does no more than it must, or what other systems
// need. It ends with 1 when something is beyond its limit. `npm run bench -- quick` leaves out what is done hundreds and thousands of times.
import { readFileSync, rmSync } from 'node:fs';
import { loadavg } from 'node:os';
import { parseArgs } from 'node:util';
import { describedKey, PublishedKeys } from '../../src/protocol/wire/centre-key.ts';
import { keyFileFaults, openKeyFile } from '../keys/key-file.ts';
import { localKey } from '../serve/local-key.ts';
import { inviteLocally } from '../store/let-in-local.ts';
import { startProgress } from '../terminal/progress.ts';
import { runTool } from '../terminal/run-tool.ts';
import { benchBuild } from './build.ts';
import { benchBytes } from './bytes.ts';
import { benchList } from './desk/list.ts';
import { openDesk } from './desk/open-desk.ts';
import { benchOpening } from './desk/opening.ts';
import { benchSoak } from './desk/soak.ts';
import { benchEndurance } from './endurance.ts';
import { benchForms } from './forms.ts';
import { benchIntake } from './intake/intake.ts';
import { benchPhone } from './phone.ts';
import { sealReferral } from './sealed-referral.ts';
import { whileServed } from './served.ts';
import { printTable, type Row } from './table.ts';

const FOLDER = '.local/bench';

await runTool(async () => {
  // What is measured has every language, as the site that is built for it.
  process.env['SITE_ENV'] = 'local';
  const { positionals } = parseArgs({ allowPositionals: true });
  const quick = positionals.includes('quick');
  rmSync(FOLDER, { recursive: true, force: true });
  const progress = startProgress();
  const key = await localKey(FOLDER);
  const [published] = PublishedKeys.parse(JSON.parse(readFileSync(key.publicFile, 'utf8'))).keys;
  const centre = published && describedKey(published);
  if (!centre) throw new Error(`${key.publicFile} is damaged. Delete ${FOLDER}/ to draw another key.`);
  const pages = `${FOLDER}/dist/client`;
  const load = () => loadavg()[0]?.toFixed(1);
  const before = load();

  progress.step('Building the site twice');
  const rows: Row[] = await benchBuild(`${FOLDER}/dist`, key.publicFile, `${FOLDER}/cache`);
  // A browser does not compress what it sends.
  rows.push(...benchBytes(pages, sealReferral(centre).body.length));
  const opened = await openKeyFile(key.secretFile, key.passphrase);
  if (!opened.ok) throw new Error(keyFileFaults[opened.code]);
  await whileServed(FOLDER, pages, async ({ ours, desk, bare, state }) => {
    const invite = () => inviteLocally(state, opened.keys);
    progress.step('Sending referrals, and bytes to a bare worker');
    rows.push(...(await benchIntake(ours, bare, centre)));
    progress.step('Opening forms and mailboxes on a slow telephone');
    rows.push(...(await benchForms(ours)));
    rows.push(...(await benchPhone(ours, centre)));
    progress.step('Opening referrals');
    const { vault } = await openDesk(desk, { code: await invite(), centreKeys: [published] }, 'Bench');
    rows.push(...(await benchOpening(vault, opened.keys)));
    progress.step('Sending twenty referrals a second for five minutes, to an open desk');
    rows.push(
      ...(await benchSoak(ours, { origin: desk, code: await invite(), centreKeys: [published] }, centre)),
    );
  });
  progress.step('Opening the desk with 50 to 3,000 open rows');
  rows.push(...(await benchList(FOLDER, pages, centre, opened.keys)));
  progress.end('Measured');
  if (!quick) rows.push(...benchEndurance(FOLDER));
  printTable([{ what: '', ours: 'ours', theirs: 'held against' }, ...rows]);
  console.log(`\nLoad of this computer, one minute's average: ${before} before, ${load()} after.`);
  if (rows.some(({ holds }) => holds === false)) process.exitCode = 1;
}, 'Usage: npm run bench [-- quick]');
