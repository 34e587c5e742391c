import { type ComponentChildren, Fragment } from 'preact';

/** Some things with dots between them. A dot stays on the line of what stands before it: none begins a line. */
export function Dotted({ children }: { children: readonly ComponentChildren[] }) {
  const shown = children.filter((one) => one !== null && one !== false && one !== undefined && one !== '');
  return (
    <>
      {shown.map((one, at) => (
        <Fragment key={at}>
          {at > 0 && '\u00a0· '}
          {one}
        </Fragment>
      ))}
    </>
  );
}
