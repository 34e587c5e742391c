/** Words to be read aloud and compared, each with its number. */
export function WordList({ words }: { words: readonly string[] }) {
  return (
    <ol class="word-list" translate={false} data-value="words">
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ol>
  );
}
