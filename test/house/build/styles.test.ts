import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheets = globSync('src/{site,reporter}/styles/**/*.css').map((file) => ({
  file,
  text: readFileSync(file, 'utf8'),
}));

test('where the shorthand names the serif, the figures are put back on the line', () => {
  const rules = sheets.flatMap(({ file, text }) =>
    [...text.matchAll(/\{[^{}]*\}/g)]
      .map(([rule]) => rule)
      .filter((rule) => /\bfont:[^;]*var\(--serif\)/.test(rule))
      .map((rule) => ({ file, lining: /font:[^;]*;[^}]*font-variant-numeric: lining-nums/.test(rule) })),
  );
  expect(rules.length).toBeGreaterThan(3);
  expect(rules.filter(({ lining }) => !lining)).toEqual([]);
});

test('the face with the slashed zero has no figures', () => {
  const fonts = sheets.find(({ file }) => file.endsWith('fonts.css'))?.text ?? '';
  const face = fonts.match(/@font-face \{\s*font-family: "Atkinson Hyperlegible Next";[^}]*\}/)?.[0] ?? '';
  expect(face).toContain('unicode-range: U+0-2F, U+3A-10FFFF');
});
