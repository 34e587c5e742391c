import * as z from 'zod';
import { InEachLanguage } from '../facts/schema.ts';
import type { Series } from './series.ts';

const name = z.string().regex(/^[a-z][a-z0-9-]*$/);

/** A fact that stands large on the page, with the words beneath it. */
const Figure = z.strictObject({ fact: z.string(), label: InEachLanguage });

/** A chapter. Its text, where it has one, is content/<lang>/reports/<report>/<id>.md. */
const Chapter = z.strictObject({
  id: name,
  title: InEachLanguage,
  lead: InEachLanguage,
  figures: z.array(Figure).default([]),
  /** The series whose charts it shows, by the names of their files. */
  series: z.array(name).default([]),
  /** Whether the milestones of content/<lang>/timeline.yaml stand in it. */
  timeline: z.boolean().default(false),
});

/** A file of content/reports/: one report, and in which order it tells what. */
export const ReportFile = z
  .strictObject({
    /** The year in which it came out. */
    year: z.int(),
    title: InEachLanguage,
    lead: InEachLanguage,
    figures: z.array(Figure).default([]),
    chapters: z.array(Chapter).min(1),
  })
  .superRefine(({ chapters }, context) => {
    const ids = chapters.map(({ id }) => id);
    const twice = ids.find((id, index) => ids.indexOf(id) !== index);
    if (twice)
      context.addIssue({ code: 'custom', path: ['chapters'], message: `${twice} stands there twice` });
  });

/** A report: its file, with its name and its series by theirs. */
export interface Report extends z.infer<typeof ReportFile> {
  id: string;
  series: ReadonlyMap<string, Series>;
}

export type Chapter = Report['chapters'][number];
export type Figure = z.infer<typeof Figure>;
