import type { OpenAPIObject } from '@nestjs/swagger';
import {
  bodyExamples,
  type Operation,
  type OperationId,
  operations,
  Problem,
  type ProblemCode,
} from '@poolrise/contracts';
import { z } from 'zod';
import { codesOf, mayBePerson } from './operation-codes';
import { problemCatalogue } from './problem-catalogue';

type Json = Record<string, unknown>;

const description = `Notes, traffic pools, boosts and the ledger behind them.

People sign in and get a cookie; applications send an API key. Every refusal is a problem document (RFC 9457) with a
stable \`code\`, the field it is about and a way out. Money is integer cents (fen), times are UTC. Lists come in pages:
send \`nextCursor\` back as \`cursor\` until it is null.`;

/** The OpenAPI 3.1 document, made from the contract alone: there is no second description to keep in step. */
export function openApiDocument(): OpenAPIObject {
  const components = new Components();
  const paths: Record<string, Json> = {};
  for (const [id, operation] of Object.entries(operations) as [OperationId, Operation][])
    paths[operation.path] = {
      ...paths[operation.path],
      [operation.method]: describe(id, operation, components),
    };
  const document: Json = {
    openapi: '3.1.0',
    info: { title: 'Poolrise', version: '1.0', description, license: { name: 'MIT', identifier: 'MIT' } },
    servers: [{ url: '/' }],
    tags: [...new Set(Object.values(operations).map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: components.schemas,
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'poolrise_session',
          description:
            'Set by POST /api/v1/session; called __Host-poolrise_session where cookies are secure.',
        },
        key: { type: 'http', scheme: 'bearer', description: 'An API key (pr_live_…) with the scope named.' },
      },
    },
  };
  return document as unknown as OpenAPIObject;
}

function describe(id: OperationId, operation: Operation, components: Components): Json {
  const { tag, summary, body, bytes } = operation;
  return {
    operationId: id,
    tags: [tag],
    summary,
    security: securityOf(operation),
    parameters: parametersOf(operation, components),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: {
              'application/json': {
                schema: components.of(body, 'input'),
                example: (bodyExamples as Record<string, unknown>)[id],
              },
            },
          },
        }
      : {}),
    ...(bytes
      ? {
          requestBody: {
            required: true,
            content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
          },
        }
      : {}),
    responses: { ...answerOf(operation, components), ...problemsOf(operation, components) },
  };
}

function securityOf({ access }: Operation): Json[] {
  const ways: Json[] = [];
  if ('ability' in access || 'signedIn' in access) ways.push({ session: [] });
  if ('scope' in access) ways.push({ key: [access.scope] });
  return ways;
}

function parametersOf({ method, path, query, access }: Operation, components: Components): Json[] {
  const inPath = [...path.matchAll(/{(\w+)}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', format: 'uuid' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, field]) => ({
    name,
    in: 'query',
    required: !z.safeParse(field, undefined).success,
    schema: components.of(field, 'input'),
  }));
  const workspace = {
    name: 'x-workspace',
    in: 'header',
    required: false,
    description: 'Id of the workspace to speak for; may be left out by people with a single one.',
    schema: { type: 'string', format: 'uuid' },
  };
  const fromHere = {
    name: 'x-requested-with',
    in: 'header',
    // With an API key there is no cookie that another site could use.
    required: !('scope' in access),
    description: 'Proof that no other site sent this; not needed with an API key.',
    schema: { type: 'string', const: 'poolrise' },
  };
  return [
    ...inPath,
    ...inQuery,
    ...('ability' in access ? [workspace] : []),
    ...(method !== 'get' && mayBePerson(access) ? [fromHere] : []),
  ];
}

function answerOf({ answer, summary }: Operation, components: Components): Json {
  const content = answer.stream
    ? { 'text/event-stream': { schema: { type: 'string', description: 'event: <topic>, data: {}' } } }
    : answer.file
      ? Object.fromEntries(
          answer.file.map((type) => [type, { schema: { type: 'string', format: 'binary' } }]),
        )
      : answer.schema
        ? { 'application/json': { schema: components.of(answer.schema, 'output') } }
        : undefined;
  return {
    [answer.status]: {
      description: answer.status === 204 ? 'Done' : summary,
      ...(content ? { content } : {}),
    },
  };
}

/** One response a status; the codes it may carry are listed, each with an example. */
function problemsOf(operation: Operation, components: Components): Json {
  const all = codesOf(operation);
  const statuses = new Set(all.map((code) => problemCatalogue[code].status));
  return Object.fromEntries(
    [...statuses].map((status) => {
      const codes = all.filter((code) => problemCatalogue[code].status === status);
      const response = {
        description: codes.map((code) => problemCatalogue[code].title).join('; '),
        ...(status === 429 || status === 503 ? { headers: retryAfter } : {}),
        content: {
          'application/problem+json': {
            schema: {
              allOf: [components.of(Problem, 'output'), { properties: { code: { enum: codes } } }],
            },
            examples: Object.fromEntries(codes.map((code) => [code, { value: exampleOf(code) }])),
          },
        },
      };
      return [status, response];
    }),
  );
}

const retryAfter = {
  'Retry-After': { description: 'Seconds to wait.', schema: { type: 'integer', minimum: 1 } },
};

function exampleOf(code: ProblemCode): Problem {
  const { status, title, remedy } = problemCatalogue[code];
  return { type: `/api/problems/${code}`, title, status, code, detail: `${title}.`, remedy };
}

/** Schemas with a name stand once and are referred to. */
class Components {
  readonly schemas: Record<string, Json> = {};

  of(schema: z.core.$ZodType, io: 'input' | 'output'): Json {
    const { $defs, ...json } = z.toJSONSchema(schema, {
      io,
      override: ({ jsonSchema }) => {
        // The format says it, and the pattern of a date fills a screen.
        if (jsonSchema.format) delete jsonSchema.pattern;
        // That a number is exact in JSON is no limit worth telling, and would be shown as its example.
        if (io === 'output' && jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (io === 'output' && jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
        // We may add a field to an answer; a client that refuses unknown ones would break.
        if (io === 'output' && jsonSchema.additionalProperties === false)
          delete jsonSchema.additionalProperties;
      },
    });
    for (const [name, definition] of Object.entries($defs ?? {})) this.add(name, pointed(definition));
    // The document says once for all schemas which dialect they are in.
    return pointed({ ...json, $schema: undefined });
  }

  private add(name: string, definition: Json): void {
    const known = this.schemas[name];
    if (known && JSON.stringify(known) !== JSON.stringify(definition))
      throw new Error(
        `two schemas of the contract are called ${name}, or one is asked for and answered in two shapes`,
      );
    this.schemas[name] = definition;
  }
}

function pointed(json: object): Json {
  return JSON.parse(JSON.stringify(json).replaceAll('"#/$defs/', '"#/components/schemas/')) as Json;
}
