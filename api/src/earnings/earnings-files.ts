import { Injectable, StreamableFile } from '@nestjs/common';
import type { EarningsView, TakeEarnings } from '@poolrise/contracts';
import { shanghaiOffsetMs } from '@poolrise/domain';
import { Readable } from 'node:stream';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { byteOrderMark, type Cell, csvLine } from '../files/csv';
import { type SheetCell, type SheetRow, spreadsheet } from '../files/spreadsheet';
import { attachment } from '../http/attachment';
import { Refused } from '../http/refused';
import { earningsWords } from './earnings-words';
import { earningsView } from './earnings.queries';

/** Rows of each kind in one file. */
const rowsMost = 5_000;
const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

type Line = readonly Cell[];
interface Part {
  name: string;
  head: readonly string[];
  lines: readonly Line[];
}

/** A month of earnings as a file. */
@Injectable()
export class EarningsFiles {
  constructor(private readonly db: Db) {}

  /** @throws Refused export-too-large */
  async take(
    workspaceId: string,
    personId: string,
    { month, format, language }: TakeEarnings,
    now = new Date(),
  ): Promise<StreamableFile> {
    const { view, desk } = await this.db.inWorkspace(workspaceId, async (tx) => {
      const [named] = await tx.query<{ name: string }[]>('select name from workspace where id = $1', [
        workspaceId,
      ]);
      const view = await earningsView(tx, month, now, rowsMost);
      if (view.orders.more + view.rewards.more + view.payouts.more + view.commission.more > 0)
        throw new Refused('export-too-large', { field: '/month', figures: { most: rowsMost } });
      await audit(tx, {
        ...{ workspaceId, personId, action: 'wallet.statement-downloaded' },
        detail: { earnings: month, format, language },
      });
      return { view, desk: named?.name ?? '' };
    });
    const words = earningsWords[language];
    const parts = partsOf(view, language);
    const about = aboutOf(view, desk, language);
    const file =
      format === 'csv'
        ? Readable.from([csvOf(parts, about)])
        : Readable.from(workbookOf(parts, about, words.earnings), { objectMode: false });
    return new StreamableFile(file, {
      type: types[format],
      disposition: attachment(`${words.earnings} ${month}`, `earnings-${month}`, format),
    });
  }
}

/** To the second by the clock of Shanghai, as programs and people read it alike. */
const stamp = (at: string): string =>
  new Date(Date.parse(at) + shanghaiOffsetMs).toISOString().slice(0, 19).replace('T', ' ');
/** Whole cents as yuan: two decimals at most, which a number shows exactly. */
const yuan = (cents: number): number => cents / 100;
/** A rate in hundredths of a percent, as 8% or 7.5%. */
const rate = (permyriad: number): string => `${permyriad / 100}%`;

function partsOf(view: EarningsView, language: TakeEarnings['language']): Part[] {
  const words = earningsWords[language];
  const { sums, orders, rewards, payouts, commission } = view;
  return [
    {
      name: words.sheets.orders,
      head: words.orders,
      lines: [
        ...orders.items.map((one): Line => [
          ...[one.name, one.brandName, stamp(one.paidAt), yuan(one.grossCents), rate(one.feeBasisPoints)],
          ...[yuan(one.feeCents), yuan(one.netCents)],
        ]),
        [words.sum, null, null, yuan(sums.grossCents), null, yuan(sums.feeCents), yuan(sums.netCents)],
      ],
    },
    {
      name: words.sheets.rewards,
      head: words.rewards,
      lines: [
        ...rewards.items.map((one): Line => [one.name, stamp(one.at), yuan(one.cents)]),
        [words.sum, null, yuan(sums.rewardCents)],
      ],
    },
    {
      name: words.sheets.payouts,
      head: words.payouts,
      lines: payouts.items.map((one): Line => [
        ...[one.name, one.brandName, words.steps[one.step], one.dueAt && stamp(one.dueAt)],
        ...[one.late && words.late[one.late], yuan(one.grossCents), yuan(one.feeCents), yuan(one.netCents)],
        one.upTo ? words.upTo : null,
      ]),
    },
    {
      name: words.sheets.commission,
      head: words.commission,
      lines: commission.links.map((one): Line => [
        ...[one.noteTitle, one.title, rate(one.ratePermyriad), one.opens, one.paidOpens, one.sales],
        ...[one.soldCents, one.returnedCents, one.expectedCents, one.confirmedCents].map(yuan),
      ]),
    },
  ];
}

function aboutOf(view: EarningsView, desk: string, language: TakeEarnings['language']): Line[] {
  const words = earningsWords[language];
  const { windowDays, confirmDays } = view.commission;
  const rule = words.attribution
    .replace('{days}', String(windowDays))
    .replace('{confirm}', String(confirmDays));
  return [
    [words.desk, desk],
    [words.month, view.month],
    [words.asOf, stamp(view.asOf)],
    [words.inYuan],
    [rule],
    [words.apart],
  ];
}

const csvOf = (parts: readonly Part[], about: readonly Line[]): string =>
  byteOrderMark +
  parts.map(({ name, head, lines }) => [[name], [...head], ...lines, []].map(csvLine).join('')).join('') +
  about.map(csvLine).join('');

function workbookOf(parts: readonly Part[], about: readonly Line[], name: string): AsyncGenerator<Buffer> {
  return spreadsheet([
    ...parts.map(({ name, head, lines }) => ({
      name,
      widths: head.map((_, column) => (column === 0 ? 36 : 18)),
      frozen: true,
      rows: [[head.map((value): SheetCell => ({ value, style: 'heading' })), ...lines.map(row)]],
    })),
    { name, widths: [28, 44], frozen: false, rows: [about.map(row)] },
  ]);
}

const row = (line: Line): SheetRow =>
  line.map((value): SheetCell | null =>
    value === null ? null : { value, style: typeof value !== 'number' ? 'plain' : 'decimal' },
  );
