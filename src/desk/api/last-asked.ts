/**
 * Makes what asks the same thing again and again: where it is asked anew before an answer came, all who wait get what came
 * of the newest, and `take` is given that alone. `forget` answers null to whoever still waits.
 */
export function lastAsked<Answer, Taken>(
  take: (answer: Answer) => Taken,
): { ask: (question: () => Promise<Answer>) => Promise<Taken | null>; forget: () => void } {
  let newest: Promise<Taken | null> = Promise.resolve(null);
  return {
    ask(question) {
      const mine: Promise<Taken | null> = question().then((answer) =>
        newest === mine ? take(answer) : newest,
      );
      newest = mine;
      return mine;
    },
    forget() {
      newest = Promise.resolve(null);
    },
  };
}
