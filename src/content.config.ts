import { defineCollection } from 'astro:content';
import { glob } from 'astro/loaders';
import { Centre } from './site/centre-schema.ts';

export const collections = {
  /** One entry, `centre`: the facts about the centre. */
  centre: defineCollection({ loader: glob({ base: './content', pattern: 'centre.yaml' }), schema: Centre }),
};
