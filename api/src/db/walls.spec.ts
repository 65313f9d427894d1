import { freshDatabase, type TestDatabase } from '../../test/database';
import { everyTenantRow } from '../../test/every-tenant-row';
import { aBrand } from '../../test/people';
import { codeOf } from './db';
import { applicationRole } from './urls';

/** What belongs to no workspace, and what the application role may do with it outside the engine's hat. */
const withoutWorkspace: Record<string, string> = {
  commenter_tie: 'SELECT',
  creator: 'SELECT',
  creator_day: 'SELECT',
  creator_figures: 'SELECT',
  creator_gone: 'SELECT',
  creator_label: '',
  creator_note: 'SELECT',
  creator_reach: 'SELECT',
  credibility_count: 'SELECT',
  credibility_norm: 'SELECT',
  engagement_event: '',
  familiar_address: '',
  feed_page: '',
  feed_reader: '',
  guidance_peer: 'SELECT',
  history_import: '',
  installation: '',
  migrations: '',
  peer_band: 'SELECT',
  peer_day: 'SELECT',
  person: '',
  place_response: '',
  policy_activation: '',
  policy_canary: '',
  pool_bar: 'SELECT',
  pool_policy: 'SELECT',
  quarantine: '',
  quarantined_event: '',
  search_query: 'SELECT',
  search_query_day: 'SELECT',
  session: '',
  sign_in_attempt: '',
  traffic_window: '',
  trial_opportunity: '',
  weekly_topic: '',
  weekly_topic_run: '',
};

const refused = '42501';

interface Column {
  table: string;
  name: string;
}

describe('the walls between workspaces', () => {
  let database: TestDatabase;
  /** every tenant table with the column that names the workspace */
  let tables: Column[];
  let lin: string;
  let wen: string;

  beforeAll(async () => {
    database = await freshDatabase();
    tables = await database.owner<Column>(
      `select relname as table, attname as name from pg_class join pg_attribute on attrelid = pg_class.oid
       where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not attisdropped
         and (attname = 'workspace_id' or (relname = 'workspace' and attname = 'id'))
       order by relname`,
    );
    lin = (await aBrand(database.db, { name: 'Lin' })).workspaceId;
    wen = (await aBrand(database.db, { name: 'Wen' })).workspaceId;
    await everyTenantRow(database, lin);
  });
  afterAll(() => database.close());

  const countAsOwner = async ({ table, name }: Column) =>
    (
      await database.owner<{ rows: number }>(
        `select count(*)::int as rows from ${table} where ${name} = $1`,
        [lin],
      )
    )[0]?.rows;
  /** Runs SQL in a transaction of a workspace and says how many rows it saw or touched, or which error it met. */
  const inWorkspace = (workspaceId: string, sql: string, parameters: unknown[] = []) =>
    database.db
      .inWorkspace(
        workspaceId,
        async (tx) =>
          (await tx.query<unknown[]>(`with done as (${sql}) select * from done`, parameters)).length,
      )
      .catch(codeOf);

  it('stand around every table that has a workspace', async () => {
    const rows = await database.owner<{ table: string; wall: boolean; owner: string }>(
      `select relname as table, relrowsecurity and relforcerowsecurity as wall, pg_get_userbyid(relowner) as owner
       from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by relname`,
    );
    const tenant = new Set(tables.map(({ table }) => table));
    expect(rows.filter(({ table, wall }) => tenant.has(table) && !wall)).toEqual([]);
    expect(rows.filter(({ owner }) => owner === applicationRole)).toEqual([]);
    expect(rows.filter(({ table }) => !tenant.has(table)).map(({ table }) => table)).toEqual(
      Object.keys(withoutWorkspace),
    );
  });

  it('leave the application role nothing of the tables without a workspace but what is named here', async () => {
    const rights = await database.owner<{ table: string; rights: string }>(
      `select relname as table, concat_ws(' ', variadic array(
         select right_name from unnest(array['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE']) as right_name
         where has_table_privilege($1, pg_class.oid, right_name))) as rights
       from pg_class where relnamespace = 'public'::regnamespace and relname = any($2)`,
      [applicationRole, Object.keys(withoutWorkspace)],
    );
    expect(Object.fromEntries(rows(rights))).toEqual(withoutWorkspace);
  });

  it('hold for a role that cannot walk around them', async () => {
    const roles = await database.owner(
      `select rolname as role, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as mighty, rolinherit as inherits
       from pg_roles where rolname in ($1, 'poolrise_engine') order by 1`,
      [applicationRole],
    );
    expect(roles).toEqual([
      { role: applicationRole, mighty: false, inherits: false },
      { role: 'poolrise_engine', mighty: false, inherits: true },
    ]);
    const [signedInAs] = await database.source.query<{ role: string }[]>('select current_user as role');
    expect(signedInAs?.role).toBe(applicationRole);
  });

  it('are tried on rows that exist, in every table', async () => {
    for (const column of tables)
      expect([column.table, await countAsOwner(column)]).not.toEqual([column.table, 0]);
  });

  it('show the rows of a workspace to itself', async () => {
    for (const { table } of tables)
      expect([table, await inWorkspace(lin, `select from ${table}`)]).not.toEqual([table, 0]);
  });

  it('show nothing to a query that names no workspace', async () => {
    for (const { table } of tables) {
      const [row] = await database.source.query<{ rows: number }[]>(
        `select count(*)::int as rows from ${table}`,
      );
      expect([table, row?.rows]).toEqual([table, 0]);
    }
  });

  it('show nothing to another workspace, not even by id', async () => {
    for (const { table, name } of tables)
      expect([table, await inWorkspace(wen, `select from ${table} where ${name} = $1`, [lin])]).toEqual([
        table,
        0,
      ]);
  });

  it('let nobody write a row into another workspace', async () => {
    for (const { table, name } of tables) {
      const columns = await insertableColumns(table);
      const sql = `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1) returning 1`;
      const [row] = await database.owner<{ copy: object }>(
        `select to_jsonb(${table}) as copy from ${table} where ${name} = $1`,
        [lin],
      );
      expect([table, await inWorkspace(wen, sql, [row?.copy])]).toEqual([table, refused]);
    }
  });

  it('let nobody change or delete a row of another workspace', async () => {
    for (const column of tables) {
      const { table, name } = column;
      const before = await countAsOwner(column);
      const change = await inWorkspace(
        wen,
        `update ${table} set ${name} = ${name} where ${name} = $1 returning 1`,
        [lin],
      );
      const removal = await inWorkspace(wen, `delete from ${table} where ${name} = $1 returning 1`, [lin]);
      expect([0, refused]).toContain(change);
      expect([0, refused]).toContain(removal);
      expect([table, await countAsOwner(column)]).toEqual([table, before]);
    }
  });

  it('let nobody push a row of their own into another workspace', async () => {
    for (const { table, name } of tables)
      expect([table, await inWorkspace(lin, `update ${table} set ${name} = $1 returning 1`, [wen])]).toEqual([
        table,
        refused,
      ]);
  });

  it('forget the workspace with the transaction, on a connection that others use next', async () => {
    const busy = Array.from({ length: 60 }, async (_, n) => {
      if (n % 3 === 0)
        return database.source.query<{ rows: number }[]>('select count(*)::int as rows from note');
      return database.db.read<{ rows: number }>(
        n % 3 === 1 ? lin : wen,
        'select count(*)::int as rows from note',
      );
    });
    const seen = (await Promise.all(busy)).map(([row]) => row?.rows);
    seen.forEach((rows, n) => expect(rows).toBe(n % 3 === 1 ? 1 : 0));
  });

  it('show people to those who share a workspace with them, and never their password', async () => {
    const names = (workspaceId: string) =>
      database.db.read<{ name: string }>(workspaceId, 'select name from person');
    expect(await names(lin)).toEqual([{ name: 'Lin' }]);
    expect(await names(wen)).toEqual([{ name: 'Wen' }]);
    for (const table of ['person', 'invitation'])
      expect([table, await inWorkspace(lin, `select password_hash from ${table}`)]).toEqual([table, refused]);
  });

  async function insertableColumns(table: string): Promise<string> {
    const columns = await database.owner<{ name: string }>(
      `select quote_ident(column_name) as name from information_schema.columns
       where table_schema = 'public' and table_name = $1 and is_identity = 'NO' and is_generated = 'NEVER'`,
      [table],
    );
    return columns.map(({ name }) => name).join(', ');
  }
});

const rows = (rights: { table: string; rights: string }[]): [string, string][] =>
  rights.map(({ table, rights: of }) => [table, of]);
