import { useRef, useState } from 'preact/hooks';
import type { Given } from '../../handoff/lines.ts';
import { partnerName } from '../../handoff/partner-name.ts';
import { writerTime } from '../../protocol/items/fields.ts';
import type { Referral } from '../../protocol/items/kinds/referral.ts';
import type { Member } from '../../protocol/wire/api/member.ts';
import type { Api } from '../api/client.ts';
import type { DeskFault } from '../api/result.ts';
import type { Draft } from '../drafts/draft.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import type { VaultClient } from '../vault/client.ts';
import type { HandedOn } from '../vault/requests.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { FillIn } from './fill-in.tsx';
import { filledText, readFilled } from './filled.ts';
import { partnerNumbers, partnerPage } from './of-the-page.ts';
import { Lines } from './preview.tsx';

type Props = {
  api: Api;
  vault: VaultClient;
  referral: Referral;
  member: Member;
  /** Keeps what is filled in over the lock. */
  draft: Pick<Draft, 'passing' | 'setPassing'>;
  /** Called when something was passed on. */
  onHanded: () => void;
  onClose: () => void;
};

/** Passes a case on: to whom and what, what they will read, and the code that is read out to them, shown once. */
export function PassOnDialog({ api, vault, referral, member, draft, onHanded, onClose }: Props) {
  const { text } = useWords();
  const [filled, setFilled] = useState(() => readFilled(draft.passing()));
  const [given, setGiven] = useState<Given | null>(null);
  const [code, setCode] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<DeskFault | null>(null);
  // What was sealed goes again in the same bytes when nobody knows whether it was stored.
  const sealed = useRef<{ code: string; handoff: HandedOn } | null>(null);

  const seal = async (whole: Given) => {
    if (busy) return;
    setBusy(true);
    setFault(null);
    const send = async () => {
      if (!sealed.current) {
        const handed = await vault.handOn(referral.id, { ...whole, at: writerTime() });
        if (!handed.ok) return handed;
        sealed.current = handed;
      }
      return api.handOff(referral.id, sealed.current.handoff);
    };
    const sent = await send();
    setBusy(false);
    if (!sent.ok) return setFault(sent);
    draft.setPassing(null);
    setCode(sealed.current?.code ?? null);
    onHanded();
  };

  if (given === null) {
    return (
      <Dialog title={text('passOn.title')} onClose={onClose}>
        <FillIn
          referral={referral}
          member={member}
          filled={filled}
          onFill={(next) => {
            draft.setPassing(filledText(next));
            setFilled(next);
          }}
          onWhole={setGiven}
          onClose={onClose}
        />
      </Dialog>
    );
  }
  const name = partnerName(given, text);
  if (code === null) {
    return (
      <Dialog key="preview" title={text('passOn.preview', { name })} onClose={onClose}>
        <Lines given={given} />
        {fault && <Notice focus>{faultText(fault, text)}</Notice>}
        <div class="dialog-bar">
          <button
            class="quiet"
            type="button"
            aria-disabled={busy}
            onClick={() => {
              if (busy) return;
              sealed.current = null;
              setGiven(null);
            }}
          >
            {text('passOn.back')}
          </button>
          <button class="primary" type="button" aria-disabled={busy} onClick={() => void seal(given)}>
            {text(busy ? 'passOn.sealing' : 'passOn.seal')}
          </button>
        </div>
      </Dialog>
    );
  }
  const number = partnerNumbers()[given.to];
  return (
    <Dialog key="code" title={text('passOn.code', { name })} onClose={() => {}}>
      <p>{number ? text('passOn.number', { number }) : text('passOn.ownList')}</p>
      <p class="handoff-code" data-value="code" translate={false}>
        {(code.match(/.{4}/g) ?? []).join(' ')}
      </p>
      <p>{text('passOn.codeText')}</p>
      <p class="handoff-address" translate={false}>
        {partnerPage()}
      </p>
      <p>{text('passOn.ours')}</p>
      <button class="primary" type="button" onClick={onClose}>
        {text('passOn.done')}
      </button>
    </Dialog>
  );
}
