import { part } from '../dom.ts';
import type { MailboxWords } from './mailbox-words.ts';
import type { Contents, Entry } from './read-mailbox.ts';

/** Shows the state of a referral and its messages. What people wrote goes into text nodes and nowhere else. */
export function showContents(inside: HTMLElement, contents: Contents, words: MailboxWords): void {
  const { lang } = document.documentElement;
  const day = new Intl.DateTimeFormat(lang === 'en' ? 'en-GB' : lang, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/Brussels',
  });
  const dated = (sentence: string, at: number) => sentence.replace('#', day.format(at * 1000));
  const title = part(inside, 'title');
  title.textContent = words.status[contents.status];
  title.dataset['status'] = contents.status;
  const first: Entry = { author: 'reporter', at: contents.receivedAt };
  const items = [first, ...contents.entries].map((entry) => {
    const item = document.createElement('li');
    const head = document.createElement('p');
    head.className = 'message-head';
    head.textContent = dated(entry.author === 'desk' ? words.weWrote : words.youWrote, entry.at);
    item.replaceChildren(head, ...(entry.author === 'desk' ? [body(entry.text, words)] : []));
    return item;
  });
  part(inside, 'messages').replaceChildren(...items);
}

function body(text: string | null, words: MailboxWords): HTMLElement {
  const paragraph = document.createElement('p');
  paragraph.className = text === null ? 'error' : 'message-text';
  paragraph.textContent = text ?? words.unreadable;
  if (text !== null) {
    paragraph.dataset['answer'] = '';
    paragraph.dir = 'auto';
    paragraph.translate = false;
  }
  return paragraph;
}
