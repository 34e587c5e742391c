import { globSync, rmSync } from 'node:fs';
import { buildSite } from '../build/build-site.ts';
import type { Row } from './table.ts';

/** Builds the site from nothing and again, with what the first build kept in `cache`, a folder of its own. */
export async function benchBuild(outDir: string, keyFile: string, cache: string): Promise<Row[]> {
  for (const folder of [cache, outDir]) rmSync(folder, { recursive: true, force: true });
  const cold = await timed(() => buildSite(outDir, keyFile, { cache }));
  const warm = await timed(() => buildSite(outDir, keyFile, { cache }));
  const pages = globSync(`${outDir}/client/**/*.html`).length;
  const pdfs = globSync(`${outDir}/client/**/*.pdf`).length;
  return [
    { what: `build from nothing, ${pages} pages and ${pdfs} PDFs`, ours: `${cold.toFixed(1)} s` },
    { what: 'build again, nothing changed', ours: `${warm.toFixed(1)} s`, theirs: 'within 60 s' },
    { what: 'pages a second, building again', ours: (pages / warm).toFixed(1) },
    { what: 'PDFs a second, from nothing', ours: cold > warm ? (pdfs / (cold - warm)).toFixed(1) : '–' },
  ];
}

/** Seconds that something takes. */
async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}
