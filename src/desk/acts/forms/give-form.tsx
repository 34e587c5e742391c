import { useEffect, useState } from 'preact/hooks';
import * as z from 'zod/mini';
import type { Member } from '../../../protocol/wire/api/member.ts';
import type { Api } from '../../api/client.ts';
import { ChooseOne } from '../../parts/choices.tsx';
import { Notice } from '../../parts/notice.tsx';
import { givenTo } from '../../state/stand.ts';
import { faultText } from '../../words/fault-text.ts';
import { useWords } from '../../words/words.ts';
import { DoIt } from './do-it.tsx';
import type { FormProps } from './form.ts';
import { useStep } from './use-step.ts';

const Filled = z.object({ chosen: z.optional(z.string()) });
type Filled = z.infer<typeof Filled>;

type Props = FormProps & { api: Api; owner: string | undefined };

/** To which colleague a case goes. */
export function GiveForm({ api, owner, busy, onAct, draft }: Props) {
  const { text } = useWords();
  const [members, setMembers] = useState<readonly Member[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const [{ chosen }, fill] = useStep<Filled>(draft, 'give', Filled, {});
  useEffect(() => {
    void api.members().then((answer) => {
      if (answer.ok) setMembers(answer.value.members.filter(({ id }) => id !== owner));
      else setFault(faultText(answer, text));
    });
  }, [api, owner, text]);
  const to = members?.find(({ id }) => id === chosen);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        if (to) onAct((before) => givenTo(before, to));
        else setFault(text('next.whom'));
      }}
    >
      {fault && <Notice key={fault}>{fault}</Notice>}
      {members === null && !fault && <p>{text('next.members')}</p>}
      {members?.length === 0 && <p>{text('next.alone')}</p>}
      {members && members.length > 0 && (
        <ChooseOne
          legend={text('next.whom')}
          choices={members.map(({ id, name }) => ({ value: id, name }))}
          value={chosen}
          onChange={(value) => fill({ chosen: value })}
        />
      )}
      <DoIt busy={busy} label={text('next.giveIt')} />
    </form>
  );
}
