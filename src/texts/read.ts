import { type CollectionEntry, type CollectionKey, getCollection, getEntry, render } from 'astro:content';
import type { Language } from '../i18n/languages.ts';
import { isService, type PageName } from '../site/routes.ts';
import { wayTo } from '../site/way-to.ts';

/** A text of content/<lang>/pages, and the component that shows it. Throws, and so fails the build, without one. */
export async function pageText(page: PageName, lang: Language) {
  const entry = known(await getEntry('pages', `${lang}/${page}`), page, lang);
  return { ...entry.data, Content: await contentOf(entry) };
}

/** A service of content/<lang>/services by its name (`shelter`), with the component that shows its text. */
export async function serviceText(name: string, lang: Language) {
  const entry = known(await getEntry('services', `${lang}/${name}`), name, lang);
  return { ...entry.data, Content: await contentOf(entry) };
}

/** The text of a chapter of a report, where content/<lang>/reports/<report>/ has one. */
export async function chapterText(report: string, chapter: string, lang: Language) {
  const entry = await getEntry('reports', `${lang}/${report}/${chapter}`);
  return entry && { ...entry.data, Content: await contentOf(entry) };
}

/** The days of action, the next one first, each with the component that shows its text. */
export async function campaigns(lang: Language) {
  const entries = await getCollection('campaigns', ({ data }) => data.lang === lang);
  return Promise.all(
    entries
      .sort((a, b) => a.data.date.localeCompare(b.data.date))
      .map(async (entry) => ({ ...entry.data, Content: await contentOf(entry) })),
  );
}

/** What the way to a page is called: its title, or a shorter one where the title is a sentence. */
export async function pageTitle(page: PageName, lang: Language): Promise<string> {
  if (isService(page)) return (await serviceText(page.slice('service:'.length), lang)).title;
  return wayTo(page, lang);
}

/** The services in their order, each with its name. */
export async function services(lang: Language) {
  const entries = await getCollection('services', ({ data }) => data.lang === lang);
  return entries.sort(inOrder).map(({ id, data }) => ({ name: id.slice(lang.length + 1), ...data }));
}

/** The questions of the FAQ in their order, each with the component that shows its answer. */
export async function questions(lang: Language) {
  const entries = await getCollection('faq', ({ data }) => data.lang === lang);
  return Promise.all(
    entries.sort(inOrder).map(async (entry) => ({ ...entry.data, Content: await contentOf(entry) })),
  );
}

/** The milestones of the history in their order. */
export async function timeline(lang: Language) {
  const entries = await getCollection('timeline', ({ data }) => data.lang === lang);
  return Promise.all(
    entries.sort(inOrder).map(async (entry) => ({ ...entry.data, Content: await contentOf(entry) })),
  );
}

/** The signs by theme and by profession. */
export async function signs(lang: Language) {
  return known(await getEntry('signs', `${lang}/signs`), 'signs', lang).data;
}

type Ordered = { data: { order: number } };
const inOrder = (a: Ordered, b: Ordered) => a.data.order - b.data.order;

const contentOf = async (entry: CollectionEntry<CollectionKey>) => (await render(entry)).Content;

function known<Entry>(entry: Entry | undefined, name: string, lang: Language): Entry {
  if (!entry) throw new Error(`content/${lang} has no text of ${name}`);
  return entry;
}
