import type { Referral } from '../protocol/items/kinds/referral.ts';
import type { BY_HAND } from '../protocol/items/kinds/state.ts';

/** Which answers call for a playbook, and what is known beside them. */
type Fits = (referral: Referral, beside: Beside) => boolean;

/**
 * What is known of a case whatever its answers say: how urgent a member said that it is, and whether somebody is under 18,
 * in what was merged into it too.
 */
export type Beside = { byHand?: (typeof BY_HAND)[number] | undefined; minor?: boolean };

/** The answers after which somebody may not be able to stay where they are. */
const NOT_STAYING: readonly Referral['happening'][number][] = ['watched', 'sex', 'hurt'];

/** The languages that everybody at the desk speaks. */
const SHARED: readonly Referral['speaks'][] = ['nl', 'fr', 'en'];

/**
 * The playbooks that some answers call for, in the order in which they are to be read: danger before all else, then
 * whether it is a child. Whoever does not know is treated as who says yes. content/<language>/playbooks.yaml has each of
 * them, and may have others, which stand in the menu alone.
 */
const FITS = {
  danger: ({ danger }, { byHand }) => danger !== 'no' || byHand === 'now',
  minor: ({ age, work }, { minor = false }) =>
    minor || age === 'minor' || age === 'unsure' || (work?.minors ?? 0) > 0,
  bed: ({ danger, when, happening, work }) =>
    danger !== 'no' ||
    when === 'now' ||
    when === 'tonight' ||
    when === 'today' ||
    work?.bed === 'yes' ||
    happening.some((card) => NOT_STAYING.includes(card)),
  language: ({ speaks }) => speaks !== undefined && !SHARED.includes(speaks),
  unreachable: ({ answer }) => answer.way === 'call' || answer.way === 'call-trusted',
  'not-trafficking': () => false,
} as const satisfies Record<string, Fits>;

/** A playbook that the desk looks for by its id. */
export type KnownPlaybook = keyof typeof FITS;

/** Every one of them, in their order. */
export const KNOWN_PLAYBOOKS = Object.keys(FITS) as KnownPlaybook[];

/** The playbooks that the answers of a referral call for, and what is known beside them; the first to be read first. */
export function playbooksFor(referral: Referral, beside: Beside = {}): KnownPlaybook[] {
  return KNOWN_PLAYBOOKS.filter((id) => FITS[id](referral, beside));
}
