import type { Call } from '../../protocol/items/kinds/call.ts';
import type { Text } from '../words/text.ts';

/** What a member did with a telephone, without their name: `called: no answer`. */
export function callText({ outcome, to }: Call, text: Text): string {
  if (outcome === 'shown' || outcome === 'not-called') return text(`call.did.${outcome}`);
  return text(to === 'trusted' ? 'call.did.trusted' : 'call.did.person', {
    outcome: text(`call.outcome.${outcome}`),
  });
}
