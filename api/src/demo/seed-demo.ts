import type { PoolPolicy } from '@poolrise/domain';
import { demoPassword, demoSeed, simulateWorld, workspaceOf } from '@poolrise/scenario';
import { chmod, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { Passwords } from '../accounts/passwords';
import type { Config } from '../config';
import { keepCredibility } from '../creators/credibility/keep-credibility';
import { sealOf } from '../collaborations/address-seal';
import { storeOf } from '../media/store-of';
import { BulkWriter } from './bulk-writer';
import { orderJournals } from './order-journals';
import { writeOwnService } from './own-record';
import { writeAgencies } from './write-agencies';
import { writeAgencyMonths } from './write-agency-months';
import { writeApprovals } from './write-approvals';
import { writeBriefs } from './write-briefs';
import { writeBudgets } from './write-budgets';
import { writeCampaigns } from './write-campaigns';
import { writeDirectory } from './write-directory';
import { writeEarnings } from './write-earnings';
import { writeGrowth } from './write-growth';
import { writeGuidance } from './write-guidance';
import { writeImports } from './write-imports';
import { writeMediaKit } from './write-media-kit';
import { writeMoney } from './write-money';
import { writeNotes } from './write-notes';
import { writeOwnNotes } from './write-own-notes';
import { writeOneMore } from './write-one-more';
import { writeOrders } from './write-orders';
import { writeTemplates } from './write-templates';
import { demoLoginsOf, writePeople, writeReaderKey } from './write-people';
import { writeHours, writePools } from './write-pools';
import { writeProfessional } from './write-professional';
import { writeRaces } from './write-races';
import { writeReaders } from './write-readers';
import { writeReads } from './write-reads';
import { writeRecruitments } from './write-recruitments';
import { writeRewards } from './write-rewards';
import { writeRules } from './write-rules';
import { writeRewardDesk } from './write-reward-desk';
import { writePastCampaign } from './write-past-campaign';
import { writeSearches } from './write-searches';
import { writeTopics } from './write-topics';
import { writeViolations } from './write-violations';

/**
 * Fills an empty installation with the demo world, as the owner of the database and in one transaction: all of it is
 * there or nothing. Does nothing to an installation that holds data, but for a lost key of the demo's readers.
 *
 * Writes the demo's sign-ins and the readers' key into the data folder, readable by its user alone.
 */
export async function seedDemo(config: Config, now = Date.now()): Promise<void> {
  const client = new pg.Client({ connectionString: config.DATABASE_URL });
  await client.connect();
  try {
    await client.query('begin');
    // Two supervisors on one database: the second finds the world of the first.
    await client.query(`select pg_advisory_xact_lock(hashtext('poolrise demo'))`);
    const { rows } = await client.query<{ demo: boolean; filled: boolean }>(
      'select demo, exists (select from workspace) as filled from installation',
    );
    const files = filesOf(config);
    if (!rows[0]?.filled) await fill(client, config, now);
    else if (rows[0].demo && files && !(await exists(files.readerKey))) await renewReaderKey(client, files);
    await client.query('commit');
    if (!rows[0]?.filled) await client.query('set default_statistics_target = 30; analyze');
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, config: Config, now: number): Promise<void> {
  const files = filesOf(config);
  const hashing = new Passwords().hash(demoPassword);
  const { rows } = await client.query<{ id: string; document: PoolPolicy }>(
    'select id, document from pool_policy where in_force',
  );
  const [policy] = rows;
  if (!policy) throw new Error('No pool policy is in force: the policies are installed before the demo');
  const seed = process.env['DEMO_SEED'] || demoSeed;
  const world = simulateWorld({ seed, now, policy: policy.document });

  const writer = new BulkWriter(client);
  await writePeople(writer, world.cast, await hashing, { startsAt: world.startsAt, now });
  await writeDirectory(writer, world, new Date(now));
  const platformId = workspaceOf(world.cast, 'platform').id;
  const key = await writeReaderKey(writer, platformId);
  await writeReaders(writer, platformId, now);
  await Promise.all([writeHours(writer, world), writeNotes(writer, world.notes)]);
  await writePools(writer, world, policy.id);
  await writeMoney(writer, world);
  await writeRaces(writer, world);
  await writeImports(writer, world, now);
  await writer.done();
  await writeAgencies(client, world.cast, now);
  await writer.send('update installation set demo = true, demo_seed = $1', [seed]);
  await writer.done();
  await keepCredibility(
    async <Row>(sql: string, parameters?: unknown[]) => (await client.query(sql, parameters)).rows as Row[],
    new Date(now),
  );
  await writeBriefs(client, world.cast, new Date(now));
  await writeOrders(client, world.cast, { store: storeOf(config), seal: sealOf(config) }, now);
  await writeSearches(client, world, now);
  await writeTemplates(client, world.cast, now);
  await writeCampaigns(client, world.cast, now);
  await writePastCampaign(client, world);
  await writeBudgets(client, world.cast, new Date(now));
  await writeRecruitments(client, world.cast, now);
  await writeRewards(client, world.cast, now);
  await writeRewardDesk(client, world.cast, now);
  await writeViolations(client, world.cast, now);
  await writeApprovals(client, world.cast, now);
  await writeRules(client, world.cast, now);
  await writeOneMore(client, world.cast, now);
  await writeOwnNotes(client, world.cast, storeOf(config), now);
  await writeEarnings(client, world.cast, storeOf(config), now);
  await writeOwnService(client, world.cast, now);
  await writeMediaKit(client, world.cast, now);
  await writeAgencyMonths(client, world.cast, now);
  await writeTopics(client, world.cast, now);
  await writeReads(client, world, seed);
  await writeGuidance(client, now);
  await writeGrowth(client, now);
  await writeProfessional(client, world.cast, storeOf(config), now);
  await orderJournals(client);
  if (!files) return;
  await writeSecret(files.logins, JSON.stringify(demoLoginsOf(world.cast), null, 2));
  await writeSecret(files.readerKey, key);
}

/** The data folder was lost while the database was not, and of the old key nobody has more than the hash. */
async function renewReaderKey(client: pg.Client, files: DemoFiles): Promise<void> {
  const { rows } = await client.query<{ id: string }>(
    `select id from workspace where kind = 'platform' order by created_at limit 1`,
  );
  if (!rows[0]) return;
  const writer = new BulkWriter(client);
  const key = await writeReaderKey(writer, rows[0].id);
  await writer.done();
  await writeSecret(files.readerKey, key);
}

interface DemoFiles {
  logins: string;
  readerKey: string;
}

function filesOf({ DATA_DIR, DEMO_LOGINS_FILE }: Config): DemoFiles | null {
  if (!DATA_DIR) return null;
  return {
    logins: DEMO_LOGINS_FILE ?? path.join(DATA_DIR, 'demo-logins.json'),
    readerKey: path.join(DATA_DIR, 'reader-key'),
  };
}

async function writeSecret(file: string, text: string): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, text, { mode: 0o600 });
  // The mode counts for new files only.
  await chmod(file, 0o600);
}

const exists = (file: string): Promise<boolean> =>
  stat(file).then(
    () => true,
    () => false,
  );
