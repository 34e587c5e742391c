import { createContext } from 'preact';
import { useContext } from 'preact/hooks';

/** The cases that the desk has before it, for a case that speaks of another. */
export type OtherCases = {
  /** What members call a case; undefined where it is not here. */
  nameOf: (id: string) => string | undefined;
  open: (id: string) => void;
};

export const OtherCasesContext = createContext<OtherCases>({ nameOf: () => undefined, open: () => {} });

/** The other cases, for any component of the open desk. */
export const useOtherCases = () => useContext(OtherCasesContext);
