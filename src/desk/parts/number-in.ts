/** The whole number that was typed; null where it is none, lies outside these bounds or has more digits than `most`. */
export function numberIn(typed: string, least: number, most: number): number | null {
  const digits = typed.trim();
  const number = /^\d+$/.test(digits) && digits.length <= String(most).length ? Number(digits) : Number.NaN;
  return number >= least && number <= most ? number : null;
}
