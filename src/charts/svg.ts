type Attributes = Record<string, string | number | undefined>;

/** Text as it may stand in an element or an attribute. */
export function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

/** A number of a drawing: a tenth of a pixel is fine enough. */
export const round = (value: number) => Math.round(value * 10) / 10;

/** An element. Its attributes are escaped; its children are markup already. */
export function element(name: string, attributes: Attributes, ...children: string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escaped(String(typeof value === 'number' ? round(value) : value))}"`)
    .join('');
  return children.length > 0 ? `<${name}${written}>${children.join('')}</${name}>` : `<${name}${written}/>`;
}

/** A label of a drawing. */
export function label(words: string, attributes: Attributes): string {
  return element('text', attributes, escaped(words));
}
