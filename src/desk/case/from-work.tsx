import type { Referral } from '../../protocol/items/kinds/referral.ts';
import { OneOfGroup } from '../linked/one-of-group.tsx';
import { WorkLines } from './work-lines.tsx';

/** What stands before all else in what came from somebody's work: their lines; or where to read on about one person of a group. */
export function FromWork({ work, of }: Pick<Referral, 'work' | 'of'>) {
  return (
    <>
      {work && <WorkLines work={work} />}
      {of && <OneOfGroup of={of} />}
    </>
  );
}
