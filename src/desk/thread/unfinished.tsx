import { Typed } from '../parts/typed.tsx';

/** An answer or a note that was begun, while its thread can't be had and nothing can be sent: to be read, at least. */
export function Unfinished({ label, text: written }: { label: string; text: string }) {
  if (written === '') return null;
  return (
    <section class="story" aria-label={label}>
      <h2>{label}</h2>
      <p>
        <Typed value="unfinished">{written}</Typed>
      </p>
    </section>
  );
}
