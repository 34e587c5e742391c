import en from '../../content/en/ui/bell.json';
import fr from '../../content/fr/ui/bell.json';
import nl from '../../content/nl/ui/bell.json';

/** A sentence of the bell. None says what waits, how much, or since when. */
export type Said = keyof typeof nl;

/**
 * A sentence in every language of the team, one after the other: nobody has to tell the bell which is theirs. Each with its
 * tag, by which a voice reads it.
 */
export function inEachLanguage(said: Said): { tag: string; text: string }[] {
  return [
    { tag: 'nl-NL', text: nl[said] },
    { tag: 'fr-FR', text: fr[said] },
    { tag: 'en-GB', text: en[said] },
  ];
}
