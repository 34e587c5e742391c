import { Notice } from '../parts/notice.tsx';
import { useWords } from '../words/words.ts';

/** What stands in the place of a case that was just deleted for good. */
export function PurgedView() {
  const { text } = useWords();
  return (
    <article class="referral" aria-labelledby="referral-title" data-deleted>
      <h1 id="referral-title" tabIndex={-1}>
        {text('end.goneTitle')}
      </h1>
      <Notice tone="calm" focus>
        {text('end.gone')}
      </Notice>
    </article>
  );
}

/** What stands in the place of a thread that the person has deleted: nothing of it, but whether another centre has some. */
export function DeletedView({ handed }: { handed: boolean }) {
  const { text } = useWords();
  return (
    <article class="referral" aria-labelledby="referral-title" data-deleted>
      <h1 id="referral-title" tabIndex={-1}>
        {text('referral.deletedTitle')}
      </h1>
      <Notice focus>
        <p>{text('referral.deleted')}</p>
        {handed && <p data-gone="handed">{text('gone.handed')}</p>}
      </Notice>
    </article>
  );
}
