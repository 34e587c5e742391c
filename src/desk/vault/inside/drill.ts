import { drillToken, newDrill } from '../../../protocol/keys/drill.ts';
import type { CentrePair } from '../../../protocol/seal/centre-pair.ts';
import type { PutReferral } from '../../../protocol/wire/api/referrals.ts';
import { toBase64url } from '../../../protocol/wire/bytes.ts';

/** Seals a drill for the page to send. Its token stays here: any desk gets it by the id. */
export async function drillToSend(
  at: number,
  newest: CentrePair,
): Promise<{ id: string; sent: PutReferral } | null> {
  const made = await newDrill(at, newest);
  return made && { id: made.id, sent: made.sent };
}

/** The token by which each of these is deleted (base64url); null for what is no drill of this centre's. */
export function tokensOf(ids: readonly string[], pairs: readonly CentrePair[]): (string | null)[] {
  return ids.map((id) => {
    const token = drillToken(pairs, id);
    return token && toBase64url(token);
  });
}
