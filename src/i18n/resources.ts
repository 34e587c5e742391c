import type desk from '../../content/nl/ui/desk.json';
import type form from '../../content/nl/ui/form.json';
import type mailbox from '../../content/nl/ui/mailbox.json';
import type request from '../../content/nl/ui/request.json';
import type safe from '../../content/nl/ui/safe.json';
import type site from '../../content/nl/ui/site.json';
import { whole } from '../reading/read.ts';
import { readStrings, type Strings as Tree } from '../reading/read-strings.ts';
import { type Language, speaks, type Tier } from './languages.ts';

/** The interface strings of one language, by namespace: every language has the keys of Dutch, and plurals of its own. */
export type Strings = {
  safe: typeof safe;
  form: typeof form;
  mailbox: typeof mailbox;
  site: typeof site;
  request: typeof request;
  desk: typeof desk;
};

/** A namespace of interface strings: one for each of the places that speak to people. */
export type Namespace = keyof Strings;

/** The part of the house that each namespace speaks in: a language has those of its tiers. */
const tiers = {
  safe: 'safe',
  form: 'safe',
  mailbox: 'safe',
  site: 'site',
  request: 'site',
  desk: 'desk',
} as const satisfies Record<Namespace, Tier>;

/** Every namespace. */
export const namespaces = Object.keys(tiers) as Namespace[];

/** The namespaces that a language has. */
export const namespacesOf = (language: Language): Namespace[] =>
  namespaces.filter((namespace) => speaks(language, tiers[namespace]));

/** Where the strings of a namespace stand, by the file's place. */
export const stringsFile = (language: Language, namespace: Namespace) =>
  `content/${language}/ui/${namespace}.json`;

/**
 * Reads the strings of a language, as content/<language>/ui/<namespace>.json has them. Throws, and so fails the build,
 * where one can't be read. That they have the keys of Dutch is made sure of before anything is built
 * (tools/build/whole-content.ts).
 */
export const stringsOf = <N extends Namespace>(language: Language, namespace: N): Strings[N] =>
  whole(readStrings(stringsFile(language, namespace))) as Tree as Strings[N];
