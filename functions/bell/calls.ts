import type { OtherRing } from '../../src/protocol/wire/api/bell.ts';
import type { Arrivals } from '../store/arrivals.ts';
import type { EndedDrill } from './drill/ended-drill.ts';

/** What waits, as far as the stores said. */
export type Found = Arrivals | null | 'unknown';

/** How the bell stands, for whoever asks. Times in Unix seconds. */
export type BellStatus = {
  /** When it last looked what waits, was last asked to by the sweep, and the store last answered it. */
  beatAt: number;
  sweptAt: number;
  storeAt: number;
  /** When a drill last went well; before the first, since when the bell hangs. */
  triedAt: number;
  /** Since when it rings, and who has answered and when. */
  ringing: { since: number; answered: { by: string; at: number } | null } | null;
  flood: boolean;
  nobody: boolean;
};

/** What the bell has measured itself, and of the last drill what the store then said. */
export type Measured = { others: OtherRing[]; last: EndedDrill | null };

/** What the rest of the worker says to the bell and asks it. */
export interface BellCalls extends Rpc.DurableObjectBranded {
  /** So much was stored that came from outside. */
  arrived(count: number): Promise<void>;
  /** The sweep has looked what waits. Says how the bell stands. */
  swept(found: Found): Promise<BellStatus>;
  /** A member has looked at everything up to the number of a change; `left` waits after that. `drill`: a drill was ended by it. */
  looked(upTo: number, left: Found, drill: boolean): Promise<void>;
  /** A member says that they will look. Says how the bell then stands. */
  answered(member: string): Promise<BellStatus>;
  /** Whether a call can still be answered. */
  awaitsAnswer(call: string): Promise<boolean>;
  /** Who was called has pressed 1. Says whether there was such a call. */
  pressed(call: string): Promise<boolean>;
  /** A drill is over. */
  drilled(drill: EndedDrill): Promise<void>;
  /** How the webhook and the mail last rang, and how the last drill went. */
  measured(): Promise<Measured>;
  status(): Promise<BellStatus>;
}
