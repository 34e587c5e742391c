import { readFileSync } from 'node:fs';
import { languageTable, type PrintLanguage } from '../../i18n/languages.ts';

const packaged = (family: string, ...files: string[]) =>
  files.map((file) => `node_modules/@expo-google-fonts/${family}/${file}.ttf`);

/** The files of every typeface that is embedded. npm gives TrueType; Typst reads no WOFF. */
const FONT_FILES = [
  ...packaged('young-serif', '400Regular/YoungSerif_400Regular'),
  ...packaged(
    'atkinson-hyperlegible-next',
    '400Regular/AtkinsonHyperlegibleNext_400Regular',
    '600SemiBold/AtkinsonHyperlegibleNext_600SemiBold',
    '800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold',
  ),
  ...packaged('noto-sans', '400Regular/NotoSans_400Regular', '700Bold/NotoSans_700Bold'),
  ...packaged('vazirmatn', '400Regular/Vazirmatn_400Regular', '700Bold/Vazirmatn_700Bold'),
  'src/print/fonts/noto-sans-sc-medium.ttf',
];

/** The typefaces of a language, by what they are for. */
export interface Typefaces {
  display: string[];
  /** The digits of running text and charts: the zero of Atkinson Hyperlegible is slashed, and reads as another sign. */
  figures: string;
  text: string[];
}

const NOTO = 'Noto Sans';
const families: Record<(typeof languageTable)[PrintLanguage]['typefaces'], Typefaces> = {
  house: { display: ['Young Serif'], figures: NOTO, text: ['Atkinson Hyperlegible Next', NOTO] },
  noto: { display: [NOTO], figures: NOTO, text: [NOTO] },
  // Noto Sans Arabic sets letters and their dots apart: copied or read aloud, letters come twice.
  arabic: { display: ['Vazirmatn', NOTO], figures: 'Vazirmatn', text: ['Vazirmatn', NOTO] },
  chinese: { display: ['Noto Sans SC', NOTO], figures: 'Noto Sans SC', text: ['Noto Sans SC', NOTO] },
};

/** The typefaces in which a language is set. */
export const typefacesOf = (language: PrintLanguage): Typefaces =>
  families[languageTable[language].typefaces];

/** The bytes of every typeface, in a fixed order. Throws where one is not installed. */
export function fontBlobs(): Buffer[] {
  return FONT_FILES.map((file) => readFileSync(file));
}
