import enDesk from '../../content/en/ui/desk.json' with { type: 'json' };
import enForm from '../../content/en/ui/form.json' with { type: 'json' };
import enMailbox from '../../content/en/ui/mailbox.json' with { type: 'json' };
import enRequest from '../../content/en/ui/request.json' with { type: 'json' };
import enSite from '../../content/en/ui/site.json' with { type: 'json' };
import frDesk from '../../content/fr/ui/desk.json' with { type: 'json' };
import frForm from '../../content/fr/ui/form.json' with { type: 'json' };
import frMailbox from '../../content/fr/ui/mailbox.json' with { type: 'json' };
import frRequest from '../../content/fr/ui/request.json' with { type: 'json' };
import frSite from '../../content/fr/ui/site.json' with { type: 'json' };
import nlDesk from '../../content/nl/ui/desk.json' with { type: 'json' };
import nlForm from '../../content/nl/ui/form.json' with { type: 'json' };
import nlMailbox from '../../content/nl/ui/mailbox.json' with { type: 'json' };
import nlRequest from '../../content/nl/ui/request.json' with { type: 'json' };
import nlSite from '../../content/nl/ui/site.json' with { type: 'json' };

/** Every language has exactly the keys of Dutch; a missing or surplus one is a type error. */
type SameKeys<T> = { [Key in keyof T]: T[Key] extends string ? string : SameKeys<T[Key]> };

const nl = { site: nlSite, form: nlForm, mailbox: nlMailbox, request: nlRequest, desk: nlDesk };

/** The interface strings of one language, by namespace. */
export type Strings = SameKeys<typeof nl>;

/** A namespace of interface strings: one for each of the five places that speak to people. */
export type Namespace = keyof Strings;

/** The interface strings, by language and namespace. */
export const resources = {
  nl,
  fr: { site: frSite, form: frForm, mailbox: frMailbox, request: frRequest, desk: frDesk } satisfies Strings,
  en: { site: enSite, form: enForm, mailbox: enMailbox, request: enRequest, desk: enDesk } satisfies Strings,
};
