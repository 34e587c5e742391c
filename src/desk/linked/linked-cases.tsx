import { Fragment } from 'preact';
import type { Link } from '../../protocol/items/kinds/state.ts';
import { CaseLink } from '../case/case-link.tsx';
import { useWords } from '../words/words.ts';

/** The ways in which cases belong together, in the order in which they are told. */
const ORDER = ['into', 'from', 'group'] as const satisfies readonly Link['as'][];

/** The cases that belong to an open one, each to be opened; with what they brought along that may not be lost. */
export function LinkedCases({ linked }: { linked: readonly Link[] }) {
  const { text } = useWords();
  const brought = (link: Link) => [
    ...(link.danger ? [text('urgency.now')] : []),
    ...(link.minor ? [text('age.minor')] : []),
  ];
  return (
    <>
      {ORDER.filter((as) => linked.some((link) => link.as === as)).map((as) => (
        <p key={as} class="head-linked" data-linked={as}>
          {text(`linked.${as}`)}{' '}
          {linked
            .filter((link) => link.as === as)
            .map((link, at) => (
              <Fragment key={link.id}>
                {at > 0 && ', '}
                <CaseLink id={link.id} />
                {brought(link).length > 0 && (
                  <>
                    {' '}
                    (<b class="minor">{brought(link).join(', ')}</b>)
                  </>
                )}
              </Fragment>
            ))}
        </p>
      ))}
    </>
  );
}
