import { bodyExamples, can, type Operation, type OperationId, operations, roles } from '@poolrise/contracts';
import { randomUUID } from 'node:crypto';
import { badAddresses, badCursors, badIds, badQueries } from '../../test/bad-addresses';
import { type BadRequest, BadRequestStage, everyScope, faultOf } from '../../test/bad-request-stage';
import { badBodies, otherContentTypes, rawBodies, unaskedBodies } from '../../test/bad-values';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { fingerprintOf } from '../../test/fingerprint';
import { aBrand, aMember, anApplication, browserOf } from '../../test/people';
import { mayBePerson } from './operation-codes';
import { verbsAt } from './verbs-at';

const all = Object.entries(operations) as [OperationId, Operation][];
const withBody = all.filter(([, { body }]) => body);
const withoutBody = all.filter(([, { body }]) => !body);
const commandsWithoutBody = withoutBody.filter(([, { method }]) => method !== 'get');
const withId = all.filter(([, { path }]) => path.includes('{'));
const withQuery = all.filter(([, { query }]) => query);
const withoutQuery = all.filter(([, { query }]) => !query);
const lists = withQuery.filter(([, { query }]) => query && 'cursor' in query.shape);
const guarded = all.filter(([, { access }]) => !('open' in access));

/** Every operation of the contract against everything that may be wrong with a request; nothing may change by it. */
describe('bad input', () => {
  let database: TestDatabase;
  let stage: BadRequestStage;
  let before: Record<string, string>;

  beforeAll(async () => {
    database = await freshDatabase();
    stage = await BadRequestStage.on(database);
  });
  afterAll(() => stage.close());
  beforeEach(async () => (before = await fingerprintOf(database)));
  afterEach(async () => expect(await fingerprintOf(database)).toEqual(before));

  const goodPayload = (id: OperationId, { body }: Operation) =>
    body ? { payload: JSON.stringify(stage.goodBodies(id)[0]) } : {};

  describe('in the body', () => {
    it.each(withBody)('of %s is refused when one place in it is spoilt', async (id, operation) => {
      const accepts = (body: unknown) => operation.body?.safeParse(body).success ?? true;
      const requests = stage.goodBodies(id).flatMap((good) => {
        expect([id, accepts(good)]).toEqual([id, true]);
        const bad = badBodies(good, accepts);
        return bad.map(({ what, body }) => stage.ask(operation, { what, payload: JSON.stringify(body) }));
      });
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(withBody)('of %s is refused when it is not JSON in UTF-8', async (id, operation) => {
      const bodies = stage.goodBodies(id).flatMap(rawBodies);
      const requests = bodies.map(({ what, body }) => stage.ask(operation, { what, payload: body }));
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(withBody)('of %s is refused under another content type', async (id, operation) => {
      const good = stage.ask(operation, { what: '', ...goodPayload(id, operation) });
      const requests = otherContentTypes.map((type) => ({
        ...good,
        what: type,
        headers: { ...good.headers, 'content-type': type },
      }));
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(withoutBody)('of %s is refused when nobody asked for one', async (_, operation) => {
      const json = { ...stage.ask(operation, { what: '' }).headers, 'content-type': 'application/json' };
      const requests = unaskedBodies.map(({ what, body }) =>
        stage.ask(operation, { what, payload: body, headers: json }),
      );
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(commandsWithoutBody)('of %s is refused when it is no JSON at all', async (_, operation) => {
      const { headers } = stage.ask(operation, { what: '' });
      const ofType = (type: string) => ({ ...headers, 'content-type': type });
      const requests = [
        ...rawBodies({ name: 'Lin' }).map(({ what, body }) =>
          stage.ask(operation, { what, payload: body, headers: ofType('application/json') }),
        ),
        ...otherContentTypes.map((type) =>
          stage.ask(operation, { what: type, payload: '{"a":1}', headers: ofType(type) }),
        ),
      ];
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it('may be an empty object where none is asked for, as some clients send it', async () => {
      const { method, path } = operations.noticesSeen;
      const request = { method: method.toUpperCase() as 'POST', url: path, payload: {} };
      const headers = await browserOf(database.db, await aBrand(database.db));
      expect((await stage.server.inject({ ...request, headers })).statusCode).toBe(204);
      before = await fingerprintOf(database);
    });

    it.each(['previewBoost', 'launchBoost', 'publishNote'] as const)(
      'of %s is refused when it names what is not ours or nowhere',
      async (id) => {
        const [good] = stage.goodBodies(id) as [object];
        const { noteId, voucherId } = stage.foreign;
        const elsewhere =
          id === 'publishNote'
            ? [{ creatorId: randomUUID() }]
            : [
                { noteId },
                { noteId: randomUUID() },
                { voucherIds: [voucherId] },
                { voucherIds: [randomUUID()] },
              ];
        const requests = elsewhere.map((names) =>
          stage.ask(operations[id], {
            what: JSON.stringify(names),
            payload: JSON.stringify({ ...good, ...names }),
          }),
        );
        expect(await stage.faults(operations[id], requests)).toEqual([]);
      },
    );

    it('with a token that is forged, expired or another application’s counts for nothing', async () => {
      const { good, expired, foreign } = stage.tokens;
      const forged = good.slice(0, -4) + (good.endsWith('AAAA') ? 'BBBB' : 'AAAA');
      const events = [forged, expired, foreign].map((token) => ({
        id: randomUUID(),
        token,
        kind: 'impression',
      }));
      const request = stage.ask(operations.engagements, {
        what: 'tokens',
        payload: JSON.stringify({ events }),
      });
      expect((await stage.server.inject(request)).json()).toMatchObject({
        accepted: 0,
        refused: [{ reason: 'token-forged' }, { reason: 'token-expired' }, { reason: 'token-foreign' }],
      });
    });
  });

  describe('in the address', () => {
    it.each(withId)(
      'of %s is refused for ids of nothing, of others, and of no form',
      async (id, operation) => {
        // The directory is public: another brand's creator is found by everybody.
        const { creatorId, ...foreign } = stage.foreign;
        // The platform judges the orders and claims of everybody and takes back any voucher: to its people none is foreign.
        const judgedAs = {
          ...{ judgedOrderId: 'orderId', deskClaimId: 'claimId', grantedVoucherId: 'voucherId' },
          deskApplicationId: 'professionalApplicationId',
        };
        const [, name] =
          Object.entries(judgedAs).find(([param]) => operation.path.includes(`{${param}}`)) ?? [];
        const judged = name && foreign[name];
        const ids = [...badIds, ...Object.values(foreign)].filter(
          (bad) => bad !== creatorId && bad !== judged,
        );
        const requests = ids.map((bad) =>
          stage.ask(operation, {
            what: 'id',
            url: operation.path.replace(/{\w+}/g, bad),
            ...goodPayload(id, operation),
          }),
        );
        expect(await stage.faults(operation, requests)).toEqual([]);
      },
    );

    it.each(withQuery)(
      'of %s is refused for a query that the contract does not know',
      async (_, operation) => {
        const query = operation.query as NonNullable<Operation['query']>;
        const needsText = !query.safeParse({}).success;
        const accepts = (asked: object) =>
          query.safeParse({ ...(needsText ? { q: 'tea' } : {}), ...asked }).success;
        const requests = badQueries(query, accepts).map((text) => {
          const whole = needsText && !text.startsWith('q=') ? `q=tea&${text}` : text;
          return stage.ask(operation, { what: 'query', url: `${stage.addressOf(operation)}?${whole}` });
        });
        expect(await stage.faults(operation, requests)).toEqual([]);
      },
    );

    it.each(withoutQuery)('of %s is refused for any query, since it takes none', async (id, operation) => {
      const requests = ['surprise=1', 'limit=1', 'cursor=x', 'a[b]=1', '__proto__=1', '%=1'].map((text) =>
        stage.ask(operation, {
          what: 'query',
          url: `${stage.addressOf(operation)}?${text}`,
          ...goodPayload(id, operation),
        }),
      );
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(lists)('of %s is refused for a cursor of another list', async (id, operation) => {
      const others: string[] = [];
      for (const [other, list] of lists) {
        if (other === id) continue;
        const request = stage.ask(list, { what: '', url: `${stage.addressOf(list)}?limit=1` });
        const { nextCursor } = (await stage.server.inject(request)).json<{ nextCursor: string | null }>();
        if (nextCursor !== null) others.push(nextCursor);
      }
      expect(others.length).toBeGreaterThan(4);
      const requests = [...badCursors, ...others].map((cursor) =>
        stage.ask(operation, {
          what: Buffer.from(cursor, 'base64url').toString(),
          url: `${stage.addressOf(operation)}?cursor=${cursor}`,
        }),
      );
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(all)('of %s is refused for a verb it does not know', async (_, operation) => {
      const url = stage.addressOf(operation);
      const known = verbsAt(url);
      for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const) {
        if (known.includes(method)) continue;
        const answer = await stage.server.inject({ method, url, headers: stage.browser });
        expect([method, answer.headers['allow'], faultOf(null, answer)]).toEqual([
          method,
          known.join(', '),
          null,
        ]);
        expect(answer.json()).toMatchObject({ code: 'method-not-allowed' });
      }
    });

    it('is refused when it is no address at all', async () => {
      const requests = badAddresses.map((url) => ({
        what: '',
        method: 'GET' as const,
        url,
        headers: stage.browser,
      }));
      expect(await stage.faults(null, requests)).toEqual([]);
    });
  });

  describe('about who is asking', () => {
    it.each(guarded)('is refused by %s', async (id, operation) => {
      const { db } = database;
      const { access, method } = operation;
      const { browser, application, lin } = stage;
      const stranger = await aBrand(db);
      const gone = await browserOf(db, stranger);
      await database.owner('delete from session where person_id = $1', [stranger.id]);
      const late = { expiresAt: new Date(Date.now() - 1) };
      const otherScopes = everyScope.filter((scope) => !('scope' in access) || scope !== access.scope);
      const callers: [string, Record<string, string>][] = [
        ['nobody', { 'x-requested-with': 'poolrise' }],
        ['a made-up session', { ...browser, cookie: `poolrise_session=${'A'.repeat(43)}` }],
        ['a session of no form', { ...browser, cookie: `poolrise_session=%00'--` }],
        ['a session that has ended', { ...gone, 'x-workspace': lin.workspaceId }],
        [
          'an expired key',
          { authorization: (await anApplication(db, lin.workspaceId, everyScope, late)).authorization },
        ],
        [
          'a key of other scopes',
          { authorization: (await anApplication(db, lin.workspaceId, otherScopes)).authorization },
        ],
        ['a forged key', { authorization: application.authorization.replace(/\w{12}$/, '0'.repeat(12)) }],
        ['a key of no form', { authorization: 'Bearer x' }],
        ['a password', { authorization: 'Basic bGluOmxpbg==' }],
        ['half a header', { authorization: 'Bearer' }],
      ];
      if ('ability' in access) {
        callers.push(['a workspace that is not hers', { ...browser, 'x-workspace': stranger.workspaceId }]);
        callers.push(['a workspace of no form', { ...browser, 'x-workspace': `${lin.workspaceId}'--` }]);
        for (const role of roles.filter((each) => !can(each, access.ability)))
          callers.push([`a ${role}`, await browserOf(db, await aMember(db, lin.workspaceId, role))]);
      }
      if (method !== 'get' && mayBePerson(access))
        callers.push(['another site', { ...browser, 'x-requested-with': '' }]);

      before = await fingerprintOf(database);
      const requests = callers.map(([what, headers]): BadRequest =>
        stage.ask(operation, { what, headers, ...goodPayload(id, operation) }),
      );
      expect(await stage.faults(operation, requests)).toEqual([]);
    });

    it.each(['signIn', 'firstRun'] as const)('is refused by %s when another site sends it', async (id) => {
      const payload = JSON.stringify(bodyExamples[id]);
      const sites = [{}, { 'x-requested-with': 'poolrise', origin: 'https://elsewhere.test' }];
      const requests = sites.map((headers) => stage.ask(operations[id], { what: 'site', payload, headers }));
      expect(await stage.faults(operations[id], requests)).toEqual([]);
    });
  });
});
