import { globSync, rmSync } from 'node:fs';
import { buildSite } from '../build-site.ts';
import type { Row } from './table.ts';

/** Where a build keeps what it can use again: the texts, and the PDFs. */
const KEPT = ['node_modules/.astro', '.local/print'];

/** Builds the site from nothing and again, with what the first build kept. */
export function benchBuild(outDir: string, keyFile: string): Row[] {
  for (const folder of [...KEPT, outDir]) rmSync(folder, { recursive: true, force: true });
  const cold = timed(() => buildSite(outDir, keyFile));
  const warm = timed(() => buildSite(outDir, keyFile));
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
function timed(work: () => void): number {
  const start = performance.now();
  work();
  return (performance.now() - start) / 1000;
}
