import { whole } from '../reading/read.ts';
import { readStrings, type Strings as Tree } from '../reading/read-strings.ts';
import { type Language, speaks, type Tier } from './languages.ts';
import type { Namespace, Strings } from './strings.ts';

/** The part of the house that each namespace speaks in: a language has those of its tiers. */
const tiers = {
  safe: 'help',
  form: 'write',
  mailbox: 'write',
  mine: 'write',
  site: 'site',
  request: 'site',
  work: 'site',
  partner: 'site',
  desk: 'desk',
  bell: 'desk',
} as const satisfies Record<Namespace, Tier>;

/** Every namespace. */
export const namespaces = Object.keys(tiers) as Namespace[];

/** The namespaces that a language has. */
export const namespacesOf = (language: Language): Namespace[] =>
  namespaces.filter((namespace) => speaks(language, tiers[namespace]));

/** The tiers that a translation has, each of which says what stands before it too: a form has the words of help around it. */
const depth: readonly Tier[] = ['help', 'write', 'safe', 'site'];

/** The namespaces that somebody must have read before the pages of a tier are shown in a language. */
export const namespacesUpTo = (tier: Tier, language: Language): Namespace[] =>
  namespacesOf(language).filter((name) => depth.indexOf(tiers[name]) <= depth.indexOf(tier));

/** Where the strings of a namespace stand, by the file's place. */
export const stringsFile = (language: Language, namespace: Namespace) =>
  `content/${language}/ui/${namespace}.json`;

/**
 * Reads the strings of a language, as content/<language>/ui/<namespace>.json has them. Throws, and so fails the build,
 * where one can't be read. That they have the keys of Dutch is made sure of before anything is built
 * (tools/build/astro/whole-content.ts).
 */
export const stringsOf = <N extends Namespace>(language: Language, namespace: N): Strings[N] =>
  whole(readStrings(stringsFile(language, namespace))) as Tree as Strings[N];
