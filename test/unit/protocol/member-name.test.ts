import { describe, expect, it } from 'vitest';
import { MemberName } from '../../../src/protocol/wire/api/member.ts';
import { utf8 } from '../../../src/protocol/wire/bytes.ts';
import { nameKeyOf } from '../../../src/protocol/wire/member-name.ts';
import { signInText } from '../../../src/protocol/wire/sign-in.ts';

const read = (name: string) => {
  const parsed = MemberName.safeParse(name);
  return parsed.success ? parsed.data : null;
};

describe('the name of a member', () => {
  it.each([
    ['O’Brien', "O'Brien"],
    ['van ’t Hoff', "van 't Hoff"],
    ['’t Hooft', "'t Hooft"],
    ['D´Hondt', "D'Hondt"],
    ['Jose\u0301', 'José'],
    ['李', '李'],
    ['মিতা', 'মিতা'],
    ['محمد', 'محمد'],
    ['ทวี', 'ทวี'],
    ['Nguye\u0302\u0303n', 'Nguyễn'],
    ['Anne‑Marie', 'Anne-Marie'],
    ['Anne – Marie', 'Anne - Marie'],
    ['\u2068Zoë D.\u2069', 'Zoë D.'],
    ['  An\u00a0 Peeters ', 'An Peeters'],
    ['Ａｎｎ', 'Ann'],
    ['Slot x7', 'Slot x7'],
  ])('“%s” is taken as “%s”', (typed, name) => {
    expect(read(typed)).toBe(name);
    // What the worker stores and gives back reads as itself.
    expect(read(name)).toBe(name);
  });

  it.each([
    '',
    ' ',
    'A',
    "'A",
    '-Ann',
    'Ann\nBob',
    'Ann\tBob',
    'Ann<b>',
    'Ann😀',
    '\u0301e',
    'a'.repeat(41),
    '\u202e',
  ])('“%s” is none', (typed) => expect(read(typed)).toBeNull());

  it.each([
    ['O’Brien', "o'BRIEN"],
    ['Élise', 'E\u0301LISE'],
    ['van ’t Hoff', "Van 'T Hoff"],
    ['Anne-Marie', 'ANNE‐MARIE'],
    ['Ann', 'Ａｎｎ'],
    ['İnci', 'I\u0307NCI'],
  ])('“%s” and “%s” are one', (one, other) => {
    expect(nameKeyOf(one)).toBe(nameKeyOf(other));
  });

  it('is signed in its one spelling, so that a browser and the worker sign the same', () => {
    expect(signInText('o', 'Jose\u0301 O’B', 'c')).toEqual(utf8("PAG-ASA desk sign-in v1\no\nJosé O'B\nc"));
  });
});
