import { DISTRICTS, type OUTCOMES, type RegisterCard } from '../../protocol/items/register.ts';
import { ChooseOne, ChooseSome } from '../parts/choices.tsx';
import { useWords } from '../words/words.ts';
import { choicesOf } from './choices-of.ts';

type Props = {
  card: RegisterCard;
  onChange: (card: RegisterCard) => void;
  /** How the case ends, where that is known: only who is passed on has somebody to be passed on to. */
  outcome?: (typeof OUTCOMES)[number] | undefined;
};

/** A card with an answer of it changed; what is taken back is not there. */
function changed<Key extends keyof RegisterCard>(
  card: RegisterCard,
  key: Key,
  value: RegisterCard[Key],
): RegisterCard {
  const { [key]: _, ...rest } = card;
  return value === undefined ? rest : { ...rest, [key]: value };
}

/**
 * What the figures of the year need of a case: at most nine taps with how it ends, each of which may be left out. Nothing that
 * could find a person is asked.
 */
export function RegisterFields({ card, onChange, outcome }: Props) {
  const { text } = useWords();
  const choices = choicesOf(text);
  const set =
    <Key extends keyof RegisterCard>(key: Key) =>
    (value: RegisterCard[Key]) =>
      onChange(changed(card, key, value));
  // Of whom nobody thinks that they are a victim, nothing more is counted.
  const asksOn = card.presumed === 'yes' || card.presumed === 'unsure';
  const district = DISTRICTS.find((one) => one === card.district);
  return (
    <div class="register">
      <p class="hint">{text('card.lead')}</p>
      <ChooseOne
        legend={text('card.origin.label')}
        choices={choices.origin}
        value={card.origin}
        onChange={set('origin')}
      />
      <ChooseOne
        legend={text('card.presumed.label')}
        choices={choices.presumed}
        value={card.presumed}
        onChange={set('presumed')}
      />
      {asksOn && (
        <>
          <ChooseOne
            legend={text('card.sex.label')}
            choices={choices.sex}
            value={card.sex}
            onChange={set('sex')}
          />
          <ChooseOne
            legend={text('card.band.label')}
            choices={choices.age}
            value={card.age}
            onChange={set('age')}
          />
          <ChooseOne
            legend={text('card.citizenship.label')}
            choices={choices.citizenship}
            value={card.citizenship}
            onChange={set('citizenship')}
          />
          <ChooseSome
            legend={text('card.forms.label')}
            choices={choices.forms}
            values={card.forms ?? []}
            onChange={(forms) => set('forms')(forms.length > 0 ? forms : undefined)}
          />
          <ChooseOne
            legend={text('card.district.label')}
            choices={choices.district}
            value={district}
            onChange={set('district')}
          />
        </>
      )}
      {(outcome === undefined || outcome === 'passed-on') && (
        <ChooseOne
          legend={text('card.passedTo.label')}
          choices={choices.passedTo}
          value={card.passedTo}
          onChange={set('passedTo')}
        />
      )}
    </div>
  );
}
