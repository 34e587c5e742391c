/**
 * What a reporter typed: in its own direction, and never offered to a translation service, which would send it away.
 * `value` names it for tests.
 */
export function Typed({ children, value }: { children: string; value?: string }) {
  return (
    <span class="typed" dir="auto" translate={false} data-value={value}>
      {children}
    </span>
  );
}
