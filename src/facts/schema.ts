import * as z from 'zod';
import { type Language, languages, pageLanguages, type SiteLanguage } from '../i18n/languages.ts';
import { isBelgianIban, isEnterpriseNumber, isStructuredCommunication } from './check-digits.ts';
import { telephoneFault } from './telephone-number.ts';

/** What is wrong with a value that is more than its text, as the end of a sentence; nothing where all is right. */
export const kinds = {
  /** What the site says in words of its own: the sentence that PAG-ASA confirms. */
  claim: () => undefined,
  /** Digits in groups, as they are shown; becomes a link that dials. */
  telephone: telephoneFault,
  email: (value: string) =>
    z.email().safeParse(value).success ? undefined : 'it is no e-mail address, such as name@example.be',
  iban: (value: string) =>
    isBelgianIban(value)
      ? undefined
      : 'a digit is wrong or missing: the check digits do not fit. A Belgian account number is BE and 14 digits',
  /** The structured message of a transfer. */
  communication: (value: string) =>
    isStructuredCommunication(value)
      ? undefined
      : 'a digit is wrong or missing: the check digits do not fit. It is written +++DDD/DDDD/DDDDD+++',
  /** The number of the association in the Crossroads Bank for Enterprises. */
  enterprise: (value: string) =>
    isEnterpriseNumber(value)
      ? undefined
      : 'a digit is wrong or missing: the check digits do not fit. It is written 0DDD.DDD.DDD',
} as const satisfies Record<string, (value: string) => string | undefined>;

/**
 * A text in each language, where the fact itself differs: the Dutch and the French name of a street. Those of the whole
 * site must be there; in another, one is there where a page says it.
 */
export const InEachLanguage = z.strictObject({
  ...(Object.fromEntries(pageLanguages.map((tag) => [tag, z.string().min(1).optional()])) as InPageLanguages),
  ...(Object.fromEntries(languages.map((tag) => [tag, z.string().min(1)])) as Record<
    SiteLanguage,
    z.ZodString
  >),
});
type InPageLanguages = Record<Language, z.ZodOptional<z.ZodString>>;
export type InEachLanguage = z.infer<typeof InEachLanguage>;

/** A claim that nobody has confirmed yet (true), a number, a text, a text in each language; null while nobody knows it. */
const Value = z.union([z.literal(true), z.number(), z.string().min(1), InEachLanguage, z.null()], {
  error: 'write a number, a text, or lines nl:, fr: and en: with a text each; or null while nobody knows it',
});
type Value = z.infer<typeof Value>;

/** A fact as its file has it. */
const WrittenFact = z.strictObject({
  value: Value,
  as: z.enum(Object.keys(kinds) as [keyof typeof kinds, ...(keyof typeof kinds)[]]).optional(),
  source: z.string().min(1),
  /** The year or period that a figure is about. */
  period: z.coerce.string().optional(),
  /**
   * What was confirmed: the value again. So a value that somebody changes later is no longer confirmed, until someone
   * confirms the new one. PAG-ASA itself has said so, or the fact stands in PAG-ASA's own publication or on a page of
   * the government. What is not confirmed (`false`) never reaches a production build.
   */
  confirmed: z.union([z.literal(false), Value], {
    error: 'write false, or the confirmed value once more',
  }),
  /** Why the fact stands here though nothing says it. Without a reason, such a fact fails the build. */
  kept: z.string().min(1).optional(),
});

/** A fact: what the site says, once, with where it comes from, and whether the value is the confirmed one. */
export const Fact = WrittenFact.superRefine(({ value, as, confirmed }, context) => {
  const complain = (key: string, message: string) =>
    context.addIssue({ code: 'custom', path: [key], message });
  if (as !== undefined && value !== null) {
    const fault = typeof value === 'string' ? kinds[as](value) : 'put it between quotes, as a text';
    if (fault !== undefined) complain('value', `${written(value)} is not right as ${as}: ${fault}`);
  }
  if (value === true && confirmed !== false) {
    complain(
      'value',
      'write the sentence that was confirmed, with “as: claim”, and the sentence once more after “confirmed:”; until it is confirmed, “confirmed: false”',
    );
    return;
  }
  if (confirmed === false || (value !== null && same(value, confirmed))) return;
  const ways = `Once somebody has confirmed it, write “confirmed: ${written(value)}”; until then “confirmed: false”`;
  if (value === null) complain('confirmed', 'nothing is known, so nothing is confirmed: write false');
  else if (confirmed === true)
    complain('confirmed', `write the confirmed value once more in place of true. ${ways}`);
  else
    complain('value', `${written(value)} is not what was confirmed, which is ${written(confirmed)}. ${ways}`);
}).transform(({ confirmed, ...fact }) => ({ ...fact, confirmed: confirmed !== false }));
export type Fact = z.infer<typeof Fact>;

/** One file of facts: the key is the name within the file. */
export const Facts = z.record(z.string().regex(/^[a-z][A-Za-z0-9]*$/), Fact);

const same = (value: Value, confirmed: Value) => written(value) === written(confirmed);

/** A value in one line, as it could stand in the file. */
function written(value: Value): string {
  if (typeof value !== 'object' || value === null) return String(value);
  return `{ ${Object.entries(value)
    .map(([language, text]) => `${language}: ${text}`)
    .join(', ')} }`;
}
