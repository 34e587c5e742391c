/** What is drawn anew each day, 32 random bytes each. */
export type Daily = {
  /** Goes before each network that is hashed, so that no key can be traced back to one. */
  salt: Uint8Array;
  /** Signs the challenges of the day. */
  proofKey: Uint8Array;
};

const DAY = 24 * 60 * 60;

const draw = () => crypto.getRandomValues(new Uint8Array(32));

/** Makes what gives the day's secrets at a moment in Unix seconds. They live in memory only, for a day at most. */
export function createDaily(): (at: number) => Daily {
  let today: (Daily & { day: number }) | undefined;
  return (at) => {
    const day = Math.floor(at / DAY);
    if (today?.day !== day) today = { day, salt: draw(), proofKey: draw() };
    return today;
  };
}
