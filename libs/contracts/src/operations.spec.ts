import { abilities, can, keyScopes, roles, rolesIn, workspaceKinds } from './access';
import { bodyExamples } from './examples';
import { type Operation, type OperationId, operations } from './operations';
import { pageSizeMax } from './paging';
import { problemCodes } from './problem';

const all = Object.entries(operations) as [OperationId, Operation][];

describe('the operations', () => {
  it('have one address and verb each', () => {
    const addresses = all.map(([, { method, path }]) => `${method} ${path}`);
    expect(new Set(addresses).size).toBe(all.length);
  });

  it('live under the version, in plain words', () => {
    for (const [id, { path }] of all)
      expect([id, path]).toEqual([id, expect.stringMatching(/^\/api\/v1(\/[a-z-]+|\/{\w+Id})+$/)]);
  });

  it('change nothing when they are only asked', () => {
    expect(all.filter(([, { method, body }]) => method === 'get' && body)).toEqual([]);
  });

  it('take an example that is good, wherever they take a body', () => {
    for (const [id, { body }] of all) {
      const example = (bodyExamples as Record<string, unknown>)[id];
      expect([id, example !== undefined]).toEqual([id, body !== undefined]);
      if (body) expect([id, body.safeParse(example).error?.issues]).toEqual([id, undefined]);
    }
  });

  it('give every list in pages that are bounded', () => {
    const pages = all.filter(
      ([, { answer }]) =>
        answer.schema && 'shape' in answer.schema && 'nextCursor' in (answer.schema.shape as object),
    );
    expect(pages.length).toBeGreaterThan(6);
    for (const [id, { query, refusals }] of pages) {
      const { limit: usual } = query?.safeParse({}).data as { limit: number };
      expect([id, usual >= 12 && usual <= 50]).toEqual([id, true]);
      for (const limit of ['0', '-1', '1.5', 'all', String(pageSizeMax + 1)])
        expect([id, limit, query?.safeParse({ limit }).success]).toEqual([id, limit, false]);
      expect([id, refusals]).toEqual([id, expect.arrayContaining(['invalid-cursor'])]);
    }
  });

  it('refuse with codes that exist, each said once', () => {
    for (const [id, { refusals }] of all) {
      expect([id, refusals.filter((code) => !problemCodes.includes(code))]).toEqual([id, []]);
      expect([id, new Set(refusals).size]).toEqual([id, refusals.length]);
    }
  });
});

describe('who may do what', () => {
  it('opens everything to an owner', () => {
    const closed = Object.entries(abilities).filter(
      ([, allowed]) => !(allowed as readonly string[]).includes('owner'),
    );
    expect(closed).toEqual([]);
  });

  it('lets nobody who only looks on spend, write or manage', () => {
    const onlookers = ['analyst', 'client_viewer'] as const;
    for (const [ability, allowed] of Object.entries(abilities))
      if (!ability.startsWith('read:')) for (const role of onlookers) expect(allowed).not.toContain(role);
  });

  it('has no role and no scope that opens nothing', () => {
    const used = new Set(Object.values(abilities).flat());
    expect(roles.filter((role) => !used.has(role))).toEqual([]);
    const scopes = new Set(all.flatMap(([, { access }]) => ('scope' in access ? [access.scope] : [])));
    expect(keyScopes.filter((scope) => !scopes.has(scope))).toEqual([]);
  });

  it('gives every kind of workspace somebody who lets others in, and every role a place', () => {
    for (const kind of workspaceKinds)
      expect([kind, rolesIn(kind).filter((role) => can(role, 'manage:members'))]).toEqual([kind, ['owner']]);
    const placed = new Set(workspaceKinds.flatMap(rolesIn));
    expect(roles.filter((role) => !placed.has(role))).toEqual([]);
  });
});
