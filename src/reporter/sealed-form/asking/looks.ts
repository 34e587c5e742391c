/** How the questions of a form look, beside what their rows say. */
export type Looks = {
  /** What stands under a question that must be answered and has no hint of its own. */
  needed?: string;
  /** The words of the button that takes a choice back. */
  clear?: string;
  /** Options that are called by their own names, each in its own language: the value is its BCP 47 tag. */
  names?: Readonly<Record<string, string>>;
  /** The pictograms of options. */
  icons?: Readonly<Record<string, string>>;
};
