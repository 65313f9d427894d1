import { AwsClient } from 'aws4fetch';
import { openAsBlob } from 'node:fs';
import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { type ByteRange, type MediaStore, Missing } from './media-store';

export interface S3Place {
  /** of the service, without the bucket */
  endpoint: string;
  bucket: string;
  region: string;
  accessKeyId: string;
  secretAccessKey: string;
}

/**
 * Files in a bucket of any service that speaks S3, addressed by path. Requests are signed (AWS Signature Version 4); the
 * service shows a file only once it has arrived whole. What fails for a moment is tried again by the client.
 */
export class S3Store implements MediaStore {
  private readonly client: AwsClient;
  private readonly root: string;

  constructor({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Place) {
    this.client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 3 });
    this.root = `${endpoint.replace(/\/+$/, '')}/${encodeURIComponent(bucket)}`;
  }

  async put(key: string, file: string, contentType: string): Promise<void> {
    const body = await openAsBlob(file);
    await this.ask(key, {
      method: 'PUT',
      body: body as unknown as RequestInit['body'],
      headers: { 'content-type': contentType, 'content-length': String(body.size) },
    });
  }

  async read(key: string, range?: ByteRange): Promise<Readable> {
    const { body } = await this.ask(key, {
      headers: range ? { range: `bytes=${range.from}-${range.to}` } : {},
    });
    if (!body) throw new Missing(key);
    return Readable.fromWeb(body as ReadableStream);
  }

  async drop(key: string): Promise<void> {
    await this.ask(key, { method: 'DELETE' }).catch((error: unknown) => {
      if (!(error instanceof Missing)) throw error;
    });
  }

  private async ask(key: string, init: RequestInit): Promise<Response> {
    const answer = await this.client.fetch(`${this.root}/${key}`, init);
    if (answer.ok) return answer;
    await answer.body?.cancel();
    if (answer.status === 404) throw new Missing(key);
    throw new Error(`The store of media answers ${answer.status} to ${init.method ?? 'GET'} ${key}`);
  }
}
