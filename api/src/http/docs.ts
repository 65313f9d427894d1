import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { problemCodes } from '@poolrise/contracts';
import { openApiDocument } from './openapi';
import { problemPage } from './problem-page';

/** The OpenAPI document, a page to read it and one page for every problem code; all from this server, for anybody. */
export function serveDocs(app: NestFastifyApplication): void {
  const fastify = app.getHttpAdapter().getInstance();
  // Made when first asked for: it takes some 50 ms, which a start need not wait for.
  let document: ReturnType<typeof openApiDocument> | undefined;
  const documentOnce = () => (document ??= openApiDocument());

  fastify.get('/api/openapi.json', (_request, reply) =>
    reply.type('application/json').header('cache-control', 'no-cache').send(documentOnce()),
  );
  for (const code of problemCodes) {
    const page = problemPage(code);
    fastify.get(`/api/problems/${code}`, (_request, reply) =>
      reply.type('text/html; charset=utf-8').send(page),
    );
  }
  SwaggerModule.setup('/api/docs', app, documentOnce, {
    raw: false,
    customSiteTitle: 'Poolrise API',
    swaggerOptions: {
      // Swagger UI would otherwise ask a server of its makers whether the document is valid.
      validatorUrl: null,
      tryItOutEnabled: false,
      supportedSubmitMethods: [],
      defaultModelsExpandDepth: 0,
      docExpansion: 'list',
    },
  });
}
