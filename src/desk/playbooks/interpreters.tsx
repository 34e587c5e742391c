import { languageName } from '../case/referral-words.ts';
import { useWords } from '../words/words.ts';
import type { Interpreter } from './texts.ts';

/** The interpreters whom the desk may call; while there are none, what to do instead. */
export function Interpreters({ interpreters }: { interpreters: readonly Interpreter[] }) {
  const { text, language } = useWords();
  return (
    <section aria-labelledby="interpreters-title">
      <h3 id="interpreters-title">{text('interpreters.title')}</h3>
      {interpreters.length === 0 && <p>{text('interpreters.none')}</p>}
      <ul class="interpreters">
        {interpreters.map((one) => (
          <li key={one.name}>
            <b>{one.name}</b>{' '}
            <a href={one.href} translate={false}>
              {one.telephone}
            </a>
            <br />
            {one.languages.map((tag) => languageName(tag, language)).join(', ')} · {one.hours}
            {!one.sure && <span class="unsure">{text('playbooks.unsure')}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
