// npm run figures -- FILE: makes the annual report of a year out of what the desk saved of it.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readYaml, whole } from '../../src/reading/read.ts';
import { CountedYear, countedReport } from '../../src/reports/counted.ts';
import { REPORTS } from '../../src/reports/load.ts';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';

const USAGE = `Usage: npm run figures -- FILE

FILE is what the desk saved of a year for the annual report. Makes content/reports/<year>.yaml and its series, and changes no
report that is there. Read them, write findings, and confirm the numbers: npm run launch-check says how.`;

await runTool(async () => {
  const { positionals } = readOptions({ allowPositionals: true }, USAGE);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) return stop(USAGE);
  const counted = whole(readYaml(file, CountedYear));
  const made = countedReport(counted);
  if (!made)
    return stop(
      `${file} has no table that can be told, or one without all its rows. Save it at the desk again.`,
    );
  const folder = join(REPORTS, String(counted.year));
  const head = `${folder}.yaml`;
  for (const path of [head, folder]) {
    if (existsSync(path)) return stop(`${path} is there already. Move it away first.`);
  }
  mkdirSync(folder);
  writeFileSync(
    head,
    `# The figures of ${counted.year}, made from what the desk counted. Chapters are reworded here.\n${stringify(made.report)}`,
  );
  for (const [name, series] of made.series) {
    writeFileSync(join(folder, `${name}.yaml`), stringify(series));
  }
  console.log(`Made ${head} and ${made.series.size} series in ${folder}/. None is confirmed yet.`);
}, USAGE);
