import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shownText } from '../../../../src/desk/contact/hidden-characters.ts';

const drawn = (text: string) =>
  shownText(text)
    .pieces.filter(({ shown }) => shown)
    .map((piece) => piece.text)
    .join('');

describe('what is drawn of a typed text', () => {
  it.each([
    ['\u202e PAG-ASA', ' PAG-ASA'],
    ['Ana \u202eBIDI\u202c exe.png', 'Ana BIDI exe.png'],
    ['a\u2067b\u2069c\u202dd', 'abcd'],
    ['a\u0000b\u001b[31mc\u009bd', 'ab[31mcd'],
  ])('leaves out what steers in %j, and says so', (typed, shown) => {
    expect(drawn(typed)).toBe(shown);
    expect(shownText(typed)).toMatchObject({ steered: true, crowded: false });
  });

  it('leaves out marks after the fourth of a letter, and says so', () => {
    expect(drawn(`a${'\u0301'.repeat(2000)}b`)).toBe(`a${'\u0301'.repeat(4)}b`);
    // Neither what is not seen nor what steers lets a letter have more.
    expect(drawn(`a${'\u0301\u200d'.repeat(9)}b`)).toBe(`a${'\u0301\u200d'.repeat(4)}${'\u200d'.repeat(0)}b`);
    expect(drawn('a\u0301\u0301\u0301\u202e\u0301\u0301\u0301')).toBe('a\u0301\u0301\u0301\u0301');
    expect(shownText(`x${'\u0301'.repeat(5)}`)).toMatchObject({ steered: false, crowded: true });
  });

  it.each([
    'Nguyễn Thị Ánh'.normalize('NFD'),
    'مَدْرَسَةٌ',
    'می‌خواهم بروم',
    'שָׁלוֹם',
    'ภาษาไทย ที่นี่',
    'བཀྲ་ཤིས་བདེ་ལེགས',
    'ខ្ញុំត្រូវការជំនួយ',
    '👩‍👩‍👧‍👦 ❤️ 1️⃣ 🏴󠁧󠁢󠁥󠁮󠁧󠁿',
    'line one\n\tline two',
    '\u2068Ana from the address book\u2069',
    '',
  ])('leaves an honest text as it is: %s', (typed) => {
    expect(shownText(typed)).toMatchObject({ steered: false, crowded: false });
    expect(drawn(typed).replace(/[\u2068\u2069]/g, '')).toBe(typed.replace(/[\u2068\u2069]/g, ''));
  });

  it('loses nothing of any text, and draws nothing that steers', () => {
    const unit = fc.constantFrom(
      'a',
      ' ',
      '\n',
      '\u0301',
      '\u200d',
      '\u202e',
      '\u2068',
      '\u2069',
      '\u0000',
      '😀',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 60 }), (typed) => {
        const { pieces } = shownText(typed);
        expect(pieces.map(({ text }) => text).join('')).toBe(typed);
        expect(drawn(typed)).not.toMatch(/[\u202a-\u202e\u2066-\u2069]|\0/);
        expect(drawn(typed).replace(/\u200d/g, '')).not.toMatch(/\p{M}{5}/u);
      }),
    );
  });
});
