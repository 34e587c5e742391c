import { useOtherCases } from './other-cases.ts';
import { references } from './reference.ts';

/** What members call another case; it opens that one where it is here. */
export function CaseLink({ id }: { id: string }) {
  const { nameOf, open } = useOtherCases();
  const name = nameOf(id);
  if (name === undefined) return <b translate={false}>{references([id]).get(id)}</b>;
  return (
    <button class="case-link" type="button" data-case={id} translate={false} onClick={() => open(id)}>
      {name}
    </button>
  );
}
