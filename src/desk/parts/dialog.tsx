import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { AlarmOverDialog } from '../alarm/alarm-over-dialogs.tsx';

type Props = {
  title: string;
  onClose: () => void;
  /** Escape does not close it: what is asked has to be answered. */
  stays?: boolean;
  children: ComponentChildren;
};

/** A dialog that blocks the rest of the page. The focus goes to its heading and, when it closes, back. What calls is seen over it. */
export function Dialog({ title, onClose, stays, children }: Props) {
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const show = () => {
    dialog.current?.showModal();
    heading.current?.focus();
  };
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    show();
    return () => {
      element?.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        if (!stays) onClose();
      }}
      // Chromium closes at the second Escape, or Back, whatever was said to the first. Here it closes when it is drawn no more.
      onClose={show}
    >
      <h2 id={id} tabIndex={-1} ref={heading}>
        {title}
      </h2>
      {children}
      <AlarmOverDialog onClose={onClose} />
    </dialog>
  );
}
