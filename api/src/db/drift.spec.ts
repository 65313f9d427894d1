import { globSync } from 'node:fs';
import path from 'node:path';
import { DataSource } from 'typeorm';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { entities } from '../entities';
import { dataSourceOptions } from './data-source-options';

/** Written by SQL alone, so no entity describes them; a new name here is a decision. */
const withoutEntity = [
  'agency_adjustment',
  'agency_assignment',
  'agency_fee',
  'agency_hours',
  'agency_rebate',
  'agency_statement',
  'agency_statement_line',
  'automation_hit',
  'benchmark_override',
  'brief_template_version',
  'campaign_alert',
  'campaign_holdout',
  'commenter_tie',
  'creator_choice',
  'creator_contact',
  'creator_cooperation',
  'creator_day',
  'creator_figures',
  'creator_gone',
  'creator_label',
  'creator_name',
  'creator_note',
  'creator_reach',
  'credibility_count',
  'credibility_norm',
  'desk_claim',
  'engagement_day',
  'engagement_day_kept',
  'engagement_day_stale',
  'engagement_event',
  'engagement_hour',
  'engagement_hour_sum',
  'familiar_address',
  'feed_page',
  'feed_reader',
  'growth_standing',
  'growth_step',
  'guidance_peer',
  'guidance_prediction',
  'history_import',
  'import_chunk',
  'import_retention',
  'import_row',
  'import_template',
  'installation',
  'media',
  'media_kit',
  'media_kit_link',
  'media_kit_visit',
  'migrations',
  'note_appeal',
  'note_choice',
  'note_draft',
  'note_media',
  'note_search',
  'note_totals',
  'observation',
  'observed_creator',
  'observed_note',
  'order_address',
  'order_comment',
  'order_draft',
  'order_draft_media',
  'order_step',
  'peer_band',
  'peer_day',
  'place_response',
  'pool_bar',
  'pool_run',
  'product_link_day',
  'product_open',
  'product_return',
  'product_sale',
  'professional_account',
  'professional_application',
  'proposal',
  'proposal_answer',
  'proposal_item',
  'proposal_link',
  'proposal_version',
  'proposal_view',
  'quarantine',
  'quarantined_event',
  'race_arm',
  'race_boost',
  'race_round',
  'recruitment_application',
  'report',
  'report_edition',
  'report_link',
  'reward_claim',
  'reward_enrolment',
  'reward_plan',
  'reward_plan_forecast',
  'search_note_day',
  'search_query',
  'search_query_day',
  'sign_in_attempt',
  'traffic_window',
  'trial_lift_hour',
  'trial_opportunity',
  'weekly_topic',
  'weekly_topic_run',
];

describe('entities and migrations', () => {
  let database: TestDatabase;
  /** As the owner: the catalogue shows the application role only what it may read. */
  let source: DataSource;

  beforeAll(async () => {
    database = await freshDatabase();
    source = await new DataSource({ ...dataSourceOptions(database.url, 1), entities }).initialize();
  });
  afterAll(async () => {
    await source.destroy();
    await database.close();
  });

  it('describe the same tables: TypeORM finds nothing to change', async () => {
    const { upQueries } = await source.driver.createSchemaBuilder().log();
    expect(upQueries.map(({ query }) => query)).toEqual([]);
  });

  it('compares every entity there is', () => {
    const files = globSync('*/*.entity.ts', { cwd: path.join(import.meta.dirname, '..') });
    expect(entities.map(({ name }) => fileOf(name)).sort()).toEqual(
      files.map((file) => path.basename(file)).sort(),
    );
  });

  it('knows which tables have none', async () => {
    const tables = await database.owner<{ name: string }>(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')`,
    );
    const described = new Set(source.entityMetadatas.map(({ tableName }) => tableName));
    const bare = tables.map(({ name }) => name).filter((name) => !described.has(name));
    expect(bare.sort()).toEqual(withoutEntity);
  });
});

/** BoostVoucher lives in boost-voucher.entity.ts. */
const fileOf = (entity: string): string => `${entity.replace(/(?<!^)[A-Z]/g, '-$&').toLowerCase()}.entity.ts`;
