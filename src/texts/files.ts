import * as z from 'zod';
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

/** A list whose items are told apart by a field. Each must be there once. */
const listOf = <Item extends Record<string, unknown>>(item: z.ZodType<Item>, field: keyof Item & string) =>
  z.array(item).superRefine((items, context) => onceEach(items, field, context));

function onceEach(
  items: readonly Record<string, unknown>[],
  field: string,
  context: z.core.$RefinementCtx,
  path: readonly string[] = [],
): void {
  for (const [index, item] of items.entries()) {
    if (items.findIndex((other) => other[field] === item[field]) === index) continue;
    const message = `‘${item[field]}’ stands there twice`;
    context.addIssue({ code: 'custom', path: [...path, index, field], message, input: item });
  }
}

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
