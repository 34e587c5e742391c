/**
 * What became of something stored under an id of the sender's choice: `stored` now, `repeated` when the same bytes
 * were there already, `taken` when other bytes are.
 */
export type Outcome = 'stored' | 'repeated' | 'taken';
