import { expect, test } from 'vitest';
import { lix, sentencesOf } from '../../../tools/check/pages/readability.ts';

test('LIX is words a sentence plus the share of long words', () => {
  // 8 words in 2 sentences, 2 of them longer than six letters: 8 / 2 + 100 × 2 / 8.
  expect(lix(['the shelter has rooms', 'everyone may rest here'])).toBe(4 + 25);
});

test('sentences are those of the text, and end where a block ends', () => {
  const html = `<nav><a href="/">not this one here</a></nav><main><h1>You can call us</h1>
    <p>We are <b>awake</b>. Call us any time!</p><svg><text>nor this one here</text></svg>
    <ul><li>yes</li><li>a room of your own</li></ul></main>`;
  expect(sentencesOf(html).map((sentence) => sentence.replace(/\s+/g, ' '))).toEqual([
    'You can call us',
    'We are awake',
    'Call us any time',
    'a room of your own',
  ]);
});

test('what comes into a page later is read too, and what its script says', () => {
  const words = JSON.stringify({
    send: { busy: 'We seal {{name}} for you.' },
    stages: ['It is on its way.'],
  });
  const html = `<main><div data-words="${words.replaceAll('"', '&#34;')}">
    <template><p>Is it safe to call?</p></template></div></main>`;
  expect(sentencesOf(html).map((sentence) => sentence.replace(/\s+/g, ' '))).toEqual([
    'Is it safe to call',
    'We seal x for you',
    'It is on its way',
  ]);
});
