import '../browser/without-eval.ts';
import { render } from 'preact';
import { isPageLanguage } from '../i18n/languages.ts';
import type { CentrePublicKey } from '../protocol/wire/centre-key.ts';
import { createApi } from './api/client.ts';
import { App } from './app.tsx';
import { codeIn } from './door/invitation-link.ts';
import { createTabStore } from './drafts/tab-store.ts';
import { createCover } from './lock/cover.ts';
import { onWords } from './playbooks/texts.ts';
import { themeByItself } from './theme/theme.ts';
import { createSpeech } from './words/text.ts';
import { type DeskLanguage, WordsContext } from './words/words.ts';

/** Takes the code of an invitation out of the address bar and its history entry, before anything else is done. */
function takeCode(): string | null {
  const code = codeIn(location.hash);
  if (location.hash !== '') history.replaceState(null, '', location.pathname + location.search);
  return code;
}

const code = takeCode();
const root = document.getElementById('desk');
const { lang } = document.documentElement;
if (!root || !isPageLanguage(lang)) throw new Error('The page is not whole.');

const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
document.documentElement.dataset['theme'] = themeByItself(Date.now() / 1000, prefersDark);

const languages: DeskLanguage[] = JSON.parse(root.dataset['languages'] ?? '');
const centreKeys: CentrePublicKey[] = JSON.parse(root.dataset['centreKeys'] ?? '');
const strings = JSON.parse(document.getElementById('strings')?.textContent ?? '');
const { text, learn } = createSpeech(strings, lang);
onWords(learn);
render(
  <WordsContext.Provider value={{ text, language: lang, languages }}>
    <App
      api={createApi()}
      root={root}
      cover={createCover(root)}
      centreKeys={centreKeys}
      tab={createTabStore()}
      code={code}
      takeCode={takeCode}
    />
  </WordsContext.Provider>,
  root,
);
