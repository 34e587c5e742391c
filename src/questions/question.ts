/**
 * How urgent an answer alone makes a referral at least; what weighs nothing has no entry. The desk's urgency has two
 * more, which no single answer gives (src/desk/inbox/urgency.ts).
 */
export type Weight = 'now' | 'today';

/** A choice among some answers; nothing for what is typed, ticked or chosen more than once. */
type Choice<Value> = [Value] extends [string | undefined]
  ? string extends Value
    ? never
    : NonNullable<Value>
  : never;

/**
 * The answers on which something may depend, among values by the names of their questions: `way:call`; `speaks:` where
 * nothing was said, `speaks:*` where anything was.
 */
export type CaseOf<Values> = {
  [Field in keyof Values & string]: [Choice<Values[Field]>] extends [never]
    ? never
    : `${Field}:${Choice<Values[Field]> | '' | '*'}`;
}[keyof Values & string];

/** What every question has, whatever answers it. */
type Asked<Place extends string, Case extends string> = {
  /** The question with which it stands, where one question is asked at a time; its own name, where it leads. */
  screen: string;
  /** The answers to other questions for which it is asked; without them always. Elsewhere its answer counts for nothing. */
  shownFor?: readonly Case[];
  /**
   * Without one of those answers its control is not in the page at all, and nothing can be typed into it
   * (src/reporter/work-form/gate.ts).
   */
  gated?: true;
  /** The part of the item in which its answer is sealed, where it is not the item itself. */
  within?: string;
  /** Where the desk shows its answer. */
  desk: Place;
} & (
  | {
      /** Nothing is sent without an answer. */
      required?: true;
      consent?: never;
    }
  | {
      /** Only a yes that was said allows something: no answer means no, and nobody must answer. */
      consent: true;
      required?: never;
    }
);

/** What one of some choices answers. */
type Radios<Value extends string> = {
  control: 'radios';
  options: readonly Value[];
  /** Short labels, two in a row. */
  paired?: true;
  weight?: { readonly [Each in Value]?: Weight };
};

/** What any number of choices answers. */
type Checks<Value extends string> = {
  control: 'checks';
  options: readonly Value[];
  /** The choice that stands for all others, and so is never ticked beside them. */
  alone?: Value;
};

/** What is ticked or left. */
type Checkbox = { control: 'checkbox' };

/** What a browser may be told that a line is. https://html.spec.whatwg.org/#autofill */
export type AutocompleteToken =
  | ('organization' | 'organization-title' | 'name' | 'email' | 'tel')
  | ('address-line1' | 'postal-code' | 'address-level2');

/** What is typed, on one line or several. */
type Typed = {
  control: 'line' | 'lines';
  /** Most characters, in UTF-16 code units. */
  limit: number;
  /** Fewest digits of any script that make it an answer. */
  digits?: number;
  inputmode?: 'tel' | 'email';
  /** What a browser may fill in by itself: only where whoever writes does so at work. */
  autocomplete?: AutocompleteToken;
  weight?: Weight;
};

/** A whole number that is typed. */
type Counted = {
  control: 'number';
  least: number;
  most: number;
  /** The question whose number it is part of, and never more than. */
  partOf?: string;
  /** What more than none of them weighs. */
  weight?: Weight;
};

/** A row for a field of an item whose value is of a type: only what can answer it fits. */
export type QuestionFor<Value, Place extends string, Case extends string> = Asked<Place, Case> &
  ([Value] extends [boolean]
    ? Checkbox
    : [Value] extends [number]
      ? Counted
      : [Value] extends [readonly (infer Option extends string)[]]
        ? Checks<Option>
        : [Value] extends [string]
          ? string extends Value
            ? Typed
            : Radios<Value>
          : never);

/** A row, whatever its field. */
export type Question = Asked<string, string> & (Radios<string> | Checks<string> | Checkbox | Typed | Counted);

/** The questions of a form, in its order, each under the name of its answer. */
export type Questions = Readonly<Record<string, Question>>;

/** What stands in a form as the answer: null where nothing is chosen, an empty text where nothing is typed. */
type AnswerTo<Row> = Row extends { control: 'radios'; options: readonly (infer Option)[] }
  ? Option | null
  : Row extends { control: 'checks'; options: readonly (infer Option)[] }
    ? Option[]
    : Row extends { control: 'checkbox' }
      ? boolean
      : string;

/** What stands in a form with these questions. */
export type AnswersOf<Rows> = { -readonly [Field in keyof Rows]: AnswerTo<Rows[Field]> };

/** The questions without an answer to which nothing is sent. */
export type RequiredOf<Rows> = {
  [Field in keyof Rows]: Rows[Field] extends { required: true } ? Field : never;
}[keyof Rows];

/** The questions whose answers the desk shows in a place. */
export type ShownIn<Rows, Place extends string> = {
  [Field in keyof Rows]: Rows[Field] extends { desk: Place } ? Field : never;
}[keyof Rows];

/** Any answers, by the names of their questions. */
export type Answered = Readonly<Record<string, unknown>>;

/** Whether an answer is the one that a case names, or has it among those that were ticked. */
export function holds(one: string, answers: Answered): boolean {
  const [field = '', value] = one.split(':');
  const answer = answers[field] ?? '';
  if (Array.isArray(answer)) return value === '*' ? answer.length > 0 : answer.includes(value);
  return value === '*' ? answer !== '' : answer === value;
}

/** Whether a question is asked, with these answers to the others. */
export function isAsked({ shownFor }: Question, answers: Answered): boolean {
  return !shownFor || shownFor.some((one) => holds(one, answers));
}
