import { languages, nameOf } from '../../i18n/languages.ts';
import { pathTo } from '../../site/routes.ts';
import { useWords } from '../words/words.ts';

/**
 * The desk in the other languages. With the secret of an invitation they are buttons: the secret must reach the other
 * page, which takes it out of its address at once, but must not stand in a link.
 */
export function LanguageSwitch({ secret = null }: { secret?: string | null }) {
  const { text, language } = useWords();
  return (
    <nav class="languages" aria-label={text('languages')}>
      <ul>
        {languages.map((other) => (
          <li key={other}>
            {other === language ? (
              <span aria-current="true">{nameOf(other)}</span>
            ) : secret === null ? (
              <a href={pathTo('desk', other)} lang={other} hreflang={other}>
                {nameOf(other)}
              </a>
            ) : (
              <button
                type="button"
                lang={other}
                onClick={() => location.replace(`${pathTo('desk', other)}#${secret}`)}
              >
                {nameOf(other)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
