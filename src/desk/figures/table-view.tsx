import { useWords } from '../words/words.ts';
import { columnName, rowName, UNTOLD } from './names.ts';
import type { Told } from './protect.ts';
import { FIGURE_TABLES, type FigureTable } from './tables.ts';
import type { YearTable } from './year.ts';

/** A table of a year, as it may be told. */
export function TableView({ name, told, monthName }: YearTable & { monthName: (month: number) => string }) {
  const { text } = useWords();
  const { rows, columns }: FigureTable = FIGURE_TABLES[name];
  const written = (number: Told) => (typeof number === 'number' ? String(number) : UNTOLD[number]);
  return (
    <details class="figures-table" data-table={name}>
      <summary>{text(`figures.${name}`)}</summary>
      {told ? (
        <table>
          {columns && (
            <thead>
              <tr>
                <td />
                {columns.names.map((column) => (
                  <th key={column} scope="col">
                    {columnName(text, column)}
                  </th>
                ))}
              </tr>
            </thead>
          )}
          <tbody>
            {rows.map((row, at) => (
              <tr key={row}>
                <th scope="row">{rowName(text, name, row, monthName)}</th>
                {(told.cells[at] ?? []).map((cell, column) => (
                  <td key={columns?.names[column] ?? ''}>{written(cell)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{text('figures.withheld')}</p>
      )}
    </details>
  );
}
