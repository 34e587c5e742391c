import { useState } from 'preact/hooks';
import type { Person } from '../../protocol/wire/api/people.ts';
import { useWords } from '../words/words.ts';
import type { MemberAct } from './member-act.ts';

type Props = { person: Person; busy: boolean; act: (act: MemberAct) => Promise<void> };

/** What takes something away from somebody is asked once more. */
type Grave = 'suspend' | 'leave' | 'newWay';

/** What an administrator does about one member. */
export function PersonActs({ person, busy, act }: Props) {
  const { text } = useWords();
  const [asked, setAsked] = useState<Grave | null>(null);
  const { name, role, standing } = person;
  const change = (to: Partial<Pick<Person, 'role' | 'standing'>>) =>
    act({ act: 'change', person, role, standing, ...to });
  const graveActs: Record<Grave, () => Promise<void>> = {
    suspend: () => change({ standing: 'suspended' }),
    leave: () => change({ standing: 'left' }),
    newWay: () => act({ act: 'invite', role, for: person }),
  };
  const press = (key: string, words: string, onPress: () => void) => (
    <button
      class="small"
      type="button"
      data-action={key}
      aria-disabled={busy}
      onClick={() => busy || onPress()}
    >
      {words}
    </button>
  );
  if (asked) {
    return (
      <div class="person-acts">
        <p>{text(`people.sure.${asked}`, { name })}</p>
        {press('sure', text(`people.${asked}`), () => void graveActs[asked]())}
        {press('unsure', text('people.no'), () => setAsked(null))}
      </div>
    );
  }
  return (
    <div class="person-acts">
      {standing === 'active' &&
        (role === 'member'
          ? press('promote', text('people.promote'), () => void change({ role: 'administrator' }))
          : press('demote', text('people.demote'), () => void change({ role: 'member' })))}
      {standing === 'active' && press('suspend', text('people.suspend'), () => setAsked('suspend'))}
      {standing === 'suspended' &&
        press('let-back', text('people.letBack'), () => void change({ standing: 'active' }))}
      {person.sessions > 0 &&
        press('end-sessions', text('people.endSessions'), () => void act({ act: 'end-sessions', person }))}
      {press('new-way', text('people.newWay'), () => setAsked('newWay'))}
      {standing !== 'left' && press('leave', text('people.leave'), () => setAsked('leave'))}
    </div>
  );
}
