import type { WaysBody } from '../../protocol/wire/api/ways.ts';
import type { Api } from '../api/client.ts';
import type { HeardBell } from '../bell/use-bell.ts';
import { FewReaders } from '../people/few-readers.tsx';
import { OneWay } from '../ways/one-way.tsx';
import { useWords } from '../words/words.ts';

type Props = {
  api: Api;
  /** How the bell stands, and the ways in of the member; null before they are known. */
  bell: HeardBell | null;
  ways: WaysBody | null;
  onWays: () => void;
};

/**
 * What stands above the cases for as long as it is so: that it rings less often, that few can read, that a member has one way
 * in only. It goes along with the list, and takes no room from a case.
 */
export function Above({ api, bell, ways, onWays }: Props) {
  const { text } = useWords();
  return (
    <>
      {bell?.flood && (
        <p class="list-note" role="status">
          {text('bell.flood')}
        </p>
      )}
      <FewReaders api={api} />
      <OneWay ways={ways} onAdd={onWays} />
    </>
  );
}
