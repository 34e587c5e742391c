import * as z from 'zod/mini';
import type { Handover } from '../../protocol/items/kinds/handover.ts';

/** The lines of a handover, in their order; only the first must be filled. */
export const LINES = ['situation', 'background', 'assessment', 'recommendation'] as const;
export type Line = (typeof LINES)[number];

/** What a member writes of one case: whether it goes along, and its lines. */
const Written = z.object({
  goes: z.boolean(),
  situation: z.optional(z.string()),
  background: z.optional(z.string()),
  assessment: z.optional(z.string()),
  recommendation: z.optional(z.string()),
});
export type Written = z.infer<typeof Written>;

/** A handover as it is being written: to whom (null: whoever comes), each case by its id, and what holds for all. */
const Sheet = z.object({
  to: z.nullable(z.string()),
  cases: z.record(z.string(), Written),
  remark: z.string(),
});
export type Sheet = z.infer<typeof Sheet>;

export const EMPTY_SHEET: Sheet = { to: null, cases: {}, remark: '' };

/** A sheet as text to be kept; empty where nothing is written on it. */
export function sheetText(sheet: Sheet): string {
  const written = LINES.some((line) => Object.values(sheet.cases).some((one) => one[line]?.trim()));
  return written || sheet.remark.trim() !== '' ? JSON.stringify(sheet) : '';
}

/** The sheet that was kept as this text; an empty one where it is none. */
export function readSheet(text: string): Sheet {
  try {
    const read = Sheet.safeParse(JSON.parse(text));
    return read.success ? read.data : EMPTY_SHEET;
  } catch {
    return EMPTY_SHEET;
  }
}

/** What is said of one case, without the lines that were left empty. */
export type Said = Pick<Handover, Line | 'remark'>;

/** What a sheet says of one case. */
export function saidOf({ cases, remark }: Sheet, id: string): Said {
  const written = cases[id];
  const filled = Object.fromEntries(
    LINES.flatMap((line) => {
      const text = written?.[line]?.trim() ?? '';
      return text === '' && line !== 'situation' ? [] : [[line, text]];
    }),
  );
  return { situation: '', ...filled, ...(remark.trim() !== '' && { remark: remark.trim() }) };
}
