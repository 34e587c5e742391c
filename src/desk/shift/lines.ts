import type { Handover } from '../../protocol/items/kinds/handover.ts';

/** The lines of a handover, in their order; only the first must be filled. */
export const LINES = ['situation', 'background', 'assessment', 'recommendation'] as const;
export type Line = (typeof LINES)[number];

/** What a member writes of one case: whether it goes along, and its lines. */
export type Written = { goes: boolean } & Partial<Record<Line, string>>;

/** A handover as it is being written: to whom (null: whoever comes), each case by its id, and what holds for all. */
export type Sheet = { to: string | null; cases: Readonly<Record<string, Written>>; remark: string };

export const EMPTY_SHEET: Sheet = { to: null, cases: {}, remark: '' };

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
