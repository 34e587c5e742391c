import { PROOF_LASTS, type Rank } from '../../src/protocol/wire/api/duty.ts';
import { piecesOf, type Shift } from './rota.ts';

/** When whose telephone was last heard to ring, Unix seconds. */
export type Proofs = ReadonlyMap<string, number>;

/** A rank with the member who has it. */
export type Held = { member: string; from: number; until: number };

/** Who holds a rank, and who was to take it over and has not yet shown that their telephone rings. */
export type Holding = { held: Held | null; awaited: Held | null };

/**
 * Who holds each rank at a moment. Whose time has come holds it from when their telephone was heard to ring, at most a day
 * before; until then it stays with who had it just before, as with a colleague who waits for the next. A proof that lapses
 * later takes nobody off. Where nobody was before either, nobody holds it.
 */
export function holdingAt(shifts: readonly Shift[], proofs: Proofs, now: number): Record<Rank, Holding> {
  const first = holding(piecesOf(shifts, 'first'), proofs, now);
  const backup = holding(piecesOf(shifts, 'backup'), proofs, now);
  // Nobody is their own backup.
  const alone = backup.held !== null && backup.held.member === first.held?.member;
  return { first, backup: alone ? { ...backup, held: null } : backup };
}

function holding(pieces: readonly Shift[], proofs: Proofs, now: number): Holding {
  let at = pieces.findIndex(({ from, until }) => from <= now && now < until);
  let awaited: Held | null = null;
  while (at >= 0) {
    const piece = toHeld(pieces[at]);
    if (!piece) break;
    if ((proofs.get(piece.member) ?? Number.NEGATIVE_INFINITY) >= piece.from - PROOF_LASTS) {
      return { held: piece, awaited };
    }
    awaited ??= piece;
    at = pieces[at - 1]?.until === piece.from ? at - 1 : -1;
  }
  return { held: null, awaited };
}

const toHeld = (piece: Shift | undefined): Held | null =>
  piece && piece.member !== null ? { member: piece.member, from: piece.from, until: piece.until } : null;
