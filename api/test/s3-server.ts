import { createHash, createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import type { S3Place } from '../src/media/s3-store';

const sha256 = (text: string | Buffer) => createHash('sha256').update(text).digest('hex');
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();

/**
 * What Signature Version 4 says the signature of a request has to be, worked out anew from what has arrived.
 *
 * Source: AWS, "Signature Version 4 signing process", canonical request and string to sign.
 */
function signatureOf(request: IncomingMessage, place: S3Place): string {
  const { method = '', url = '', headers } = request;
  const signed = /SignedHeaders=([^,]+)/.exec(headers.authorization ?? '')?.[1] ?? '';
  const { pathname, searchParams } = new URL(url, 'http://here');
  searchParams.sort();
  const date = String(headers['x-amz-date']);
  const scope = `${date.slice(0, 8)}/${place.region}/s3/aws4_request`;
  const canonical = [
    method,
    pathname,
    searchParams.toString(),
    ...signed.split(';').map((name) => `${name}:${String(headers[name]).trim()}`),
    '',
    signed,
    headers['x-amz-content-sha256'],
  ].join('\n');
  const key = ['s3', 'aws4_request'].reduce<Buffer>(
    hmac,
    hmac(hmac(`AWS4${place.secretAccessKey}`, date.slice(0, 8)), place.region),
  );
  return hmac(key, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex');
}

/** A bucket of the S3 protocol over real HTTP, as far as our store speaks it: signed PUT, GET with ranges, DELETE. */
export async function anS3Server(bucket: string) {
  const objects = new Map<string, { body: Buffer; type: string }>();
  const place: S3Place = {
    endpoint: '',
    bucket,
    region: 'cn-east-1',
    accessKeyId: 'AKTEA',
    secretAccessKey: 'a secret',
  };
  const state = { failures: 0 };
  const server = createServer((request, response) => {
    void (async () => {
      const body = await buffer(request);
      const key = (request.url ?? '').replace(`/${bucket}/`, '');
      const given = /Signature=(\w+)/.exec(request.headers.authorization ?? '')?.[1];
      const answer = (status: number, content?: Buffer | string) => response.writeHead(status).end(content);
      if (given !== signatureOf(request, place))
        return answer(403, '<Error><Code>SignatureDoesNotMatch</Code></Error>');
      if (state.failures > 0) return (state.failures--, answer(503, '<Error><Code>SlowDown</Code></Error>'));
      if (request.method === 'PUT') {
        objects.set(key, { body, type: String(request.headers['content-type']) });
        return answer(200);
      }
      const object = objects.get(key);
      if (request.method === 'DELETE') return (objects.delete(key), answer(204));
      if (!object) return answer(404, '<Error><Code>NoSuchKey</Code></Error>');
      const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(request.headers.range ?? '') ?? [];
      return from === undefined
        ? answer(200, object.body)
        : answer(206, object.body.subarray(Number(from), Number(to) + 1));
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  place.endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { place, objects, state, close: () => new Promise((resolve) => server.close(resolve)) };
}
