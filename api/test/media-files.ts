import {
  EncodedPacket,
  EncodedVideoPacketSource,
  BufferTarget,
  Mp4OutputFormat,
  Output,
  WebMOutputFormat,
} from 'mediabunny';
import { deflateSync, crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A picture of one colour; `place` writes where it was taken into it, `orientation` how the camera was held. */
export async function anImage(
  about: {
    width?: number;
    height?: number;
    color?: string;
    type?: 'jpeg' | 'png' | 'webp' | 'gif';
    place?: string;
    orientation?: number;
  } = {},
): Promise<Buffer> {
  const { width = 64, height = 48, color = '#3a7d44', type = 'jpeg', place, orientation } = about;
  let image = sharp({ create: { width, height, channels: 3, background: color } }).toFormat(type);
  if (place) image = image.withExif({ IFD0: { ImageDescription: place }, IFD3: { GPSLatitudeRef: 'N' } });
  if (orientation) image = image.withMetadata({ orientation });
  return image.toBuffer();
}

/** A video whose packets no decoder would play; its container is whole. */
export async function aVideo(
  about: { type?: 'mp4' | 'webm'; seconds?: number; title?: string } = {},
): Promise<Buffer> {
  const { type = 'mp4', seconds = 2, title } = about;
  const target = new BufferTarget();
  const output = new Output({
    format: type === 'mp4' ? new Mp4OutputFormat() : new WebMOutputFormat(),
    target,
  });
  const source = new EncodedVideoPacketSource('vp8');
  output.addVideoTrack(source);
  if (title) output.setMetadataTags({ title });
  await output.start();
  for (let second = 0; second < seconds; second++)
    await source.add(
      new EncodedPacket(new Uint8Array(64).fill(second), second === 0 ? 'key' : 'delta', second, 1),
      second === 0 ? { decoderConfig: { codec: 'vp8', codedWidth: 320, codedHeight: 240 } } : undefined,
    );
  await output.finalize();
  return Buffer.from(target.buffer ?? new ArrayBuffer(0));
}

/** A PNG of a few kilobytes that says it has 40,000 by 40,000 pixels, and has them. */
export function aBomb(edge = 40_000): Buffer {
  const chunk = (name: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
    const head = Buffer.alloc(4);
    head.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body));
    return Buffer.concat([head, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(edge, 0);
  header.writeUInt32BE(edge, 4);
  header.set([1, 0, 0, 0, 0], 8);
  const rows = deflateSync(Buffer.alloc((edge / 8 + 1) * 1_000));
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}
