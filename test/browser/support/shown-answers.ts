import { expect, type Page } from '@playwright/test';
import { isAsked, type Questions } from '../../../src/questions/question.ts';
import { REFERRAL_QUESTIONS } from '../../../src/questions/referral.ts';
import { WORK_QUESTIONS } from '../../../src/questions/work.ts';
import { sentence, ui, whole } from '../../support/ui.ts';
import { languageOf } from '../parts/page.ts';
import { revealNumber } from './desk.ts';

/** What was answered in a form, by the names of its questions. */
type Answers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** Expects of an open case that an answer, or all of them, stands where the desk shows it. */
type Shows = (desk: Page, said: readonly string[], answers: Answers) => Promise<void>;

/** Where the desk shows an answer. */
const place = (desk: Page, name: string) =>
  desk.locator(`:is(.head, .answers, .story) [data-value="${name}"]`);

const words = (desk: Page) => ui(languageOf(desk), 'desk');

/** As it was typed, to the last space. */
const typed =
  (name: string, within = ''): Shows =>
  async (desk, [said]) =>
    expect(await desk.locator(`${within} [data-value="${name}"]`).textContent()).toBe(said);

/** The words of an answer. Throws where there are none. */
function inWords(all: object, name: string, value: string): string {
  const say: unknown = Reflect.get(Reflect.get(all, name), value);
  if (typeof say !== 'string') throw new Error(`The desk has no words for ${name}: ${value}`);
  return say;
}

/** In the words that the desk has for what was chosen. */
const chosen =
  (name: string): Shows =>
  async (desk, [said = '']) =>
    expect(place(desk, name)).toHaveText(inWords(words(desk), name, said));

/** The same of what professionals alone are asked: their words stand apart, and more than one in a line. */
const chosenAtWork =
  (name: string): Shows =>
  async (desk, said) =>
    expect(desk.locator(`.answers [data-value="${name}"]`)).toHaveText(
      said.map((one) => inWords(words(desk).work, name, one)).join(' · '),
    );

const number: Shows = async (desk, [said]) => expect(await revealNumber(desk)).toBe(said);

/** The language by its name, or another by what was typed. */
const speaks: Shows = async (desk, [said = '']) => {
  const name = new Intl.DisplayNames([languageOf(desk)], { type: 'language' }).of(said) ?? said;
  await expect(place(desk, 'speaks')).toContainText(said === 'other' ? /\S/ : name);
};
const speaksOther: Shows = async (desk, [said = '']) => expect(place(desk, 'speaks')).toContainText(said);

/** In the sentence that says how the centre may answer. */
const ruleSays = (desk: Page, says: string | RegExp) => expect(place(desk, 'answer')).toContainText(says);

/** How the desk shows each answer of a referral: one that is asked and has no line here does not compile. */
const REFERRAL: Record<keyof typeof REFERRAL_QUESTIONS, Shows> = {
  who: chosen('who'),
  danger: chosen('danger'),
  when: chosen('when'),
  age: chosen('age'),
  speaks,
  speaksOther,
  relation: chosen('relation'),
  aware: chosen('aware'),
  reach: chosen('reach'),
  way: (desk, [said]) => {
    const { contact } = words(desk);
    if (said === 'call' || said === 'call-trusted')
      return ruleSays(
        desk,
        new RegExp(['any', 'times'].map((one) => sentence(inWords(contact, said, one)).source).join('|')),
      );
    return ruleSays(desk, inWords({ contact }, 'contact', said ?? ''));
  },
  number,
  times: async (desk, said) => {
    const { contact, times } = words(desk);
    for (const one of said)
      await ruleSays(desk, one === 'any' ? contact.call.any : inWords({ times }, 'times', one));
  },
  otherVoice: (desk, [said = '']) => ruleSays(desk, inWords(words(desk).contact, 'voice', said)),
  voicemail: (desk) => ruleSays(desk, words(desk).contact.voicemail.yes),
  happening: (desk, said) =>
    expect(place(desk, 'happening').getByRole('listitem')).toHaveText(
      said.map((one) => whole(inWords(words(desk), 'happening', one))),
    ),
  place: typed('place', '.answers'),
  story: typed('story', '.story'),
  callName: typed('callName', '.answers'),
};

/** Whom a case is about: of a group the head says how many, and the age of one is none of theirs. */
const ageAtWork: Shows = async (desk, said, answers) =>
  Number(answers['people'] ?? 1) > 1
    ? expect(desk.locator('.head [data-value="people"]')).toContainText(String(answers['people']))
    : chosen('age')(desk, said, answers);

const typedAtWork = (name: string) => typed(name, '.answers');

/** The same of professionals. */
const WORK: Record<keyof typeof WORK_QUESTIONS, Shows> = {
  service: typedAtWork('service'),
  callName: REFERRAL.callName,
  role: typedAtWork('role'),
  number,
  colleague: typedAtWork('colleague'),
  reference: typedAtWork('reference'),
  danger: REFERRAL.danger,
  when: REFERRAL.when,
  here: chosenAtWork('here'),
  until: typedAtWork('until'),
  bed: chosenAtWork('bed'),
  people: typedAtWork('people'),
  minors: typedAtWork('minors'),
  age: ageAtWork,
  needs: chosenAtWork('needs'),
  speaks,
  speaksOther,
  interpreter: chosenAtWork('interpreter'),
  help: typedAtWork('help'),
  consent: chosenAtWork('consent'),
  person: typedAtWork('person'),
  personNumber: typedAtWork('personNumber'),
  reach: REFERRAL.reach,
  exploitation: chosenAtWork('exploitation'),
  signs: chosenAtWork('signs'),
  sector: typedAtWork('sector'),
  place: REFERRAL.place,
  left: chosenAtWork('left'),
  last: chosenAtWork('last'),
  statement: chosenAtWork('statement'),
  story: REFERRAL.story,
};

/**
 * Expects that an open case says every answer, and none that was not asked for. All that is asked must have been answered,
 * so that a new question is answered here too.
 */
export async function expectAnswersShown(desk: Page, form: 'form' | 'work', answers: Answers): Promise<void> {
  const rows: Questions = form === 'work' ? WORK_QUESTIONS : REFERRAL_QUESTIONS;
  const shows: Readonly<Record<string, Shows>> = form === 'work' ? WORK : REFERRAL;
  for (const [name, row] of Object.entries(rows)) {
    const said = [answers[name] ?? []].flat();
    if (isAsked(row, answers)) {
      expect(said.length, `${name} is asked, and nothing was answered`).toBeGreaterThan(0);
      await shows[name]?.(desk, said, answers);
    } else if (name === 'number') await expect(desk.locator('[data-action="reveal"]')).toHaveCount(0);
    // That nobody said whether the person may be contacted is said as well.
    else if (name !== 'reach' || answers['who'] === 'me') await expect(place(desk, name)).toHaveCount(0);
    else await expect(place(desk, name)).toHaveText(words(desk).reach.unsaid);
  }
}
