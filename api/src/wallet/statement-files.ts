import { Injectable, StreamableFile } from '@nestjs/common';
import type { StatementView, TakeStatement } from '@poolrise/contracts';
import {
  type ReaderLanguage,
  shanghaiOffsetMs,
  type StatementAccount,
  statementAccounts,
} from '@poolrise/domain';
import { Readable } from 'node:stream';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import { byteOrderMark, type Cell, csvLine } from '../files/csv';
import { type SheetCell, type SheetRow, spreadsheet } from '../files/spreadsheet';
import { attachment } from '../http/attachment';
import { Refused } from '../http/refused';
import { LedgerService } from '../ledger/ledger.service';
import { allMovements, statementView } from './statement.queries';
import { statementWords } from './statement-words';

/** Lines of one file; a period with more of them is taken in parts. */
const movementsMost = 50_000;
/** Between so many lines others are served. */
const linesAtOnce = 500;

type Line = readonly Cell[];
interface StatementText {
  /** account, time, what happened, about what, by whom, amount, balance: opening and closing of each account among them */
  movements: Line[];
  sums: Line[];
  about: Line[];
  language: ReaderLanguage;
}

/** A statement with all its movements, as a file. */
@Injectable()
export class StatementFiles {
  constructor(
    private readonly db: Db,
    private readonly ledger: LedgerService,
  ) {}

  /** @throws Refused export-too-large */
  async take(workspaceId: string, personId: string, ask: TakeStatement): Promise<StreamableFile> {
    const { format, language, ...period } = ask;
    const text = await this.db.inWorkspace(workspaceId, async (tx) => {
      const [named] = await tx.query<{ name: string }[]>('select name from workspace where id = $1', [
        workspaceId,
      ]);
      // While it is held nothing moves, so that lines, sums and what is invoiced are of one moment.
      await this.ledger.lockWallet(tx, workspaceId);
      const moved = await allMovements(tx, period, movementsMost + 1);
      if (moved.length > movementsMost)
        throw new Refused('export-too-large', { field: '/to', figures: { most: movementsMost } });
      const statement = await statementView(tx, workspaceId, period);
      await audit(tx, { workspaceId, personId, action: 'wallet.statement-downloaded', detail: { ...ask } });
      return textOf(statement, moved, named?.name ?? '', language);
    });
    const name = `${statementWords[language].statement} ${period.from} ${period.to}`;
    const parts = format === 'csv' ? csvOf(text) : workbookOf(text);
    return new StreamableFile(Readable.from(parts, { objectMode: false }), {
      type: types[format],
      disposition: attachment(name, `statement-${period.from}-${period.to}`, format),
    });
  }
}

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** To the second by the clock of Shanghai, as programs and people read it alike. */
const stamp = (at: Date): string =>
  new Date(at.getTime() + shanghaiOffsetMs).toISOString().slice(0, 19).replace('T', ' ');

/** Whole cents as yuan: two decimals at most, which a number shows exactly. */
const yuan = (cents: number): number => cents / 100;

function textOf(
  statement: StatementView,
  moved: Awaited<ReturnType<typeof allMovements>>,
  workspace: string,
  language: ReaderLanguage,
): StatementText {
  const words = statementWords[language];
  const movementsOf = (account: StatementAccount): Line[] => {
    const name = words.accounts[account];
    const sums = statement.accounts.find((one) => one.account === account);
    const opening = sums?.openingCents ?? 0;
    let balance = opening;
    const lines = moved
      .filter((row) => row.account === account)
      .map((row): Line => {
        balance += Number(row.cents);
        const [amount, after] = [yuan(Number(row.cents)), yuan(balance)];
        return [name, stamp(row.at), words.kinds[row.kind], row.subject, row.by, amount, after];
      });
    const edge = (word: string, cents: number): Line => [name, null, word, null, null, null, yuan(cents)];
    return [edge(words.opening, opening), ...lines, edge(words.closing, balance)];
  };
  const { buyer, spent, period } = statement;
  return {
    language,
    movements: statementAccounts.flatMap(movementsOf),
    sums: statement.accounts.map((one) => [
      words.accounts[one.account],
      ...[one.openingCents, one.inCents, one.outCents, one.closingCents].map(yuan),
    ]),
    about: [
      [words.workspace, workspace],
      [words.period, `${period.from} – ${period.to}`],
      [words.asOf, stamp(new Date(statement.asOf))],
      [words.inYuan, null],
      [words.buyer, buyer?.name ?? words.notSaid],
      [words.taxNumber, buyer?.taxNumber ?? words.notSaid],
      [words.address, buyer?.address || words.notSaid],
      [words.invoiceable, yuan(statement.invoiceableCents)],
      [words.invoiceableRule, null],
      ...(['voucher', 'compensation', 'rebate', 'cash', 'credit'] as const).map((account): Line => [
        words.spentFrom.replace('{account}', words.accounts[account]),
        yuan(spent[account]),
      ]),
    ],
  };
}

/** The movements first, so that a program finds its header; what the file is stands below. */
async function* csvOf({ movements, sums, about, language }: StatementText): AsyncGenerator<string> {
  const words = statementWords[language];
  yield byteOrderMark + csvLine([...words.columns]);
  for (let from = 0; from < movements.length; from += linesAtOnce) {
    yield movements
      .slice(from, from + linesAtOnce)
      .map((line) => csvLine(line))
      .join('');
    await new Promise(setImmediate);
  }
  yield [[], [...words.sums], ...sums, [], ...about].map((line) => csvLine(line)).join('');
}

function workbookOf({ movements, sums, about, language }: StatementText): AsyncGenerator<Buffer> {
  const words = statementWords[language];
  return spreadsheet([
    {
      name: words.statement,
      widths: [44, 18, 18, 18, 18],
      frozen: false,
      rows: [[heading(words.sums), ...sums.map(row), [], ...about.map(row)]],
    },
    {
      name: words.movements,
      widths: [14, 20, 20, 36, 14, 14, 14],
      frozen: true,
      rows: [[heading(words.columns), ...movements.map(row)]],
    },
  ]);
}

const heading = (cells: readonly string[]): SheetRow =>
  cells.map((value): SheetCell => ({ value, style: 'heading' }));
const row = (line: Line): SheetRow =>
  line.map((value): SheetCell | null =>
    value === null ? null : { value, style: typeof value === 'number' ? 'decimal' : 'plain' },
  );
