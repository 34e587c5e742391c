import type { Strings } from '../../i18n/strings.ts';

/** The words of the page's script, and those of the desk in which a case is told, as `said`. */
export type PartnerWords = Strings['partner']['script'] & { said: Readonly<Record<string, unknown>> };
