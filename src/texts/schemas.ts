import * as z from 'zod';
import { pageLanguages } from '../i18n/languages.ts';

const text = z.string().min(1);
const lang = z.enum(pageLanguages);

/** The front matter of content/<lang>/pages/*.md. Pages of the safe tier have no description: nothing is told of them. */
export const PageText = z.strictObject({ lang, title: text, lead: text, description: text.optional() });

/** The front matter of content/<lang>/reports/<report>/<chapter>.md: what a person said, where the chapter has it. */
export const ChapterText = z.strictObject({ lang, quote: text.optional(), who: text.optional() });

/** The front matter of content/<lang>/campaigns/*.md: a day of action, whose file has its date as its name. */
export const CampaignText = z.strictObject({
  lang,
  date: z.iso.date(),
  title: text,
  description: text,
  lead: text,
});

/** The front matter of content/<lang>/services/*.md. */
export const ServiceText = z.strictObject({
  lang,
  title: text,
  description: text,
  lead: text,
  /** Its place among the services, from 1. */
  order: z.int().positive(),
  /** One or two sentences for the list of services. */
  summary: text,
  facts: z.array(z.strictObject({ value: text, label: text })),
});

/** Who asks a question, in the order in which the page shows them. */
export const audiences = ['help', 'relative', 'professional', 'donor', 'press'] as const;

/** An item of content/<lang>/faq.yaml; its answer is Markdown. */
export const FaqItem = z.strictObject({
  lang,
  id: text,
  audience: z.enum(audiences),
  question: text,
  order: z.int(),
});

/** An item of content/<lang>/timeline.yaml; its text is Markdown. */
export const Milestone = z.strictObject({ lang, year: z.int(), order: z.int() });

/** Who meets a person in the course of their work. */
export const professions = ['police', 'hospital', 'social', 'asylum', 'schools'] as const;

/** content/<lang>/signs.yaml: the signs by theme, and for each profession what it sees and does. */
export const SignsText = z.strictObject({
  lang,
  groups: z.array(z.strictObject({ id: text, title: text, signs: z.array(text).min(1) })),
  audiences: z.array(
    z.strictObject({
      id: z.enum(professions),
      title: text,
      intro: text,
      signs: z.array(text).min(1),
      do: z.array(text).min(1),
    }),
  ),
});
