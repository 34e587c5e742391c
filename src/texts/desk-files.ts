import * as z from 'zod';
import { telephoneFault } from '../facts/telephone-number.ts';
import { languages } from '../i18n/languages.ts';
import { SPOKEN } from '../protocol/items/kinds/referral.ts';
import { KNOWN_PLAYBOOKS } from '../questions/playbooks.ts';
import { MARK } from '../reading/mark.ts';
import { listOf } from './lists.ts';

const text = z.string().min(1);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'write small letters, digits and single hyphens');

/** Where the list of interpreters is. */
export const INTERPRETERS = 'content/desk/interpreters.yaml';

/** Whether somebody has read a text: false, or the mark of the words that were read. */
const confirmed = z.union([z.literal(false), z.string().regex(MARK)], {
  error: 'write false, or the mark that npm run launch-check shows once somebody has read the text',
});

/** A playbook: what it is called, when it applies, what to do in which order, and what never. */
const Playbook = z.strictObject({
  id,
  title: text,
  when: text,
  steps: z.array(text).min(1),
  never: z.array(text).min(1),
});

/** content/<lang>/playbooks.yaml. A step may wait for a claim, as the items of other lists do. */
export const PlaybooksText = z.strictObject({
  confirmed,
  playbooks: listOf(Playbook, 'id').superRefine((playbooks, context) => {
    for (const known of KNOWN_PLAYBOOKS) {
      if (playbooks.some((one) => one.id === known)) continue;
      const message = `the playbook ‘${known}’ is missing: cases open it by that id`;
      context.addIssue({ code: 'custom', message, input: playbooks });
    }
  }),
});

/** content/<lang>/phrases.yaml: short sentences that a member puts into an answer. */
export const PhrasesText = z.strictObject({
  confirmed,
  phrases: listOf(z.strictObject({ id, says: text }), 'id'),
});

/** An interpreter, or a service of interpreters, with the number once more when it is confirmed. */
const Interpreter = z
  .strictObject({
    name: text,
    languages: z.array(z.enum(SPOKEN)).min(1),
    telephone: text,
    hours: z.strictObject(
      Object.fromEntries(languages.map((tag) => [tag, text])) as Record<
        (typeof languages)[number],
        typeof text
      >,
    ),
    confirmed: z.union([z.literal(false), text]),
  })
  .superRefine(({ telephone, confirmed }, context) => {
    const complain = (path: string, message: string) =>
      context.addIssue({ code: 'custom', path: [path], message });
    const fault = telephoneFault(telephone);
    if (fault !== undefined) complain('telephone', `‘${telephone}’ is not right as telephone: ${fault}`);
    if (confirmed !== false && confirmed !== telephone)
      complain('confirmed', 'write the number once more, or false until somebody has called it');
  });

/** content/desk/interpreters.yaml. */
export const Interpreters = z.strictObject({ services: listOf(Interpreter, 'name') });
