import { globSync } from 'node:fs';
import { basename, join } from 'node:path';
import { contentError } from '../reading/content-error.ts';
import { readYaml, whole } from '../reading/read.ts';
import { type Report, ReportFile } from './schema.ts';
import { Series, tooSmall } from './series.ts';

/** Where the reports are: <id>.yaml is a report, <id>/<name>.yaml one of its series. */
export const REPORTS = 'content/reports';

/**
 * Every report, the newest first. Throws, and so fails the build, when a file is not what its schema says, when a
 * series tells a number that is too small to be told, and when a report names a series that is not there or leaves
 * one out.
 */
export function loadReports(folder: string = REPORTS): Report[] {
  return globSync(join(folder, '*.yaml'))
    .map((file) => loadReport(folder, file))
    .sort((a, b) => b.year - a.year || b.id.localeCompare(a.id));
}

function loadReport(folder: string, file: string): Report {
  const id = basename(file, '.yaml');
  const report = whole(readYaml(file, ReportFile));
  const series = new Map<string, Series>();
  for (const path of globSync(join(folder, id, '*.yaml')).sort()) {
    const one = whole(readYaml(path, Series));
    const small = tooSmall(one, report.year);
    if (small.length > 0)
      throw contentError([`${path}: too small to be told, write few: ${small.join(', ')}`]);
    series.set(basename(path, '.yaml'), one);
  }
  const named = report.chapters.flatMap((chapter) => chapter.series);
  const missing = named.find((name) => !series.has(name));
  if (missing) throw contentError([`${file}: there is no series ${missing} in ${folder}/${id}/`]);
  const forgotten = [...series.keys()].find((name) => !named.includes(name));
  if (forgotten) throw contentError([`${file}: no chapter shows the series ${forgotten}`]);
  return { ...report, id, series };
}
