import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isLanguage, languages, type PrintLanguage, printTags } from '../../../src/i18n/languages.ts';
import { languagesOf, materialFile, materialText, readingOf } from '../../../src/print/catalogue/texts.ts';

type Leaflet = ReturnType<typeof materialText<'protection'>>;

/** A text of many strings as paths and strings: `steps.list.0.text.1` and what stands there. */
function linesOf(tree: unknown, path = ''): [string, string][] {
  if (typeof tree === 'string') return [[path, tree]];
  return Object.entries(Object(tree)).flatMap(([key, value]) =>
    linesOf(value, path ? `${path}.${key}` : key),
  );
}

/**
 * The three lines that promised what the law does not: how each language says “you can get … days”, “we never put you
 * under pressure”, and “with this protection you get a paper”. Time to think has to be asked for and granted; nobody can
 * say that a person may stay; and the paper of a minor belongs to the protection.
 */
const PINNED: Record<PrintLanguage, readonly [canGet: string, noPressure: string, withProtection: string]> = {
  nl: [
    'Je kan 45 dagen krijgen',
    'We zetten je nooit onder druk.',
    'Met deze bescherming krijg je meteen een document',
  ],
  fr: [
    'Vous pouvez avoir 45 jours',
    'Nous ne mettons jamais de pression.',
    'Avec cette protection, vous recevez tout de suite un document',
  ],
  en: ['You can get 45 days', 'We never put you under pressure.', 'With this protection, you get a paper'],
  ar: ['يمكنكم الحصول على 45 يومًا', 'نحن لا نضغط عليكم أبدًا.', 'ومع هذه الحماية تحصلون فورًا على وثيقة'],
  ro: [
    'Poți primi 45 de zile',
    'Nu facem niciodată presiuni asupra ta.',
    'Cu această protecție primești imediat un document',
  ],
  bg: ['Можеш да получиш 45 дни', 'Никога не те притискаме.', 'С тази защита получаваш веднага документ'],
  sq: [
    'Mund të marrësh 45 ditë',
    'Ne nuk të bëjmë kurrë presion.',
    'Me këtë mbrojtje merr menjëherë një dokument',
  ],
  'pt-BR': [
    'Você pode ter 45 dias',
    'Nunca pressionamos você.',
    'Com esta proteção, recebe logo um documento',
  ],
  es: ['Puede obtener 45 días', 'Nunca le presionamos.', 'Con esta protección recibe enseguida un documento'],
  vi: [
    'Bạn có thể được 45 ngày',
    'Chúng tôi không bao giờ gây áp lực cho bạn.',
    'Với sự bảo vệ này, bạn được cấp ngay giấy tờ',
  ],
  'zh-CN': ['您可以获得 45 天时间', '我们绝不会向您施压。', '得到这项保护后，您马上得到'],
  uk: [
    'Ви можете отримати 45 днів',
    'Ми ніколи на вас не тиснемо.',
    'З цим захистом ви одразу отримаєте документ',
  ],
  'fa-AF': ['می‌توانید 45 روز وقت بگیرید', 'ما هیچ‌گاه بر شما فشار نمی‌آوریم.', 'با این حفاظت فوراً سندی'],
  tr: [
    'karar vermek için 45 gün alabilirsiniz',
    'Size asla baskı yapmayız.',
    'Bu korumayla hemen 3 aylık bir belge alırsınız',
  ],
};

/** Where the three lines stand. */
const pinnedIn = ({ steps, choose, young }: Leaflet) => [
  steps.list[0]?.text[0],
  choose.text[1],
  young.text[0],
];

/** What the eleven said before. */
const NEVER = [
  ...[
    'لديك {{',
    'يجبرك',
    'Ai {{',
    'te poate obliga',
    'Имаш {{',
    'те принуди',
    'Ke {{',
    'të detyrojë',
    'Tem {{',
  ],
  ...['pode obrigar', 'Tiene {{', 'puede obligar', 'Bạn có {{', 'được ép bạn', '您有 {{', '强迫您'],
  ...['У вас є {{', 'вас змусити', 'وقت دارید', 'مجبور کند', 'gününüz var', 'sizi zorlayamaz'],
];

describe('the leaflet about the protection', () => {
  it('is there in every language of print', () => {
    expect(languagesOf('protection')).toEqual(printTags);
  });

  const original = linesOf(materialText('protection', 'nl')).map(([path]) => path);

  it.each(printTags)('has as many steps and lines in %s as in Dutch', (tag) => {
    expect(linesOf(materialText('protection', tag)).map(([path]) => path)).toEqual(original);
  });

  it.each(printTags)('promises in %s no more than the law', (tag) => {
    for (const [index, line] of pinnedIn(materialText('protection', tag)).entries())
      expect(line).toContain(PINNED[tag][index]);
    const text = readFileSync(materialFile('protection', tag), 'utf8');
    for (const promise of NEVER) expect(text).not.toContain(promise);
  });

  it.each(printTags)('gives in %s the papers the names that stand on them, in both languages', (tag) => {
    const text = JSON.stringify(materialText('protection', tag))
      .replaceAll('\u00a0', ' ')
      .replaceAll("'", '’');
    const names = ['annexe 15', 'bijlage 15', 'attestation d’immatriculation', 'attest van immatriculatie'];
    for (const name of names) expect(text).toContain(name);
  });
});

describe('a translation that somebody has read', () => {
  const translations = printTags.filter((tag) => !isLanguage(tag));

  it('is none yet', () => {
    for (const tag of translations)
      for (const item of ['card', 'protection'] as const)
        expect(readingOf(item, tag)).toMatchObject({ read: false, changed: false });
  });

  it('has a mark of its own for each language and text', () => {
    const marks = printTags.flatMap((tag) => [
      readingOf('card', tag).mark,
      readingOf('protection', tag).mark,
    ]);
    expect(new Set(marks).size).toBe(2 * printTags.length);
  });

  it('is written by us in the languages of the site', () => {
    for (const tag of languages) expect(readingOf('protection', tag).read).toBe(true);
  });
});
