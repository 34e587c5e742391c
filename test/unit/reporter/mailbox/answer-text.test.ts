import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutAnswer, type OwnLinks } from '../../../../src/reporter/mailbox/contents/answer-text.ts';

const OWN: OwnLinks = {
  numbers: [
    { shown: '02 511 64 64', href: 'tel:+3225116464' },
    { shown: '112', href: 'tel:112' },
    { shown: '116 000', href: 'tel:116000' },
  ],
  languages: ['nl', 'fr', 'en'],
  hosts: ['www.pag-asa.be', 'pag-asa.be', 'localhost:8787'],
};

/** The links of an answer: what they say, and where they lead. */
const links = (answer: string) =>
  cutAnswer(answer, OWN).flatMap((piece) => ('href' in piece ? [[piece.text, piece.href]] : []));
const kept = (answer: string) =>
  cutAnswer(answer, OWN).flatMap((piece) => (piece.kind === 'number' ? [piece.text] : []));

describe('numbers in an answer', () => {
  it.each([
    '02 511 64 64',
    '02\u00a0511\u202f64 64',
    '025116464',
    '02/511.64.64',
    '02-511-64-64',
    '+32 2 511 64 64',
    '+32 (0)2 511 64 64',
    '0032 2 511 64 64',
  ])('call us when they are ours: %s', (typed) => {
    for (const answer of [
      typed,
      `Bel ${typed}.`,
      `(${typed})`,
      `Appelez le ${typed}, svp`,
      `اتصل ${typed} الآن`,
    ]) {
      expect(links(answer)).toEqual([[typed, 'tel:+3225116464']]);
    }
  });

  it.each([
    ['Danger? Call 112.', ['112', 'tel:112']],
    ['112!', ['112', 'tel:112']],
    ['Child Focus: 116 000', ['116 000', 'tel:116000']],
    ['Child Focus: 116000', ['116000', 'tel:116000']],
  ])('call for help: %s', (answer, link) => expect(links(answer)).toEqual([link]));

  it.each([
    '0488 12 34 56',
    '02 511 64 65',
    '02 511 64 64 5',
    '102 511 64 64',
    '02 511 64',
    '+33 2 511 64 64',
    '0900 02 511 64 64',
    'x02 511 64 64',
    'op 1/12',
    'op 11-2',
    '1 12 3',
    '1.12 euro',
    '112,50 euro',
    '112.50',
    'A112',
    '112e',
    '+112',
    '\u202e46 46 115 20',
    '\u200b02 511\u200b 64 64',
  ])('are no link when they are not: %s', (answer) => expect(links(answer)).toEqual([]));

  it('are not broken across lines, whosever they are', () => {
    expect(kept('Your lawyer: 0488 12 34 56, or +33 1 23 45 67 89.')).toEqual([
      '0488 12 34 56',
      '+33 1 23 45 67 89',
    ]);
    expect(kept(`Nothing of ${'9'.repeat(300)}`)).toEqual([]);
  });
});

describe('addresses in an answer', () => {
  it.each([
    ['https://www.pag-asa.be/fr/info/e/', '/fr/info/e/'],
    ['http://pag-asa.be/nl/', '/nl/'],
    ['www.pag-asa.be/en/info/', '/en/info/'],
    ['pag-asa.be/nl/info/e', '/nl/info/e'],
    ['pag-asa.be', '/'],
    ['WWW.PAG-ASA.BE/nl/contact/', '/nl/contact/'],
    ['localhost:8787/nl/info/e/', '/nl/info/e/'],
    ['https://www.pag-asa.be/print/fa-af/card.pdf', '/print/fa-af/card.pdf'],
  ])('lead to a page of ours: %s', (typed, path) => {
    for (const answer of [typed, `Lees ${typed}.`, `(${typed})`, `« ${typed} »`, `“${typed}”, please`]) {
      expect(links(answer)).toEqual([[typed, path]]);
    }
  });

  it.each([
    'https://evil.example/nl/info/',
    'https://www.pag-asa.be.evil.example/nl/',
    'https://evil.example/www.pag-asa.be/nl/',
    'https://www.pag-asa.be@evil.example/nl/',
    'https://evil.example?www.pag-asa.be/nl/',
    'https://user@www.pag-asa.be/nl/',
    'https://wwwxpag-asa.be/nl/',
    'https://www.pag-asa.be:8443/nl/',
    '//www.pag-asa.be/nl/',
    'ftp://www.pag-asa.be/nl/',
    'javascript:alert(1)//www.pag-asa.be/nl/',
    'https://www.pag-asa.be/x',
    'https://www.pag-asa.be/api/mailbox',
    'https://www.pag-asa.be/nl/desk/',
    'https://www.pag-asa.be/nl/desk/#secret',
    'https://www.pag-asa.be/nl/?q=1',
    'https://www.pag-asa.be/nl/../x',
    'https://www.pag-asa.be/print/../x.pdf',
    'https://www.pag-asa.be/de/',
    'https://www.pаg-asa.be/nl/',
    'info@pag-asa.be',
    '/nl/info/',
    'https://www.pag-asa.be\\evil.example/nl/',
    '\u202ehttps://www.pag-asa.be/nl/',
    'tel:0900123456',
    'mailto:x@evil.example',
  ])('lead nowhere when they are not: %s', (answer) => expect(links(answer)).toEqual([]));
});

it('never changes a character, and never leads anywhere but to us', () => {
  const bits = fc.constantFrom(
    '02 511 64 64',
    '112',
    ' ',
    '\n',
    'https://',
    'pag-asa.be',
    '/nl/',
    '+32',
    '.',
    '(0)',
    '<a href=x>',
    '7',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(bits, fc.string({ unit: 'binary' })), { maxLength: 12 }), (parts) => {
      const answer = parts.join('');
      expect(
        cutAnswer(answer, OWN)
          .map(({ text }) => text)
          .join(''),
      ).toBe(answer);
      for (const [, href] of links(answer))
        expect(href).toMatch(/^(tel:(\+3225116464|112|116000)|\/|\/(nl|fr|en)\/.*|\/print\/.*)$/);
    }),
    { numRuns: 2000 },
  );
});

it('cuts the longest answer in no time, also a hostile one', () => {
  for (const bit of ['1 ', '1', '/', 'a.', '(0)', '"', '. ', '+1(0)']) {
    const start = performance.now();
    cutAnswer(bit.repeat(4000 / bit.length), OWN);
    expect(performance.now() - start).toBeLessThan(500);
  }
});
