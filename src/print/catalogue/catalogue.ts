import { mayBeShown } from '../../facts/facts.ts';
import { cards } from '../documents/card.ts';
import { checklists } from '../documents/checklists.ts';
import { conversations } from '../documents/conversation.ts';
import { donorLeaflets } from '../documents/donor.ts';
import { posters } from '../documents/poster.ts';
import { prompts } from '../documents/prompt.ts';
import { protections } from '../documents/protection.ts';
import { referrals } from '../documents/refer.ts';
import { annualReports } from '../documents/report.ts';
import { strips } from '../documents/strips.ts';
import type { PrintDocument } from '../engine/document.ts';

/**
 * Every PDF that the site offers. In a production build none that nobody who speaks its language has read. Reads texts and facts anew; throws, and so fails
 * the build, where one is wrong.
 */
export function catalogue(): PrintDocument[] {
  const documents = [
    ...posters(),
    ...strips(),
    ...cards(),
    ...protections(),
    ...conversations(),
    ...checklists(),
    ...referrals(),
    ...prompts(),
    ...donorLeaflets(),
    ...annualReports(),
  ].filter(mayBeShown);
  const twice = documents.find(
    ({ path }, index) => documents.findIndex((other) => other.path === path) !== index,
  );
  if (twice) throw new Error(`Two documents would be ${twice.path}`);
  return documents;
}
