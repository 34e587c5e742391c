/** Reads the whole number behind a path; `otherwise` where nothing stands there, null where it is none. */
export function readNumber(text: string | undefined, otherwise: number): number | null {
  if (text === undefined) return otherwise;
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
