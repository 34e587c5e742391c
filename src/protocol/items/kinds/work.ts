/** An answer that is sure. */
export const YES_NO = ['yes', 'no'] as const;

/** An answer that somebody may not be sure of. */
export const YES_NO_UNSURE = [...YES_NO, 'unsure'] as const;

/** Whether the person agrees to be referred; `unasked` where nobody could ask them yet. */
export const CONSENT = ['agreed', 'refused', 'unasked'] as const;

/** Who may interpret, and that nobody has to. */
export const INTERPRETER = ['any', 'woman', 'man', 'none'] as const;

/** The forms of exploitation of article 433quinquies of the Belgian Criminal Code, and `other`. */
export const EXPLOITATION = ['labour', 'sex', 'begging', 'crime', 'other'] as const;

/**
 * The six dimensions of the operational indicators of trafficking (ILO and European Commission, 2009): deceived, coerced
 * and abused where they were recruited; exploited; coerced and abused where they are.
 */
export const DIMENSIONS = ['deceived', 'forced', 'lured', 'exploited', 'coerced', 'dependent'] as const;

/** When whoever exploits the person was last in contact with them. */
export const LAST_CONTACT = ['week', 'month', 'longer', 'unsure'] as const;

/** What has to be thought of for the person. */
export const NEEDS = ['children', 'pregnant', 'medical', 'mobility'] as const;

/** Longest texts that only a professional writes, in UTF-16 code units. */
export const WORK_LIMITS = {
  service: 100,
  role: 60,
  reference: 40,
  colleague: 100,
  until: 60,
  help: 60,
  sector: 60,
  person: 60,
  personNumber: 60,
} as const;

/** How many people may be referred at once. */
export const MOST_PEOPLE = 50;

/** What the person is called. Without their yes the form does not ask, and an item that holds it is no item. */
export const NEEDS_CONSENT = ['person'] as const;
