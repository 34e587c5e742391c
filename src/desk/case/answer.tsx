import type { ComponentChildren } from 'preact';

type Props = { label: string; urgent?: boolean; children: ComponentChildren };

/** What was answered to one question, in the list of answers of an open thread. */
export function Answer({ label, urgent = false, children }: Props) {
  return (
    <div class={urgent ? 'answer answer-urgent' : 'answer'}>
      <dt class="answer-label">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}
