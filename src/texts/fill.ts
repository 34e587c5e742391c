import { factOf, isShown } from '../facts/facts.ts';
import { writeFact } from '../facts/write.ts';
import type { Language } from '../i18n/languages.ts';
import { isPageName, pathTo } from '../i18n/routes.ts';

/** A fact's place in a text: `{{centre.email}}`. */
export const FACT_PLACE = /\{\{([^}]*)\}\}/g;

/** A part of a text that says something to confirm: from a line `:::confirm claims.retention` to a line `:::`. */
export const CONFIRM_BLOCK = /^:::confirm ([\w.]+)\n([\s\S]*?)^:::$/gm;

/** A link to a page of ours: `[our report](page:report)`. */
export const PAGE_LINK = /\]\(page:([^)]*)\)/g;

/**
 * Fills a Markdown text of `content/`: writes its facts, links its pages, and leaves out each confirm block that may
 * not be shown, that is one whose claim or facts are not confirmed while the build is for production. Elsewhere such a
 * block is shown with `note` above it. Throws, and so fails the build, on an unknown key or page, and on a fact outside
 * of a confirm block that is not confirmed.
 */
export function fillMarkdown(text: string, language: Language, note: string): string {
  let sure = '';
  let end = 0;
  for (const { 0: block, 1: claim = '', 2: inside = '', index } of text.matchAll(CONFIRM_BLOCK)) {
    sure += fillFacts(text.slice(end, index), language) + confirmed(claim, inside, language, note);
    end = index + block.length;
  }
  return sure + fillFacts(text.slice(end), language);
}

/** Fills a text that is no Markdown: a title, a label. The same errors as `fillMarkdown`. */
export function fillPlain(text: string, language: Language): string {
  return text.replace(FACT_PLACE, (_, key: string) => writeFact(sureFact(key), language).text);
}

function confirmed(claim: string, inside: string, language: Language, note: string): string {
  const keys = [claim, ...[...inside.matchAll(FACT_PLACE)].map(([, key = '']) => key)];
  if (!keys.every(isShown)) return '';
  const filled = linkPages(
    inside.replace(FACT_PLACE, (_, key: string) => inMarkdown(key, language)),
    language,
  );
  const sure = keys.every((key) => factOf(key).confirmed);
  return sure ? filled : `<div class="unconfirmed"><p>${note}</p>\n\n${filled}\n</div>\n`;
}

function fillFacts(text: string, language: Language): string {
  const filled = text.replace(FACT_PLACE, (_, key: string) => {
    sureFact(key);
    return inMarkdown(key, language);
  });
  return linkPages(filled, language);
}

function sureFact(key: string) {
  const fact = factOf(key);
  if (!fact.confirmed) throw new Error(`${key} is not confirmed and stands outside of a :::confirm block`);
  return fact;
}

function inMarkdown(key: string, language: Language): string {
  const { text, href } = writeFact(factOf(key), language);
  return href ? `[${text}](${href})` : text;
}

function linkPages(text: string, language: Language): string {
  return text.replace(PAGE_LINK, (_, name: string) => {
    if (!isPageName(name)) throw new Error(`There is no page ${name}`);
    return `](${pathTo(name, language)})`;
  });
}
