import * as z from 'zod';
import { listOf, onceEach } from './lists.ts';
import {
  CampaignText,
  ChapterText,
  FaqItem,
  Milestone,
  PageText,
  ServiceText,
  SignsText,
} from './schemas.ts';

const text = z.string().min(1);

/** The heads of the Markdown files of each folder of content/<lang>/. */
export const markdownFiles = {
  pages: PageText.omit({ lang: true }),
  services: ServiceText.omit({ lang: true }),
  reports: ChapterText.omit({ lang: true }),
  campaigns: CampaignText.omit({ lang: true }),
};

/** The YAML files of content/<lang>/. The `answer` of a question and the `text` of a milestone are Markdown. */
export const yamlFiles = {
  faq: listOf(FaqItem.omit({ lang: true, order: true }).extend({ answer: text }), 'id'),
  timeline: listOf(Milestone.omit({ lang: true, order: true }).extend({ text }), 'year'),
  signs: SignsText.omit({ lang: true }).superRefine(({ groups, audiences }, context) => {
    onceEach(groups, 'id', context, ['groups']);
    onceEach(audiences, 'id', context, ['audiences']);
  }),
};
