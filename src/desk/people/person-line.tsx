import { useState } from 'preact/hooks';
import type { Person } from '../../protocol/wire/api/people.ts';
import { dayTextAt } from '../clock/day-text.ts';
import { useWords } from '../words/words.ts';
import type { MemberAct } from './member-act.ts';
import { PersonActs } from './person-acts.tsx';

type Props = {
  person: Person;
  /** Whether it is the member who looks; whether they are an administrator. */
  me: boolean;
  chief: boolean;
  busy: boolean;
  act: (act: MemberAct) => Promise<boolean>;
};

/** A member: their name, what they may do, since when, and by how many ways they get in. */
export function PersonLine({ person, me, chief, busy, act }: Props) {
  const { text, language } = useWords();
  const [open, setOpen] = useState(false);
  const { name, role, standing, since, ways, sessions } = person;
  const facts = [
    text(standing === 'active' ? `people.role.${role}` : `people.standing.${standing}`),
    text('people.since', { day: dayTextAt(since, language) }),
    ...(standing === 'left' ? [] : [text('people.ways', { count: ways })]),
    ...(sessions > 0 ? [text('people.sessions', { count: sessions })] : []),
  ];
  return (
    <li class="person" data-standing={standing}>
      <p class="person-name">
        <span translate={false}>{name}</span>
        {me && ` (${text('people.you')})`}
      </p>
      <p class="hint">{facts.join(' · ')}</p>
      {chief && (
        <button
          class="small"
          type="button"
          aria-expanded={open}
          aria-label={text('people.changeOf', { name })}
          onClick={() => setOpen(!open)}
        >
          {text('people.change')}
        </button>
      )}
      {chief && open && (
        <PersonActs
          {...{ person, busy }}
          act={async (wanted) => {
            if (await act(wanted)) setOpen(false);
          }}
        />
      )}
    </li>
  );
}
