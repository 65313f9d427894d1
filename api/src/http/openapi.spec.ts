import { type Operation, operations } from '@poolrise/contracts';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { startServer, type TestServer } from '../../test/server';
import { codesOf } from './operation-codes';

type Json = Record<string, unknown>;

/** Every value under `key`, however deep. */
function under(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => under(item, key));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, child]) => [
    ...(name === key ? [child] : []),
    ...under(child, key),
  ]);
}

const at = (document: Json, pointer: string): unknown =>
  pointer
    .slice(2)
    .split('/')
    .reduce<unknown>((value, name) => (value as Json | undefined)?.[name], document);

/** Strings in a schema that could be of any length. */
function boundless(schema: unknown, trail: string): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { type, maxLength, format, enum: words, const: word } = schema as Json;
  const open = type === 'string' && maxLength === undefined && !format && !words && word === undefined;
  return [
    ...(open ? [trail] : []),
    ...Object.entries(schema).flatMap(([name, child]) => boundless(child, `${trail}/${name}`)),
  ];
}

describe('the OpenAPI document', () => {
  let database: TestDatabase;
  let server: TestServer;
  let document: Json & {
    paths: Record<string, Record<string, Json>>;
    components: { schemas: Record<string, Json> };
  };
  const all = Object.entries(operations) as [string, Operation][];
  const described = (operation: Operation): Json => document.paths[operation.path]?.[operation.method] ?? {};

  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
    document = (await server.inject({ url: '/api/openapi.json' })).json();
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  it('is OpenAPI 3.1 and refers to nothing that is not there', () => {
    expect(document['openapi']).toBe('3.1.0');
    const references = [...new Set(under(document, '$ref') as string[])];
    expect(references.length).toBeGreaterThan(20);
    expect(
      references.filter((pointer) => !pointer.startsWith('#/') || at(document, pointer) === undefined),
    ).toEqual([]);
  });

  it('describes every operation of the contract, with the codes it may refuse with', () => {
    for (const [id, operation] of all) {
      const codes = (under(described(operation)['responses'], 'code') as Json[]).flatMap(
        ({ enum: words }) => words ?? [],
      );
      expect([id, described(operation)['operationId'], codes.sort()]).toEqual([
        id,
        id,
        codesOf(operation).sort(),
      ]);
    }
  });

  it('has a route for every operation and an operation for every route', () => {
    const described = all.map(
      ([, { method, path }]) => `${method.toUpperCase()} ${path.replace(/{(\w+)}/g, ':$1')}`,
    );
    const tree = server.app.getHttpAdapter().getInstance().printRoutes({ commonPrefix: false });
    // Fastify answers HEAD wherever it answers GET.
    const served = routesOf(tree).filter((route) => / \/api\/v1\//.test(route) && !route.startsWith('HEAD '));
    expect(served.sort()).toEqual(described.sort());
  });

  it('names a length for every string that it takes', () => {
    const asked = all.flatMap(([id, operation]) => {
      const { parameters, requestBody } = described(operation);
      const schemas = [
        ...(under(parameters, 'schema') as Json[]),
        ...(under(requestBody, 'schema') as Json[]),
      ];
      return schemas.flatMap((schema) => {
        const name = typeof schema['$ref'] === 'string' ? schema['$ref'] : undefined;
        return boundless(name ? at(document, name) : schema, `${id}${name ?? ''}`);
      });
    });
    expect(asked).toEqual([]);
  });

  it('shows examples that the contract itself accepts', () => {
    for (const [id, operation] of all) {
      const [example] = under(described(operation)['requestBody'], 'example');
      if (operation.body) expect([id, operation.body.safeParse(example).error]).toEqual([id, undefined]);
    }
  });

  it('says how to prove who one is', () => {
    const security = (operation: Operation) => described(operation)['security'];
    expect(security(operations.session)).toEqual([]);
    expect(security(operations.feed)).toEqual([{ key: ['feed:read'] }]);
    expect(security(operations.publishNote)).toEqual([{ session: [] }, { key: ['notes:write'] }]);
  });
});

describe('the pages around the api', () => {
  let database: TestDatabase;
  let server: TestServer;
  beforeAll(async () => {
    database = await freshDatabase();
    server = await startServer(database);
  });
  afterAll(async () => {
    await server.close();
    await database.close();
  });

  it('can be read without asking any other server and without a script in the page', async () => {
    const page = await server.inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.headers['content-security-policy']).toContain("default-src 'self'");
    expect(page.body).not.toMatch(/<script(?![^>]*\bsrc=)|\son\w+=|(src|href)=["']?(https?:)?\/\//i);
    const files = [...page.body.matchAll(/(?:src|href)=["']([^"']+)["']/g)].map(([, file]) => file ?? '');
    const local = files.filter((file) => !file.startsWith('#'));
    expect(local.length).toBeGreaterThan(3);
    for (const file of local) {
      const answer = await server.inject({ url: new URL(file, 'http://poolrise.test/api/docs').pathname });
      expect([file, answer.statusCode]).toEqual([file, 200]);
    }
  });

  it('explain every code where the problem document points', async () => {
    const problem = await server.inject({ url: '/api/v1/members' });
    const { type, title, remedy } = problem.json<{ type: string; title: string; remedy: string }>();
    const page = await server.inject({ url: type });
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(page.body).toContain(title);
    expect(page.body).toContain(remedy.split('"')[0]);
    expect((await server.inject({ url: '/api/problems/no-such-code' })).statusCode).toBe(404);
  });
});

/** Fastify's tree of routes as 'GET /path' lines. */
function routesOf(tree: string): string[] {
  const trail: string[] = [];
  return tree.split('\n').flatMap((line) => {
    const match = /^((?:[│ ] {3})*)[├└]── (\S*)(?: \(([^)]*)\))?/.exec(line);
    if (!match) return [];
    const depth = (match[1] ?? '').length / 4;
    trail.splice(depth, Infinity, match[2] ?? '');
    return (match[3] ?? '')
      .split(', ')
      .filter(Boolean)
      .map((verb) => `${verb} ${trail.join('')}`);
  });
}
