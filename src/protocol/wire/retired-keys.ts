/**
 * Tells of the answers of one thread, in their order, which were made with a key that was replaced before: after an
 * answer under a newer key none under an older one is the centre's, whoever has got hold of that one. Takes the place of
 * each answer's key in the list of keys (0 is the newest); `newest` is the place of one that the thread is known to have.
 */
export function findRetired(newest = Number.POSITIVE_INFINITY): (key: number) => boolean {
  let seen = newest;
  return (key) => {
    if (key > seen) return true;
    seen = key;
    return false;
  };
}
