import { bodyExamples, can, type Operation, type OperationId, operations } from '@poolrise/contracts';
import { aCaller, aClient, aLink, anAgency, anItem, aProposal, type Caller } from '../../test/agencies';
import { aCreator } from '../../test/creators';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { everyTenantRow } from '../../test/every-tenant-row';
import { startServer, type TestServer } from '../../test/server';

const all = Object.entries(operations) as [OperationId, Operation][];
const ofPeople = all.filter(([, { access }]) => 'ability' in access);
const secret = '只给咖啡客户的方案';

/** One agency, two clients, and somebody who was let into one of the two rooms alone. */
describe('the walls between the clients of an agency', () => {
  let database: TestDatabase;
  let server: TestServer;
  let zhou: Caller;
  let mei: Caller;
  let viewer: Caller;
  let coffee: string;
  let ids: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
    zhou = await anAgency(database.db);
    coffee = await aClient(server, zhou, '咖啡客户');
    const tea = await aClient(server, zhou, '茶客户');
    mei = await aCaller(database.db, zhou.workspaceId, 'marketer');
    await server.inject({
      method: 'POST',
      url: `/api/v1/clients/${tea}/members`,
      headers: zhou.headers,
      payload: { personId: mei.id, role: 'owner' },
    });
    mei = { ...mei, headers: mei.in(tea) };
    viewer = await aCaller(database.db, tea, 'client_viewer');

    await everyTenantRow(database, coffee);
    const creatorId = await aCreator(database.db, { name: '小满' });
    const proposal = await aProposal(server, zhou.in(coffee), [anItem(creatorId, { note: secret })], secret);
    const link = await aLink(server, zhou.in(coffee), proposal.id);
    const [found] = await database.owner<Record<string, string>>(
      `select (select id from note where workspace_id = $1) as "noteId", (select id from boost where workspace_id = $1) as "boostId",
         (select id from top_up where workspace_id = $1) as "topUpId",
         (select id from voucher where workspace_id = $1) as "voucherId",
         (select id from simulation_run where workspace_id = $1 and kind = 'replay') as "simulationId",
         (select id from simulation_run where workspace_id = $1 and kind = 'one-more-voucher') as "oneMoreId",
         (select id from creator_list where workspace_id = $1 limit 1) as "listId",
         (select id from brief_template where workspace_id = $1 limit 1) as "briefTemplateId",
         (select id from voucher where workspace_id = $1 limit 1) as "grantedVoucherId",
         (select id from saved_creator_search where workspace_id = $1 limit 1) as "searchId",
         (select id from brief where workspace_id = $1 limit 1) as "briefId",
         (select id from budget_plan where workspace_id = $1 limit 1) as "budgetPlanId",
         (select id from portfolio where workspace_id = $1 limit 1) as "portfolioId",
         (select id from import_file where workspace_id = $1) as "importId",
         (select id from import_template where workspace_id = $1) as "templateId",
         (select id from observed_note where workspace_id = $1) as "observedNoteId",
         (select id from observed_creator where workspace_id = $1 limit 1) as "observedCreatorId",
         (select id from report where workspace_id = $1) as "reportId",
         (select id from cooperation_order where workspace_id = $1) as "orderId",
         (select id from media where workspace_id = $1) as "mediaId",
         (select id from note_draft where workspace_id = $1) as "noteDraftId",
         (select id from race where workspace_id = $1) as "raceId",
         (select id from approval_request where workspace_id = $1) as "approvalId",
         (select id from automation_rule where workspace_id = $1) as "ruleId",
         (select id from campaign where workspace_id = $1) as "campaignId",
         (select id from desk_claim where workspace_id = $1) as "claimId",
         (select id from professional_application where workspace_id = $1) as "professionalApplicationId",
         (select id from recruitment where workspace_id = $1) as "recruitmentId",
         (select id from recruitment_application where workspace_id = $1) as "applicationId",
         (select id from report_edition where workspace_id = $1) as "editionId",
         (select id from benchmark_override where workspace_id = $1) as "benchmarkId",
         (select id from invitation where workspace_id = $1) as "invitationId",
         (select id from api_key where workspace_id = $1) as "keyId",
         (select id from creator_contact where workspace_id = $1) as "contactId",
         (select id from creator_cooperation where workspace_id = $1) as "cooperationId", gen_random_uuid() as other`,
      [coffee],
    );
    const { other = '', ...rows } = found ?? {};
    ids = {
      ...rows,
      proposalId: proposal.id,
      linkId: link.id,
      clientId: coffee,
      personId: (await aCaller(database.db, coffee, 'client_viewer')).id,
      // Of no workspace at all; the others' ids say nothing here.
      quarantineId: other,
      topicId: other,
      policyReplayId: other,
      judgedOrderId: other,
      deskClaimId: other,
      appealId: other,
      boardRecruitmentId: other,
      rewardPlanId: other,
      deskPlanId: other,
      rewardClaimId: other,
      deskApplicationId: other,
      policyId: other,
      canaryId: other,
      creatorId,
    };
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  const addressOf = ({ path }: Operation) => path.replace(/{(\w+)}/g, (_, name: string) => ids[name] ?? name);
  const send = (id: OperationId, operation: Operation, headers: Record<string, string>) => {
    const example = (bodyExamples as Record<string, object>)[id];
    const needed: Partial<Record<OperationId, string>> = {
      search: `?q=${encodeURIComponent(ids['proposalId'] ?? '')}`,
      deleteCreatorList: '?confirmCreators=1',
      agencyStatement: '?month=2026-03',
      sentStatement: '?month=2026-03',
    };
    const query = needed[id] ?? '';
    return server.inject({
      method: operation.method.toUpperCase() as 'GET',
      url: addressOf(operation) + query,
      headers,
      ...(operation.body && example ? { payload: example } : {}),
    });
  };
  /** The directory is the same for everybody. */
  const isPublic = (path: string) => path.includes('{creatorId}');

  it.each(ofPeople.filter(([, { path }]) => path.includes('{') && !isPublic(path)))(
    'hold: %s finds nothing under the ids of another client',
    async (id, operation) => {
      const before = await database.owner('select count(*) from audit_event where workspace_id = $1', [
        coffee,
      ]);
      const answer = await send(id, operation, mei.headers);
      // Not found, or none of her business in the first place.
      expect([id, answer.statusCode]).toEqual([id, answer.statusCode === 403 ? 403 : 404]);
      expect(answer.body).not.toContain(secret);
      if (answer.statusCode === 403)
        expect(['agency-only', 'platform-only']).toContain(answer.json<{ code: string }>().code);
      expect(
        await database.owner('select count(*) from audit_event where workspace_id = $1', [coffee]),
      ).toEqual(before);
    },
  );

  it.each(
    ofPeople.filter(([id, { path, method }]) => !path.includes('{') && method === 'get' && id !== 'live'),
  )('hold: %s shows nothing of another client', async (id, operation) => {
    const answer = await send(id, operation, mei.headers);
    expect(answer.statusCode).toBeLessThan(500);
    for (const hidden of [secret, ids['proposalId'], ids['linkId'], ids['noteId'], ids['boostId']])
      if (id !== 'search') expect(answer.body).not.toContain(hidden);
    if (id === 'search') expect(answer.json()).toEqual({ hits: [] });
  });

  it('hold for an owner of the agency who speaks from the agency, in everything but names', async () => {
    for (const [id, operation] of ofPeople.filter(([, { path }]) => /proposal|note|boost/i.test(path))) {
      if (isPublic(operation.path) || !operation.path.includes('{')) continue;
      const answer = await send(id, operation, zhou.headers);
      expect([id, [403, 404]]).toEqual([id, expect.arrayContaining([answer.statusCode])]);
      expect(answer.body).not.toContain(secret);
    }
  });

  it.each(ofPeople)(
    'hold: a client’s viewer gets no further than what is shared (%s)',
    async (id, operation) => {
      const ability = 'ability' in operation.access ? operation.access.ability : undefined;
      if (id === 'live' || !ability) return;
      const allowed = can('client_viewer', ability, 'client');
      expect([id, allowed]).toEqual([id, /^(shared(Proposal|Report)|(take)?[sS]entStatement)/.test(id)]);
      const answer = await send(id, operation, viewer.headers);
      if (allowed) expect([200, 404]).toContain(answer.statusCode);
      else expect(answer.json()).toMatchObject({ status: 403, code: 'role-too-low' });
      expect(answer.body).not.toContain(secret);
    },
  );
});
