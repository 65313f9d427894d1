import path from 'node:path';
import type { Config } from '../config';
import { DiskStore } from './disk-store';
import type { MediaStore } from './media-store';
import { S3Store } from './s3-store';

/**
 * Where this installation keeps uploads: a bucket when one is named, else a folder of its data; null when it has neither.
 * @throws when a bucket is named in part
 */
export function storeOf(config: Config): MediaStore | null {
  const { MEDIA_S3_ENDPOINT: endpoint, DATA_DIR } = config;
  if (!endpoint) return DATA_DIR ? new DiskStore(path.join(DATA_DIR, 'media')) : null;
  const needed = (name: 'MEDIA_S3_BUCKET' | 'MEDIA_S3_ACCESS_KEY_ID' | 'MEDIA_S3_SECRET_ACCESS_KEY') => {
    const value = config[name];
    if (!value) throw new Error(`The environment variable ${name} is needed beside MEDIA_S3_ENDPOINT.`);
    return value;
  };
  return new S3Store({
    endpoint,
    bucket: needed('MEDIA_S3_BUCKET'),
    region: config.MEDIA_S3_REGION,
    accessKeyId: needed('MEDIA_S3_ACCESS_KEY_ID'),
    secretAccessKey: needed('MEDIA_S3_SECRET_ACCESS_KEY'),
  });
}
