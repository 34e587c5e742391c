import { factOf, isShown } from '../facts/facts.ts';
import { writeFact } from '../facts/write.ts';
import type { Language } from '../i18n/languages.ts';
import { isPageName, pathTo } from '../site/routes.ts';

/** A fact's place in a text: `{{centre.email}}`, or `{{centre.telephone from abroad}}`. See `factPlace`. */
export const FACT_PLACE = /\{\{([^}]*)\}\}/g;

/** A part of a text that says something to confirm: from a line `:::confirm claims.firstHour` to a line `:::`. */
export const CONFIRM_BLOCK = /^:::confirm ([\w.]+)\n([\s\S]*?)^:::$/gm;

/** An item of a list that waits for a claim to be confirmed: `:::confirm claims.signsAdditions Ask first.` */
const WAITING = /^:::confirm ([\w.]+) /;

/** A link to a page of ours: `[our report](page:report)`. */
export const PAGE_LINK = /\]\(page:([^)]*)\)/g;

/** A part of a Markdown text that may be shown, and whether PAG-ASA has confirmed all that it says. */
export interface FilledPart {
  markdown: string;
  confirmed: boolean;
}

/**
 * Fills a Markdown text of `content/`: writes its facts, links its pages, and leaves out each confirm block that may
 * not be shown, that is one whose claim or facts are not confirmed while the build is for production. Elsewhere such a
 * block is a part of its own, for whoever shows it to mark. Throws, and so fails the build, on an unknown key or page,
 * and on a fact outside of a confirm block that is not confirmed.
 */
export function filledParts(text: string, language: Language): FilledPart[] {
  const parts: FilledPart[] = [];
  let end = 0;
  for (const { 0: block, 1: claim = '', 2: inside = '', index } of text.matchAll(CONFIRM_BLOCK)) {
    parts.push(...surePart(text.slice(end, index), language), ...confirmPart(claim, inside, language));
    end = index + block.length;
  }
  return [...parts, ...surePart(text.slice(end), language)];
}

/** Fills a Markdown text for a page, where what is not confirmed stands with `note` above it. See `filledParts`. */
export function fillMarkdown(text: string, language: Language, note: string): string {
  return filledParts(text, language)
    .map(({ markdown, confirmed }) =>
      confirmed ? markdown : `<div class="unconfirmed"><p>${note}</p>\n\n${markdown}\n</div>\n`,
    )
    .join('');
}

/**
 * Fills a text that is no Markdown: a title, a label. The same errors as `fillMarkdown`. An item that waits for a claim
 * stays as it is, for `shownItems`.
 */
export function fillPlain(text: string, language: Language): string {
  if (WAITING.test(text)) return text;
  return text.replace(FACT_PLACE, (_, place: string) => {
    const { key, abroad } = factPlace(place);
    return writeFact(sureFact(key), language, abroad).text;
  });
}

/** What stands between the braces of a fact's place: its key, and whether a number is written as one dials it abroad. */
export function factPlace(place: string): { key: string; abroad: boolean } {
  const key = place.replace(/ from abroad$/, '');
  return { key, abroad: key !== place };
}

/**
 * The items of a list that may be shown, filled by `fillPlain`. One that waits is left out where its claim, or a fact
 * in it, may not be shown; elsewhere it is filled here, and `note`, if there is one, stands before what is not
 * confirmed. Throws on an unknown claim or fact.
 */
export function shownItems(items: readonly unknown[], language: Language, note?: string): unknown[] {
  return items.flatMap((item) => {
    const [mark, claim] = typeof item === 'string' ? (WAITING.exec(item) ?? []) : [];
    if (mark === undefined || claim === undefined) return [item];
    const inside = String(item).slice(mark.length);
    const keys = [claim, ...keysIn(inside)];
    if (!keys.every(isShown)) return [];
    const said = inside.replace(FACT_PLACE, (_, place: string) => {
      const { key, abroad } = factPlace(place);
      return writeFact(factOf(key), language, abroad).text;
    });
    return [note && !keys.every((key) => factOf(key).confirmed) ? `${note} ${said}` : said];
  });
}

const keysIn = (text: string) => [...text.matchAll(FACT_PLACE)].map(([, place = '']) => factPlace(place).key);

function confirmPart(claim: string, inside: string, language: Language): FilledPart[] {
  const keys = [claim, ...keysIn(inside)];
  if (!keys.every(isShown)) return [];
  const filled = inside.replace(FACT_PLACE, (_, place: string) => inMarkdown(place, language));
  const confirmed = keys.every((key) => factOf(key).confirmed);
  return [{ markdown: linkPages(filled, language), confirmed }];
}

function surePart(text: string, language: Language): FilledPart[] {
  const markdown = fillFacts(text, language);
  return markdown === '' ? [] : [{ markdown, confirmed: true }];
}

function fillFacts(text: string, language: Language): string {
  const filled = text.replace(FACT_PLACE, (_, place: string) => {
    sureFact(factPlace(place).key);
    return inMarkdown(place, language);
  });
  return linkPages(filled, language);
}

function sureFact(key: string) {
  const fact = factOf(key);
  if (!fact.confirmed) throw new Error(`${key} is not confirmed and stands outside of a :::confirm block`);
  return fact;
}

function inMarkdown(place: string, language: Language): string {
  const { key, abroad } = factPlace(place);
  const { text, href } = writeFact(factOf(key), language, abroad);
  return href ? `[${text}](${href})` : text;
}

function linkPages(text: string, language: Language): string {
  return text.replace(PAGE_LINK, (_, name: string) => {
    if (!isPageName(name)) throw new Error(`There is no page ${name}`);
    return `](${pathTo(name, language)})`;
  });
}
