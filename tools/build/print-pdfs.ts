// npm run print: makes the PDFs without the site. `npm run print -- FOLDER` puts them somewhere else.
import { siteEnv } from '../../src/site/site-env.ts';
import { requireWholeContent } from '../check/content/problems.ts';
import { localKey } from '../serve/local-key.ts';
import { startProgress } from '../terminal/progress.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';

const USAGE = `Usage: npm run print [-- FOLDER]

Makes drafts to look at. SITE_ENV=production npm run print makes what may be given away: what is confirmed, and read by
somebody who speaks its language.`;

const { positionals } = readOptions({ allowPositionals: true }, USAGE);

await runTool(async () => {
  const [folder = '.local/printed', ...more] = positionals;
  if (more.length > 0) stop(USAGE);
  process.env['SITE_ENV'] ||= 'local';

  // What makes the PDFs can't be loaded while a file of content/ is broken.
  await requireWholeContent();
  const { makePrint } = await import('../../src/print/engine/make.ts');
  const { publishPrint } = await import('../../src/print/shelf/publish.ts');

  // The leaflet for referrals shows the fingerprint of the centre's key; without a real one, that of the local key.
  if (siteEnv() === 'local') process.env['CENTRE_KEY_FILE'] ??= (await localKey('.local')).publicFile;

  const progress = startProgress();
  await makePrint({ step: progress.step, say: () => {} });
  const there = publishPrint(folder);
  for (const { path, pages, bytes = 0 } of there) {
    console.log(`${String(Math.ceil(bytes / 1024)).padStart(5)} KB  ${pages} p.  ${folder}${path}`);
  }
  progress.end(`Made ${there.length} PDFs`);
}, USAGE);
