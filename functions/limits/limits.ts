import { DurableObject } from 'cloudflare:workers';
import { concatBytes, toBase64url, utf8 } from '../../src/protocol/wire/bytes.ts';
import { sha256 } from '../../src/protocol/wire/sha256.ts';
import { countUntaken } from '../store/untaken.ts';
import { type Allowance, allowancesOf, type Counted } from './allowances.ts';
import { createDaily } from './daily.ts';
import { type Level, levelOf, readThresholds } from './level.ts';
import type { Network } from './networks.ts';
import { createTally } from './tally.ts';

/** A request to count: of which kind, from which networks, with how many bytes. */
export type Asking = { counted: Counted; networks: Network[]; bytes: number };

/** What the limits say of a request. */
export type Verdict = {
  /** Whether one of its networks has asked for more than it may. */
  over: boolean;
  /** How hard the intake is pressed. */
  level: Level;
  /** How often the cost of a proof of work has doubled for its networks. */
  doublings: number;
  /** What today's challenges are signed with, 32 bytes, base64url; null where nobody counts and none is asked for. */
  proofKey: string | null;
};

/** Seconds for which a level that was found holds. */
const LEVEL_HOLDS = 10;

/** Seconds for which counts matter after a request: the longest for which any network has an allowance. */
const COUNTS_MATTER = 24 * 60 * 60;

/** Seconds after which is looked whether they still do. */
const STAYS_FOR = 60;

/**
 * First items of a network that were stored within an hour and cost one proof each; from there on the cost doubles with
 * their number. Four times is the most: a telephone that everybody on a mobile network's address shares a price with must
 * still find its proof in some ten seconds (proof.ts).
 */
const FREE_OF_DOUBLING = 8;
const MOST_DOUBLINGS = 2;
const STORED: Allowance = { seconds: 60 * 60, requests: FREE_OF_DOUBLING, bytes: Infinity };

/** What a network is counted under: nothing that leads back to it without the day's salt. */
async function keyOf(salt: Uint8Array, counted: Counted | 'stored', { name }: Network): Promise<string> {
  return toBase64url(await sha256(concatBytes(salt, utf8(`${counted} ${name}`))));
}

/** What the object uses of what Cloudflare hands the worker. */
export type LimitsBindings = { DB: D1Database; BUSY_AT?: string | undefined; FLOOD_AT?: string | undefined };

/**
 * Counts for all isolates at once, in memory alone: nothing of it is ever stored, and the salt under which networks are
 * kept is drawn anew each day and whenever this object starts. One object for the whole site, named `NAME`.
 */
export class Limits extends DurableObject<LimitsBindings> {
  static readonly NAME = 'limits';
  readonly #tally = createTally();
  readonly #daily = createDaily();
  #level: Level = 'calm';
  #levelUntil = 0;
  #countsUntil = 0;
  #staying = false;

  /** Counts a request, and says what is to become of it. */
  async count({ counted, networks, bytes }: Asking): Promise<Verdict> {
    const at = Math.floor(Date.now() / 1000);
    this.#countsUntil = at + COUNTS_MATTER;
    this.#stay(at);
    const { salt, proofKey } = this.#daily(at);
    let full = 0;
    let stored = 0;
    for (const network of counted === 'referral' ? networks : []) {
      const kept = await keyOf(salt, 'stored', network);
      stored = Math.max(stored, this.#tally.countedIn(kept, STORED.seconds, at));
      this.#tally.count(kept, [STORED], 0, at);
    }
    for (const network of networks) {
      const key = await keyOf(salt, counted, network);
      full = Math.max(full, this.#tally.count(key, allowancesOf(counted, network.width), bytes, at));
      // What a household asks for beyond its own allowance is not its neighbours'.
      if (full > 1) break;
    }
    if (counted === 'referral') this.#look(at);
    const doublings = Math.floor(Math.log2(Math.max(1, stored / FREE_OF_DOUBLING)));
    return {
      over: full > 1,
      level: this.#level,
      doublings: Math.min(doublings, MOST_DOUBLINGS),
      proofKey: toBase64url(proofKey),
    };
  }

  /**
   * Takes back that a first item was stored, as is believed of each that is counted: nearly all are, and so they cost no
   * second call. What was malformed, repeated or refused makes nothing dearer: anybody can send that from an address that
   * others share.
   */
  async notStored(networks: Network[]): Promise<void> {
    const at = Math.floor(Date.now() / 1000);
    const { salt } = this.#daily(at);
    for (const network of networks)
      this.#tally.uncount(await keyOf(salt, 'stored', network), STORED.seconds, at);
  }

  /**
   * Stays in memory for as long as the counts matter. Cloudflare puts an object away after ten seconds in which nobody asks
   * it anything, and all that it counted would be gone; one with a timer that is still to come it leaves alone.
   */
  #stay(at: number): void {
    if (this.#staying || at >= this.#countsUntil) return;
    this.#staying = true;
    setTimeout(() => {
      this.#staying = false;
      this.#stay(Math.floor(Date.now() / 1000));
    }, STAYS_FOR * 1000);
  }

  /**
   * Looks how much nobody has taken, now and then. Nobody waits for it: a store that hangs must not hold up who sends, and
   * what was known before is good enough for them.
   */
  #look(at: number): void {
    if (at < this.#levelUntil) return;
    this.#levelUntil = at + LEVEL_HOLDS;
    const thresholds = readThresholds(this.env.BUSY_AT, this.env.FLOOD_AT);
    const found = countUntaken(this.env.DB, thresholds.flood, at).then((untaken) => {
      this.#level = levelOf(untaken, thresholds);
    });
    this.ctx.waitUntil(found.catch(() => {}));
  }
}
