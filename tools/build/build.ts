// npm run build: the site and the worker into dist/, for the real site unless SITE_ENV=local says otherwise.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { centreKey } from '../../src/site/centre-key.ts';
import { siteEnv } from '../../src/site/site-env.ts';
import { requireWholeContent } from '../check/content/problems.ts';
import { startProgress } from '../terminal/progress.ts';
import { runTool } from '../terminal/run-tool.ts';
import type { BuildRecord } from './astro/deployable.ts';
import { buildSite } from './build-site.ts';

const USAGE = `Usage: npm run build

Builds the real site into dist/, with the committed key and with confirmed facts only. docs/environment.md names the
environment variables that it reads.`;

await runTool(async () => {
  parseArgs();
  await requireWholeContent();
  const env = siteEnv();
  const outDir = process.env['OUT_DIR'] ?? 'dist';
  const { fingerprint } = centreKey();
  const progress = startProgress();
  progress.step('Building the site');
  await buildSite(outDir, undefined, { env, progress });
  const record: BuildRecord = JSON.parse(readFileSync(`${outDir}/build.json`, 'utf8'));
  progress.end(`Built ${Object.keys(record.files).length} files into ${outDir}/`);
  console.log(
    `For:          ${env === 'production' ? `the real site, ${record.origin}` : 'a look on this computer'}`,
  );
  console.log(`Fingerprint:  ${fingerprint}`);
}, USAGE);
