import {
  bodyExamples,
  type KeyScope,
  type Operation,
  type OperationId,
  operations,
  Problem,
} from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import type { InjectOptions, Response } from 'light-my-request';
import { applicationTag, ImpressionTokens, unknownPlace } from '../src/engagement/impression-token';
import { codesOf } from '../src/http/operation-codes';
import type { TestDatabase } from './database';
import { everyTenantRow } from './every-tenant-row';
import {
  aBrand,
  aMember,
  anApplication,
  aWorkspace,
  type BrowserHeaders,
  browserOf,
  type Someone,
} from './people';
import { notesInReview } from './reviews';
import { startServer, type TestServer } from './server';

/** A request, and in a few words what is bad about it. */
export type BadRequest = InjectOptions & { what: string };
type Ids = Record<string, string>;

export const everyScope: KeyScope[] = ['feed:read', 'engagements:write', 'notes:write'];

/** Two brands with a row in every table, a browser and an application of the first: a good request for every operation. */
export class BadRequestStage {
  private constructor(
    private readonly database: TestDatabase,
    readonly server: TestServer,
    readonly lin: Someone,
    readonly browser: BrowserHeaders,
    /** somebody of the platform itself, for what only they may do */
    readonly operator: BrowserHeaders,
    /** the owner of an agency, for what only agencies have */
    readonly agent: BrowserHeaders,
    readonly application: { keyId: string; authorization: string },
    /** ids of one row of each kind: ours, and of another brand */
    readonly ours: Ids,
    readonly foreign: Ids,
    readonly tokens: { good: string; expired: string; foreign: string },
  ) {}

  static async on(database: TestDatabase): Promise<BadRequestStage> {
    const { db } = database;
    const lin = await aBrand(db);
    const wen = await aBrand(db);
    // Two of everything, so that every list of ours has a second page and with it a cursor.
    for (const { workspaceId } of [lin, lin, wen]) await everyTenantRow(database, workspaceId);
    await aMember(db, lin.workspaceId, 'analyst');
    const platform = await aWorkspace(db, 'platform');
    await notesInReview(database, lin.workspaceId, 2);
    const application = await anApplication(db, lin.workspaceId, everyScope);
    // Rule sets belong to the installation, and nobody is trying one: these ids are no brand's.
    const [policy] = await database.owner<Ids>(
      'select id as "policyId", gen_random_uuid() as "canaryId" from pool_policy where in_force',
    );
    // Creators are everybody's: the id of one is not foreign.
    const foreign = await idsOf(database, wen.workspaceId);
    delete foreign['creatorId'];
    const ours = { ...(await idsOf(database, lin.workspaceId)), ...policy };
    return new BadRequestStage(
      database,
      await startServer(database),
      lin,
      await browserOf(db, lin),
      await browserOf(db, await aMember(db, platform, 'operator')),
      await browserOf(db, await aMember(db, await aWorkspace(db, 'agency'), 'owner')),
      application,
      ours,
      foreign,
      await tokensFor(database, application.keyId, ours['noteId'] ?? ''),
    );
  }

  async close(): Promise<void> {
    await this.server.close();
    await this.database.close();
  }

  /** Good bodies with every optional field filled in, so that each place gets spoilt once. */
  goodBodies(id: OperationId): unknown[] {
    const example = (bodyExamples as Record<string, object>)[id] ?? {};
    const { noteId, creatorId, voucherId } = this.ours;
    const boost = {
      noteId,
      startsAt: '2036-01-01T00:00:00Z',
      voucherIds: [voucherId],
      audience: { genders: ['female'], ageBands: ['25-34'], cityTiers: ['tier1'], interests: ['food'] },
    };
    const full: Partial<Record<OperationId, unknown[]>> = {
      publishNote: [
        { ...example, creatorId, peerGroup: 'spring' },
        {
          ...example,
          creatorId: undefined,
          creator: { redId: '9000000001', name: 'Headline desk', followers: 10 },
        },
      ],
      previewBoost: [{ ...example, ...boost }],
      launchBoost: [{ ...example, ...boost }],
      askOneMoreVoucher: [{ ...example, noteId, voucherId, assumed: ['search-back'] }],
      writePolicy: [{ ...example, basedOnId: this.ours['policyId'] }],
      feed: [example, { placement: 'search', query: '春茶', reader: { id: 'reader-1' }, size: 5 }],
      engagements: [{ events: [{ id: randomUUID(), token: this.tokens.good, kind: 'dwell', value: 12 }] }],
    };
    return full[id] ?? [example];
  }

  addressOf({ path }: Operation): string {
    return path.replace(/{(\w+)}/g, (_, name: string) => this.ours[name] ?? '');
  }

  /** A request that is right in everything but what is said about it. */
  ask(operation: Operation, bad: Partial<InjectOptions> & { what: string }): BadRequest {
    const { refusals } = operation;
    const people = refusals.includes('platform-only')
      ? this.operator
      : refusals.includes('agency-only')
        ? this.agent
        : this.browser;
    const who = 'scope' in operation.access ? { authorization: this.application.authorization } : people;
    return {
      method: operation.method.toUpperCase() as 'GET',
      url: this.addressOf(operation),
      ...bad,
      headers: { ...(operation.body ? { 'content-type': 'application/json' } : {}), ...(bad.headers ?? who) },
    };
  }

  /** Sends them all and says what is wrong with the answers. Fails when there is nothing to send. */
  async faults(operation: Operation | null, requests: BadRequest[]): Promise<string[]> {
    if (requests.length === 0) return ['there was nothing to try'];
    const found: string[] = [];
    for (const { what, ...request } of requests) {
      const fault = faultOf(operation, await this.server.inject(request));
      if (fault)
        found.push(`${request.method} ${String(request.url).slice(0, 100)} ${what.slice(0, 100)} ${fault}`);
    }
    return found;
  }
}

/** What is wrong with a refusal, or null: it has to be a 4xx problem document with a code that the contract names. */
export function faultOf(operation: Operation | null, answer: Response): string | null {
  const { statusCode, headers, body } = answer;
  // A batch is refused event by event, and the answer says so with 200.
  if ((operation === operations.engagements || operation === operations.productEvents) && statusCode === 200)
    return answer.json<{ accepted: number }>().accepted === 0 ? null : 'was counted';
  if (statusCode < 400 || statusCode > 499) return `answered ${statusCode} ${body.slice(0, 200)}`;
  if (!String(headers['content-type']).startsWith('application/problem+json'))
    return `answered as ${String(headers['content-type'])}`;
  const problem = Problem.safeParse(JSON.parse(body));
  if (!problem.success) return `is no problem document: ${body.slice(0, 200)}`;
  if (problem.data.status !== statusCode) return `says ${problem.data.status} and answered ${statusCode}`;
  if (operation && !codesOf(operation).includes(problem.data.code))
    return `has the code ${problem.data.code}, which the contract does not name`;
  return null;
}

async function idsOf(database: TestDatabase, workspaceId: string): Promise<Ids> {
  const [row] = await database.owner<Ids>(
    `select (select id from note where workspace_id = $1 limit 1) as "noteId",
            (select creator_id from note where workspace_id = $1 limit 1) as "creatorId",
            (select id from boost where workspace_id = $1 limit 1) as "boostId",
            (select id from race where workspace_id = $1 limit 1) as "raceId",
            (select id from approval_request where workspace_id = $1 limit 1) as "approvalId",
            (select id from automation_rule where workspace_id = $1 limit 1) as "ruleId",
            (select id from top_up where workspace_id = $1 limit 1) as "topUpId",
            (select id from voucher where workspace_id = $1 limit 1) as "voucherId",
            (select id from creator_list where workspace_id = $1 limit 1) as "listId",
            (select id from brief_template where workspace_id = $1 limit 1) as "briefTemplateId",
            (select id from saved_creator_search where workspace_id = $1 limit 1) as "searchId",
            (select id from brief where workspace_id = $1 limit 1) as "briefId",
            (select id from portfolio where workspace_id = $1 limit 1) as "portfolioId",
            (select id from import_file where workspace_id = $1 limit 1) as "importId",
            (select id from import_template where workspace_id = $1 limit 1) as "templateId",
            (select id from observed_note where workspace_id = $1 limit 1) as "observedNoteId",
            (select id from observed_creator where workspace_id = $1 limit 1) as "observedCreatorId",
            (select id from report where workspace_id = $1 order by created_at, id limit 1) as "reportId",
            (select id from cooperation_order where workspace_id = $1 limit 1) as "orderId",
            (select id from media where workspace_id = $1 limit 1) as "mediaId",
            (select id from note_draft where workspace_id = $1 limit 1) as "noteDraftId",
            (select id from campaign where workspace_id = $1 limit 1) as "campaignId",
            (select id from budget_plan where workspace_id = $1 limit 1) as "budgetPlanId",
            (select id from report_edition where report_id = (select id from report where workspace_id = $1 order by created_at, id limit 1)) as "editionId",
            (select id from benchmark_override where workspace_id = $1 limit 1) as "benchmarkId",
            (select id from simulation_run where workspace_id = $1 and kind = 'replay' limit 1) as "simulationId",
            (select id from simulation_run where workspace_id = $1 and kind = 'one-more-voucher' limit 1) as "oneMoreId",
            -- nothing is held or replayed here: an id in the right form is all that a bad request needs
            gen_random_uuid() as "quarantineId",
            gen_random_uuid() as "policyReplayId",
            -- the platform judges the orders of everybody, so that no id of a brand's is foreign to it
            gen_random_uuid() as "judgedOrderId",
            gen_random_uuid() as "grantedVoucherId",
            gen_random_uuid() as "topicId",
            gen_random_uuid() as "deskClaimId",
            gen_random_uuid() as "appealId",
            -- who is no creator's desk has no board
            gen_random_uuid() as "boardRecruitmentId",
            gen_random_uuid() as "rewardPlanId",
            -- who is not of the platform has no reward desk
            gen_random_uuid() as "deskPlanId",
            gen_random_uuid() as "rewardClaimId",
            gen_random_uuid() as "deskApplicationId",
            (select id from professional_application where workspace_id = $1 limit 1) as "professionalApplicationId",
            (select id from desk_claim where workspace_id = $1 limit 1) as "claimId",
            (select id from recruitment where workspace_id = $1 order by created_at, id limit 1) as "recruitmentId",
            (select id from recruitment_application where recruitment_id =
               (select id from recruitment where workspace_id = $1 order by created_at, id limit 1)) as "applicationId",
            (select id from creator_contact where workspace_id = $1 limit 1) as "contactId",
            (select id from creator_cooperation where workspace_id = $1 limit 1) as "cooperationId",
            (select id from proposal where workspace_id = $1 limit 1) as "proposalId",
            (select id from proposal_link where workspace_id = $1 limit 1) as "linkId",
            gen_random_uuid() as "clientId",
            (select person_id from member where workspace_id = $1 order by role limit 1) as "personId",
            (select id from invitation where workspace_id = $1 limit 1) as "invitationId",
            (select id from api_key where workspace_id = $1 and secret_hash = '\\x00' limit 1) as "keyId"`,
    [workspaceId],
  );
  return row ?? {};
}

async function tokensFor(database: TestDatabase, keyId: string, noteId: string) {
  const [row] = await database.owner<{ token_secret: Buffer }>('select token_secret from installation');
  const tokens = new ImpressionTokens(row?.token_secret ?? Buffer.alloc(0));
  const now = Math.floor(Date.now() / 1000);
  const slot = {
    pageId: 1,
    position: 1,
    rail: 1,
    level: 0,
    placement: 0,
    reader: 0,
    ...unknownPlace,
    noteId,
    boostId: null,
    search: null,
  };
  return {
    good: tokens.sign({ ...slot, expiresAt: now + 600 }, applicationTag(keyId)),
    expired: tokens.sign({ ...slot, expiresAt: now - 1 }, applicationTag(keyId)),
    foreign: tokens.sign({ ...slot, expiresAt: now + 600 }, applicationTag(randomUUID())),
  };
}
