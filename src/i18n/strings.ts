import type bell from '../../content/nl/ui/bell.json';
import type desk from '../../content/nl/ui/desk.json';
import type form from '../../content/nl/ui/form.json';
import type mailbox from '../../content/nl/ui/mailbox.json';
import type mine from '../../content/nl/ui/mine.json';
import type partner from '../../content/nl/ui/partner.json';
import type request from '../../content/nl/ui/request.json';
import type safe from '../../content/nl/ui/safe.json';
import type site from '../../content/nl/ui/site.json';
import type work from '../../content/nl/ui/work.json';

/** The interface strings of one language, by namespace: every language has the keys of Dutch, and plurals of its own. */
export type Strings = {
  safe: typeof safe;
  form: typeof form;
  mailbox: typeof mailbox;
  mine: typeof mine;
  site: typeof site;
  request: typeof request;
  work: typeof work;
  partner: typeof partner;
  desk: typeof desk;
  bell: typeof bell;
};

/** A namespace of interface strings: one for each of the places that speak to people. */
export type Namespace = keyof Strings;
