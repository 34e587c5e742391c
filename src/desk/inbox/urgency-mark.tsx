import type { Urgency } from './urgency.ts';

type Props = {
  /** Null where nobody can tell. */
  urgency: Urgency | null;
  /** Somebody has it: an outline, since nothing calls any more. */
  calm?: boolean;
};

const OCTAGON = 'M8 2h8l6 6v8l-6 6H8l-6-6V8z';
const TRIANGLE = 'M12 2 23 21H1z';

/** The shape of an urgency: octagon, triangle, clock, circle; a broken circle. Its word always stands beside it. */
export function UrgencyMark({ urgency, calm = false }: Props) {
  const shape = calm ? 'mark-line' : 'mark-fill';
  const sign = calm ? 'mark-line' : 'mark-sign';
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      {urgency === 'now' && (
        <>
          <path class={shape} d={OCTAGON} />
          <path class={sign} d="M12 7v6M12 16.200v.6" />
        </>
      )}
      {urgency === 'today' && (
        <>
          <path class={shape} d={TRIANGLE} />
          <path class={sign} d="M12 9v5M12 17v.6" />
        </>
      )}
      {urgency === 'week' && <path class="mark-line" d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2" />}
      {urgency === 'advice' && <path class="mark-line" d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z" />}
      {urgency === null && <path class="mark-line" d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM6 6l12 12" />}
    </svg>
  );
}
