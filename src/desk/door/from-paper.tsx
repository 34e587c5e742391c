import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { SecretField } from '../parts/secret-field.tsx';
import { useWords } from '../words/words.ts';

type Props = { error: string | null; inputRef: RefObject<HTMLInputElement | null> };

/** Where the passphrase that was drawn is typed from paper, with the focus on it: that is what comes next. */
export function FromPaper({ error, inputRef }: Props) {
  const { text } = useWords();
  useEffect(() => inputRef.current?.focus(), [inputRef]);
  return (
    <SecretField
      label={text('invite.fromPaper')}
      hint={text('invite.fromPaperHint')}
      error={error}
      inputRef={inputRef}
    />
  );
}
