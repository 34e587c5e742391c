import { useRef, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Draft } from '../../drafts/draft.ts';

/** The pages of the sheet: the choice, or the details of one step. */
export const PAGES = ['choose', 'again', 'give', 'urgency', 'link', 'split', 'close'] as const;
export type Page = (typeof PAGES)[number];

/** Keeps what is filled in over the lock. */
export type StepDraft = Pick<Draft, 'step' | 'setStep'>;

const Step = z.object({ page: z.enum(PAGES), filled: z.unknown() });

/** What was kept of a page of the sheet; null where nothing was, or it can't be read. */
function readStep(text: string | null) {
  try {
    const read = Step.safeParse(JSON.parse(text ?? ''));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

/** The page on which something was filled in when the desk was locked; null where none was. */
export const keptPage = ({ step }: StepDraft): Page | null => readStep(step())?.page ?? null;

/**
 * What is filled in on a page of the sheet: what it was when the desk was locked, or `empty`; and what changes some of it.
 * All of it is sealed and kept.
 */
export function useStep<Filled extends object>(
  draft: StepDraft,
  page: Page,
  schema: z.ZodMiniType<Filled>,
  empty: Filled,
): [Filled, (some: Partial<Filled>) => void] {
  const [filled, setFilled] = useState(() => {
    const kept = readStep(draft.step());
    const read = kept?.page === page ? schema.safeParse(kept.filled) : null;
    return read?.success ? read.data : empty;
  });
  const latest = useRef(filled);
  const fill = (some: Partial<Filled>) => {
    latest.current = { ...latest.current, ...some };
    draft.setStep(JSON.stringify({ page, filled: latest.current }));
    setFilled(latest.current);
  };
  return [filled, fill];
}
