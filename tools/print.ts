// npm run print: makes the PDFs without the site. `npm run print -- FOLDER` puts them somewhere else.
import { makePrint } from '../src/print/make.ts';
import { publishPrint } from '../src/print/publish.ts';
import { localKey } from './local-key.ts';

const [folder = '.local/printed'] = process.argv.slice(2);

// The leaflet for referrals shows the fingerprint of the centre's key; without a real one, that of the local key.
if (process.env['SITE_ENV'] !== 'production')
  process.env['CENTRE_KEY_FILE'] ??= (await localKey('.local')).publicFile;

await makePrint();
for (const { path, pages, bytes = 0 } of publishPrint(folder)) {
  console.log(`${String(Math.ceil(bytes / 1024)).padStart(5)} KB  ${pages} p.  ${folder}${path}`);
}
