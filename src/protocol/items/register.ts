import * as z from 'zod/mini';
import { typedText } from '../wire/fields.ts';

/** Who refers: the ten rows of PAG-ASA's annual report (content/reports). */
export const ORIGINS = [
  'person',
  'social',
  'private',
  'judicial',
  'minors',
  'legal',
  'medical',
  'centres',
  'diplomatic',
  'unknown',
] as const;

/** Forms of exploitation: those of article 433quinquies of the Belgian Criminal Code, of Directive (EU) 2024/1712, smuggling. */
export const FORMS = [
  'sexual',
  'labour',
  'crime',
  'begging',
  'organs',
  'marriage',
  'adoption',
  'surrogacy',
  'smuggling',
  'unknown',
] as const;

/** How a thread ends. */
export const OUTCOMES = [
  'support',
  'passed-on',
  'no-trafficking',
  'advice',
  'unreachable',
  'duplicate',
  'request-done',
  'junk',
] as const;

/** To whom somebody is passed on. */
export const PARTNERS = ['payoke', 'surya', 'esperanto', 'minor-ndako', 'police', 'other'] as const;

/** Age in whole years, by the bands of which Eurostat asks and finer. */
export const AGES = ['0-11', '12-17', '18-24', '25-34', '35-49', '50+', 'unknown'] as const;

/** Where somebody is a citizen: Belgium, another state of the European Union, elsewhere. */
export const CITIZENSHIPS = ['be', 'eu', 'other', 'unknown'] as const;

/** Sex as Eurostat counts it. */
export const SEXES = ['f', 'm', 'x', 'unknown'] as const;

/** Whether somebody is presumed to be a victim. */
export const PRESUMED = ['yes', 'no', 'unsure'] as const;

/** The twelve judicial districts of Belgium. */
export const DISTRICTS = [
  'brussels',
  'antwerp',
  'eupen',
  'hainaut',
  'leuven',
  'limburg',
  'liege',
  'luxembourg',
  'namur',
  'east-flanders',
  'west-flanders',
  'walloon-brabant',
] as const;

/** What the figures of a year need of one referral: no name, no date of birth, nothing that finds a person. */
export const RegisterCard = z.object({
  origin: z.optional(z.enum(ORIGINS)),
  presumed: z.optional(z.enum(PRESUMED)),
  sex: z.optional(z.enum(SEXES)),
  age: z.optional(z.enum(AGES)),
  citizenship: z.optional(z.enum(CITIZENSHIPS)),
  /** Of which country, if known (ISO 3166-1 alpha-2). */
  country: z.optional(z.string().check(z.regex(/^[A-Z]{2}$/))),
  forms: z.optional(z.array(z.enum(FORMS)).check(z.maxLength(FORMS.length))),
  /** The judicial district: one of `DISTRICTS` where the desk offers them. */
  district: z.optional(typedText(60)),
  passedTo: z.optional(z.enum(PARTNERS)),
});
export type RegisterCard = z.infer<typeof RegisterCard>;
