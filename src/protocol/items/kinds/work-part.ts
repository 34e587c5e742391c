import * as z from 'zod/mini';
import { typedText } from '../../wire/fields.ts';
import {
  CONSENT,
  DIMENSIONS,
  EXPLOITATION,
  INTERPRETER,
  LAST_CONTACT,
  MOST_PEOPLE,
  NEEDS,
  NEEDS_CONSENT,
  WORK_LIMITS,
  YES_NO,
  YES_NO_UNSURE,
} from './work.ts';

type NeedsConsent = (typeof NEEDS_CONSENT)[number];

const shape = {
  service: typedText(WORK_LIMITS.service),
  role: z.optional(typedText(WORK_LIMITS.role)),
  /** Their own, which names nobody. */
  reference: z.optional(typedText(WORK_LIMITS.reference)),
  /** Who can be reached while they are away: name and number. */
  colleague: z.optional(typedText(WORK_LIMITS.colleague)),
  /** Whether the person is with them now. */
  here: z.optional(z.enum(YES_NO)),
  until: z.optional(typedText(WORK_LIMITS.until)),
  /** Whether a bed is needed tonight. */
  bed: z.optional(z.enum(YES_NO_UNSURE)),
  people: z.optional(z.int().check(z.gte(1), z.lte(MOST_PEOPLE))),
  /** How many of them are under 18. */
  minors: z.optional(z.int().check(z.gte(0), z.lte(MOST_PEOPLE))),
  consent: z.enum(CONSENT),
  person: z.optional(typedText(WORK_LIMITS.person)),
  /** Telephone number of the person, in whatever form it was typed. */
  personNumber: z.optional(typedText(WORK_LIMITS.personNumber)),
  interpreter: z.optional(z.enum(INTERPRETER)),
  /** What else helps to communicate. */
  help: z.optional(typedText(WORK_LIMITS.help)),
  exploitation: z.optional(z.array(z.enum(EXPLOITATION)).check(z.maxLength(EXPLOITATION.length))),
  signs: z.optional(z.array(z.enum(DIMENSIONS)).check(z.maxLength(DIMENSIONS.length))),
  sector: z.optional(typedText(WORK_LIMITS.sector)),
  /** Whether the person has left whoever exploits them. */
  left: z.optional(z.enum(YES_NO_UNSURE)),
  last: z.optional(z.enum(LAST_CONTACT)),
  /** Whether a statement was made to the police or an inspection. */
  statement: z.optional(z.enum(YES_NO_UNSURE)),
  needs: z.optional(z.array(z.enum(NEEDS)).check(z.maxLength(NEEDS.length))),
};

/** Without the person's yes nobody is named in it. */
const namesNobody = (work: { consent: string } & { readonly [Field in NeedsConsent]?: unknown }) =>
  work.consent === 'agreed' || NEEDS_CONSENT.every((one) => work[one] === undefined);

/** No more of them are under 18 than they are. */
const countsFit = ({ people, minors }: { people?: number | undefined; minors?: number | undefined }) =>
  people === undefined || minors === undefined || minors <= people;

/** What a professional says beside what everybody does: of their service, of now, and of the person, who may refuse. */
export const WorkPart = z.object(shape).check(z.refine(countsFit), z.refine(namesNobody));
export type WorkPart = z.infer<typeof WorkPart>;

/** The same where each answer may have been kept back, but for whether the person agreed. */
export const SomeWork = z
  .object({ ...shape, service: z.optional(shape.service) })
  .check(z.refine(countsFit), z.refine(namesNobody));
export type SomeWork = z.infer<typeof SomeWork>;
