import type form from '../../../content/nl/ui/form.json';

/** What the walk through the referral form says: `walk` in content/<language>/ui/form.json. */
export type WalkWords = (typeof form)['walk'];
