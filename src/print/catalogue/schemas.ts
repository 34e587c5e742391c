import * as z from 'zod';
import { MARK } from '../../reading/mark.ts';
import { professions } from '../../texts/schemas.ts';

const text = z.string().min(1);
const list = z.array(text).min(1);

/** What every text for print says of itself. */
const about = {
  /** The title of the document, which readers of PDF show and speak. */
  title: text,
  /** The beginning of the name of its file. */
  file: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write small letters, digits and single hyphens'),
  /**
   * Whether somebody who speaks the language has read it: false, or the mark of the words that were read. A text that
   * nobody has read never reaches a production build. A text in a language of the site may leave it out.
   */
  confirmed: z
    .union([z.literal(false), z.string().regex(MARK)], {
      error: 'write false, or the mark that npm run launch-check shows once somebody has read the text',
    })
    .optional(),
};

/**
 * What stands beside the number: where it is our own, and where it is the national one, of which neither that it is ours
 * nor at which hours it is answered may be said.
 */
const call = { call: text, callNational: text };

/** card.yaml: the pocket card, and the question of the poster with strips. Nothing on the card says what it is for. */
export const CardText = z.strictObject({
  ...about,
  /** Beside the number, on the card: neutral. */
  heading: text,
  info: text,
  always: text,
  interpreter: text,
  emergency: text,
  notes: text,
  /** On the poster. */
  question: text,
  ...call,
});

/** strips.yaml: the poster with strips to tear off, whose questions come from every card.yaml. */
export const StripsText = z.strictObject({ ...about });

/** poster.yaml: for waiting rooms, police stations and hospitals. */
export const PosterText = z.strictObject({
  ...about,
  headline: text,
  lead: text,
  ...call,
  interpreter: text,
  danger: text,
  scan: text,
});

/** checklist.yaml: what stands around the signs of one profession (signs.yaml). */
export const ChecklistText = z.strictObject({
  ...about,
  /** The end of the name of its file, for each profession. */
  files: z.record(z.enum(professions), about.file),
  see: text,
  several: text,
  do: text,
  ...call,
  callNote: text,
  danger: text,
  themes: text,
  themesNote: text,
  dont: z.strictObject({ title: text, list }),
  ask: z.strictObject({ title: text, note: text, list }),
  form: z.strictObject({ title: text, note: text }),
  decides: text,
});

/** refer.yaml: how a professional refers somebody in five minutes. */
export const ReferText = z.strictObject({
  ...about,
  headline: text,
  lead: text,
  danger: text,
  steps: z.array(z.strictObject({ title: text, text })).length(3),
  ...call,
  callNote: text,
  form: z.strictObject({ title: text, note: text }),
  ask: z.strictObject({ title: text, list }),
  next: z.strictObject({ title: text, list }),
  key: z.strictObject({ title: text, note: text }),
});

/** prompt.yaml: what stands around the questions of the form of professionals, which are its own. */
export const PromptText = z.strictObject({
  ...about,
  headline: text,
  lead: text,
  /** That names have no place on it. */
  keep: text,
  ...call,
  form: text,
});

const Part = z.strictObject({ title: text, list });

/** conversation.yaml: how to talk with somebody whom one is worried about. */
export const ConversationText = z.strictObject({
  ...about,
  headline: text,
  lead: text,
  before: Part,
  during: z.strictObject({ title: text, list: z.array(z.strictObject({ title: text, text })).min(1) }),
  questions: z.strictObject({ title: text, note: text, list }),
  answer: z.strictObject({ title: text, list: z.array(z.strictObject({ hear: text, say: text })).min(1) }),
  dont: Part,
  after: Part,
  ...call,
  callNote: text,
  write: text,
  danger: text,
});

/** protection.yaml: the protection procedure, for the people whom it protects. */
export const ProtectionText = z.strictObject({
  ...about,
  headline: text,
  lead: text,
  ...call,
  interpreter: text,
  danger: text,
  safe: text,
  talk: z.strictObject({ title: text, text: list }),
  who: z.strictObject({ title: text, text: list }),
  conditions: z.strictObject({ title: text, list: list.length(3), note: text }),
  steps: z.strictObject({
    title: text,
    note: text,
    list: z.array(z.strictObject({ title: text, text: list })).length(4),
  }),
  choose: z.strictObject({ title: text, text: list }),
  young: z.strictObject({ title: text, text: list }),
  secret: z.strictObject({ title: text, text: list }),
});

/** donor.yaml: for people who give. */
export const DonorText = z.strictObject({
  ...about,
  headline: text,
  lead: text,
  does: z.strictObject({ title: text, list: z.array(z.strictObject({ title: text, text })).length(3) }),
  give: z.strictObject({
    title: text,
    scan: text,
    payee: text,
    account: text,
    message: text,
    freeMessage: text,
    /** Where the account number may not be shown. */
    ask: text,
  }),
  monthly: z.strictObject({ title: text, text }),
  /** Without the rate: it changes, and paper stays. */
  tax: z.strictObject({ title: text, text }),
  other: z.strictObject({ title: text, list }),
  figures: z.array(z.strictObject({ value: text, label: text })).length(3),
  source: text,
  contact: text,
});

/** The schema of each file of content/<lang>/materials. */
export const materialSchemas = {
  card: CardText,
  strips: StripsText,
  poster: PosterText,
  checklist: ChecklistText,
  refer: ReferText,
  prompt: PromptText,
  conversation: ConversationText,
  protection: ProtectionText,
  donor: DonorText,
};
export type MaterialName = keyof typeof materialSchemas;

/** Every material. */
export const materialNames = Object.keys(materialSchemas) as MaterialName[];

export type MaterialText<Name extends MaterialName> = z.infer<(typeof materialSchemas)[Name]>;
