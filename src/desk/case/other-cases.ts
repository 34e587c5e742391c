import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { DeskFault } from '../api/result.ts';

/** The cases that the desk has before it, for a case that speaks of another. */
export type OtherCases = {
  /** What members call a case; undefined where it is not here. */
  nameOf: (id: string) => string | undefined;
  /** Opens it, fetched where it is not here; gives why it could not be. */
  open: (id: string) => Promise<DeskFault | null>;
};

export const OtherCasesContext = createContext<OtherCases>({
  nameOf: () => undefined,
  open: async () => null,
});

/** The other cases, for any component of the open desk. */
export const useOtherCases = () => useContext(OtherCasesContext);
