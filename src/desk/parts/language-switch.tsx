import { useWords } from '../words/words.ts';

/**
 * The desk in the other languages. With the code of an invitation they are buttons: it must reach the other page,
 * which takes it out of its address at once, but must not stand in a link.
 */
export function LanguageSwitch({ code = null }: { code?: string | null }) {
  const { text, language, languages } = useWords();
  return (
    <nav class="languages" aria-label={text('languages')}>
      <ul>
        {languages.map(({ tag, name, path }) => (
          <li key={tag}>
            {tag === language ? (
              <span aria-current="true">{name}</span>
            ) : code === null ? (
              <a href={path} lang={tag} hreflang={tag}>
                {name}
              </a>
            ) : (
              <button type="button" lang={tag} onClick={() => location.replace(`${path}#${code}`)}>
                {name}
              </button>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
