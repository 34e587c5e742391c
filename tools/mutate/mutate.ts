// npm run mutate: changes one thing after another in the files that are named, and tells of which no test fails.
import { existsSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { readOptions, runTool, stop } from '../terminal/run-tool.ts';
import { linesOf } from './report.ts';
import { runStryker } from './stryker.ts';

const USAGE = `Usage: npm run mutate -- FILE…

A file of src/, functions/ or tools/; FILE:10-20 is those lines of it.`;

/** The projects of vitest.config.ts whose tests know the code of a folder. */
const TESTS = { src: ['unit'], tools: ['unit', 'house'], functions: ['worker'] };
type Folder = keyof typeof TESTS;

/** A place to mutate, as Stryker reads it, and its folder. Stops where it is no code of the house. */
function readPlace(word: string): { folder: Folder; place: string } {
  const [, file = word, lines = ''] = /^(.+?)(:\d+-\d+)?$/.exec(word) ?? [];
  const path = relative('.', resolve(file)).split(sep).join('/');
  const folder = (['src', 'tools', 'functions'] as const).find((name) => path.startsWith(`${name}/`));
  if (!folder || !/(?<!\.d)\.tsx?$/.test(path)) {
    stop(`${file} can’t be mutated: name a file of src/, functions/ or tools/ that ends in .ts or .tsx.`);
  }
  if (!existsSync(path)) stop(`${file} is not there.`);
  // A folder like [lang] is no pattern.
  return { folder, place: path.replace(/[[\]]/g, '\\$&') + lines };
}

await runTool(async () => {
  const { positionals } = readOptions({ allowPositionals: true }, USAGE);
  if (positionals.length === 0) stop(USAGE);
  const places = positionals.map(readPlace);
  for (const [folder, group] of Map.groupBy(places, ({ folder }) => folder)) {
    const report = await runStryker(
      group.map(({ place }) => place),
      TESTS[folder],
    );
    console.log(linesOf(report).join('\n') || 'There is nothing to mutate.');
  }
}, USAGE);
