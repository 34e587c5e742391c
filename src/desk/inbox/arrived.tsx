import type { Text } from '../words/text.ts';
import { useWords } from '../words/words.ts';
import type { CaseList } from './use-cases.ts';

/** What is said of what came last; nothing where nothing did. */
function arrivedText({ referrals, requests, news }: CaseList['arrived'], text: Text): string {
  const said = [
    ...(referrals > 0 ? [text('list.arrived', { count: referrals })] : []),
    ...(requests > 0 ? [text('list.arrivedRequests', { count: requests })] : []),
  ];
  if (said.length === 0 && news) return text('row.news');
  return said.join(', ');
}

/** What came last, for who hears the page. */
export function Arrived({ arrived }: Pick<CaseList, 'arrived'>) {
  const { text } = useWords();
  return (
    <p class="visually-hidden" role="status">
      {/* A new element each time: the same words twice are read out twice. */}
      <span key={arrived.turn}>{arrivedText(arrived, text)}</span>
    </p>
  );
}
