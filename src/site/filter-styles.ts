/** A filter of a list by style alone: the name of its radio buttons, and what they choose, in letters and hyphens. */
interface Filter {
  name: string;
  options: readonly { value: string }[];
}

/**
 * The rules with which what is chosen in some filters leaves only what fits it: each thing says in `data-<name>` for what
 * it is there, with spaces between where it is for several. A browser without `:has` shows everything.
 */
export function filterStyles(filters: readonly Filter[]): string {
  const hidden = filters.flatMap(({ name, options }) =>
    options.map(
      ({ value }) =>
        `.shelf:has([name=${name}][value=${value}]:checked) [data-${name}]:not([data-${name}~=${value}])`,
    ),
  );
  return `${hidden.join(',')}{display:none}`;
}
