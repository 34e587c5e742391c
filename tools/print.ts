// npm run print: makes the PDFs without the site. `npm run print -- FOLDER` puts them somewhere else.
import { parseArgs } from 'node:util';
import { siteEnv } from '../src/site/site-env.ts';
import { requireWholeContent } from './content/problems.ts';
import { localKey } from './local-key.ts';
import { runTool } from './run-tool.ts';

const USAGE = `Usage: npm run print [-- FOLDER]

Makes drafts to look at. SITE_ENV=production npm run print makes what may be given away: what is confirmed, and read by
somebody who speaks its language.`;

await runTool(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [folder = '.local/printed'] = positionals;
  process.env['SITE_ENV'] ||= 'local';

  // What makes the PDFs can't be loaded while a file of content/ is broken.
  await requireWholeContent();
  const { makePrint } = await import('../src/print/make.ts');
  const { publishPrint } = await import('../src/print/publish.ts');

  // The leaflet for referrals shows the fingerprint of the centre's key; without a real one, that of the local key.
  if (siteEnv() === 'local') process.env['CENTRE_KEY_FILE'] ??= (await localKey('.local')).publicFile;

  await makePrint();
  for (const { path, pages, bytes = 0 } of publishPrint(folder)) {
    console.log(`${String(Math.ceil(bytes / 1024)).padStart(5)} KB  ${pages} p.  ${folder}${path}`);
  }
}, USAGE);
