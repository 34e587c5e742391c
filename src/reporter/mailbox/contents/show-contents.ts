import { part } from '../../shell/dom.ts';
import { fill } from '../../shell/words.ts';
import type { MailboxWords } from '../mailbox-words.ts';
import { cutAnswer, type OwnLinks, type Piece } from './answer-text.ts';
import { type Contents, type Entry, isOurs } from './open-contents.ts';
import { timesIn } from './times.ts';

/**
 * Shows where a thread stands and its messages. What people wrote goes into text nodes and nowhere else; the few links
 * in it lead to us (answer-text.ts).
 */
export function showContents(
  inside: HTMLElement,
  contents: Contents,
  words: MailboxWords,
  own: OwnLinks,
): void {
  const { lang } = document.documentElement;
  const { kept, named } = timesIn(lang);
  const dated = (sentence: string, at: number) => fill(sentence, { when: kept(at) });
  const { status, ends, entries } = contents;
  const lastOwn = entries.filter(({ author }) => author === 'reporter').at(-1);
  const title = part(inside, 'title');
  title.textContent = dated(words.status[status], lastOwn?.at ?? 0);
  part(inside, 'write-again').hidden = status !== 'closed';
  const end = part(inside, 'ends');
  end.hidden = ends === undefined;
  end.textContent = ends === undefined ? '' : dated(words.ends, ends);
  const items = entries.map((entry) => {
    const item = document.createElement('li');
    const told = (sentence: string, when = kept(entry.at)) =>
      paragraph('message-head', fill(sentence, { when }));
    const warning = warningOf(entry, words.chain);
    item.replaceChildren(
      ...(warning === null ? [] : [paragraph('error', warning)]),
      told(entry.author === 'reporter' ? words.youWrote : isOurs(entry) ? words.weWrote : words.came),
      ...(entry.author === 'desk' && entry.written !== undefined
        ? [told(words.written, named(entry.written))]
        : []),
      ...(entry.author === 'desk' ? [body(entry, words, own)] : []),
    );
    return item;
  });
  part(inside, 'messages').replaceChildren(...items);
}

function body(
  { text, says }: Extract<Entry, { author: 'desk' }>,
  words: MailboxWords,
  own: OwnLinks,
): HTMLElement {
  if (says !== undefined) return paragraph('message-status', words.says[says]);
  if (text === null) return paragraph('error', words.unreadable);
  const said = paragraph('message-text', '');
  said.dir = 'auto';
  said.translate = false;
  said.replaceChildren(...cutAnswer(text, own).map(nodeOf));
  return said;
}

function paragraph(className: string, text: string): HTMLElement {
  const element = document.createElement('p');
  element.className = className;
  element.textContent = text;
  return element;
}

/** What is wrong with the conversation up to a message, in words; null for nothing. */
function warningOf({ author, wrong }: Entry, words: MailboxWords['chain']): string | null {
  switch (wrong) {
    case null:
      return null;
    case 'missing':
      return author === 'desk' ? words.oursMissing : words.yoursMissing;
    case 'unseen':
      return author === 'desk' ? words.yoursMissing : words.oursMissing;
    case 'misplaced':
    case 'changed':
      return author === 'desk' ? words.oursMisplaced : words.yoursMisplaced;
    case 'strange':
      return words.yoursStrange;
  }
}

function nodeOf(piece: Piece): Node {
  if (piece.kind === 'text') return document.createTextNode(piece.text);
  const element = 'href' in piece ? linkTo(piece.href) : document.createElement('span');
  element.textContent = piece.text;
  // Between Arabic letters the groups of a number would change places.
  element.dir = 'ltr';
  if (piece.kind === 'page') element.dataset['page'] = '';
  else element.className = 'digits';
  return element;
}

function linkTo(href: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  return link;
}
