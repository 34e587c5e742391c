import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

type Props = {
  children: ComponentChildren;
  tone?: 'error' | 'calm';
  /** Gets the focus when it appears, as the answer to something that was just pressed. */
  focus?: boolean;
};

/** A message of the desk to the member. Errors are read out at once. */
export function Notice({ children, tone = 'error', focus = false }: Props) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (focus) ref.current?.focus();
  }, [focus]);
  return (
    <div class={`note note-${tone}`} role={tone === 'error' ? 'alert' : 'status'} tabIndex={-1} ref={ref}>
      {children}
    </div>
  );
}
