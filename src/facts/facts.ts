import { siteEnv } from '../site/site-env.ts';
import { loadFacts } from './load.ts';
import type { Fact } from './schema.ts';

const facts = loadFacts();
const production = siteEnv() === 'production';

/** The fact of a key such as `centre.email`. Throws, and so fails the build, when there is none. */
export function factOf(key: string): Fact {
  const fact = facts.get(key);
  if (!fact) throw new Error(`No fact ${key} in content/`);
  return fact;
}

/** Whether something may be shown: it is confirmed, or the build is not for production. */
export function mayBeShown({ confirmed }: { confirmed: boolean }): boolean {
  return confirmed || !production;
}

/** Whether a fact may be shown: known, and confirmed where the build is for production. */
export function isShown(key: string): boolean {
  const fact = factOf(key);
  return fact.value !== null && mayBeShown(fact);
}

/** Whether the site may make a claim as its own words, without saying that it is unconfirmed. */
export function may(claim: string): boolean {
  const { value, as, confirmed } = factOf(claim);
  return (value === true || as === 'claim') && confirmed;
}

/** The value of a figure. Throws where the fact is no number. */
export function figure(key: string): number {
  const { value } = factOf(key);
  if (typeof value !== 'number') throw new Error(`${key} is no number`);
  return value;
}

/** The value of a fact that is one text in all languages. Throws where it is not. */
export function textOf(key: string): string {
  const { value } = factOf(key);
  if (typeof value !== 'string') throw new Error(`${key} is no text`);
  return value;
}
