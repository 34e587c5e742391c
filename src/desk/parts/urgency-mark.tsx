import type { Urgency } from '../urgency.ts';

/** The shape of an urgency: octagon, triangle, clock, circle. Its word always stands beside it. */
export function UrgencyMark({ urgency }: { urgency: Urgency }) {
  return (
    <svg class="mark" viewBox="0 0 24 24" aria-hidden="true">
      {urgency === 'now' && (
        <>
          <path class="mark-fill" d="M8 2h8l6 6v8l-6 6H8l-6-6V8z" />
          <path class="mark-sign" d="M12 7v6M12 16.200v.6" />
        </>
      )}
      {urgency === 'today' && (
        <>
          <path class="mark-fill" d="M12 2 23 21H1z" />
          <path class="mark-sign" d="M12 9v5M12 17v.6" />
        </>
      )}
      {urgency === 'week' && <path class="mark-line" d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3 2" />}
      {urgency === 'advice' && <path class="mark-line" d="M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18z" />}
    </svg>
  );
}
