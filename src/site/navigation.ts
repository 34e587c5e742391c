import type { PageName } from '../i18n/routes.ts';

/** The pages of the menu, in its order. Each has its words under `nav` in content/<lang>/ui/site.json. */
export const navigation = ['help', 'form', 'mailbox'] as const satisfies readonly PageName[];
