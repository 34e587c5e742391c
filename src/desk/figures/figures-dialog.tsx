import { useEffect, useState } from 'preact/hooks';
import { localeOf } from '../../i18n/languages.ts';
import type { Api } from '../api/client.ts';
import { brusselsTime } from '../clock/brussels-time.ts';
import { CloseRow } from '../parts/close-row.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { Notice } from '../parts/notice.tsx';
import { save } from '../parts/save.ts';
import type { VaultClient } from '../vault/client.ts';
import { faultText } from '../words/fault-text.ts';
import { useWords } from '../words/words.ts';
import { figuresCsv, figuresYaml } from './files.ts';
import { loadYear } from './load-year.ts';
import { csvWords, UNTOLD } from './names.ts';
import { TableView } from './table-view.tsx';
import { COUNTED } from './tables.ts';
import { type YearFigures, yearFigures } from './year.ts';

type Props = { api: Api; vault: VaultClient; now: number; onRetention: () => void; onClose: () => void };
type Shown = { figures: YearFigures; broken: number };

/** The figures of a year, this one or the one before, as they may be told; of one that has ended as files too. */
export function FiguresDialog({ api, vault, now, onRetention, onClose }: Props) {
  const { text, language } = useWords();
  const thisYear = brusselsTime(now).year;
  const [year, setYear] = useState(thisYear);
  const [shown, setShown] = useState<Shown | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const [done, setDone] = useState(0);
  useEffect(() => {
    let wanted = true;
    setShown(null);
    setSaid(null);
    setDone(0);
    const onMore = (count: number) => wanted && setDone(count);
    void loadYear(api, vault, year, onMore).then((loaded) => {
      if (!wanted) return;
      if (loaded.ok) setShown({ figures: yearFigures(year, loaded.tallies), broken: loaded.broken });
      else setSaid(faultText(loaded.fault, text));
    });
    return () => {
      wanted = false;
    };
  }, [api, vault, year, text]);
  const other = year === thisYear ? thisYear - 1 : thisYear;
  return (
    <Dialog title={text('figures.title', { year })} onClose={onClose}>
      {said && <Notice focus>{said}</Notice>}
      {!said && !shown && (
        <p class="busy" role="status">
          {text('figures.loading')}
          {done > 0 && ` ${text('figures.opened', { count: done })}`}
        </p>
      )}
      {shown && <Figures {...shown} monthName={monthNames(localeOf(language))} />}
      {shown && shown.figures.totals.contacts !== 0 && year === thisYear && (
        <p class="hint">{text('figures.running')}</p>
      )}
      {shown && year < thisYear && <Files figures={shown.figures} />}
      <CloseRow onClose={onClose}>
        <button class="quiet" type="button" onClick={() => setYear(other)}>
          {text('figures.other', { year: other })}
        </button>
        <button class="quiet" type="button" onClick={onRetention}>
          {text('retention.title')}
        </button>
      </CloseRow>
    </Dialog>
  );
}

function monthNames(locale: string) {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return (month: number) => format.format(Date.UTC(2024, month - 1, 1));
}

function Figures({ figures, broken, monthName }: Shown & { monthName: (month: number) => string }) {
  const { text } = useWords();
  const { year, totals, tables } = figures;
  if (totals.contacts === 0) return <p>{text('figures.none', { year })}</p>;
  return (
    <>
      <ul class="figures-totals">
        {COUNTED.map((of) => {
          const told = totals[of];
          return (
            <li key={of} data-total={of}>
              {typeof told === 'number'
                ? text(`figures.${of}`, { count: told })
                : text(`figures.untold.${of}`, { told: UNTOLD[told] })}
            </li>
          );
        })}
      </ul>
      {broken > 0 && <Notice>{text('figures.broken', { count: broken })}</Notice>}
      <p class="hint">{text('figures.small')}</p>
      {tables.map((table) => (
        <TableView key={table.name} {...table} monthName={monthName} />
      ))}
    </>
  );
}

/** The files of a year that has ended. They are made here, and nothing is sent. */
function Files({ figures }: { figures: YearFigures }) {
  const { text, language } = useWords();
  const name = `pag-asa-${figures.year}`;
  return (
    <>
      <p class="hint">{text('figures.ends', { year: figures.year + 2 })}</p>
      <div class="buttons">
        <button
          class="primary"
          type="button"
          onClick={() => save(`${name}.csv`, 'text/csv', figuresCsv(figures, csvWords(text, language)))}
        >
          {text('figures.csv')}
        </button>
        <button
          class="quiet"
          type="button"
          onClick={() => save(`${name}.yaml`, 'application/yaml', figuresYaml(figures))}
        >
          {text('figures.yaml')}
        </button>
      </div>
    </>
  );
}
