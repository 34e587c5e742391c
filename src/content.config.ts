import { defineCollection } from 'astro:content';
import { entire, items, texts } from './texts/collections.ts';
import {
  CampaignText,
  ChapterText,
  FaqItem,
  Milestone,
  PageText,
  ServiceText,
  SignsText,
} from './texts/schemas.ts';

/** What the site says, by language: the id of an entry begins with it, as in `nl/about`. */
export const collections = {
  pages: defineCollection({ loader: texts('pages'), schema: PageText }),
  services: defineCollection({ loader: texts('services'), schema: ServiceText }),
  reports: defineCollection({ loader: texts('reports'), schema: ChapterText }),
  campaigns: defineCollection({ loader: texts('campaigns'), schema: CampaignText }),
  faq: defineCollection({ loader: items('faq', { id: 'id', markdown: 'answer' }), schema: FaqItem }),
  timeline: defineCollection({
    loader: items('timeline', { id: 'year', markdown: 'text' }),
    schema: Milestone,
  }),
  signs: defineCollection({ loader: entire('signs'), schema: SignsText }),
};
