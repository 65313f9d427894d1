import { mediaLimits } from '@poolrise/domain';
import sharp, { type Sharp } from 'sharp';
import { Refused } from '../http/refused';
import type { RemadeMedia } from './read-media';

// libvips opens many formats, some of which read other files or run for long. Ours are three.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegFile',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngFile',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpFile',
    'VipsForeignLoadWebpBuffer',
  ],
});
// The cache keeps decoded pictures of requests that are over.
sharp.cache(false);

const makers: Record<string, (image: Sharp) => Sharp> = {
  'image/jpeg': (image) => image.jpeg({ quality: 86 }),
  'image/png': (image) => image.png({ compressionLevel: 8 }),
  'image/webp': (image) => image.webp({ quality: 86 }),
};
export const imageTypes = Object.keys(makers);

/**
 * Decodes a picture and makes it anew: upright, at most 2,560 pixels on its longer edge, in sRGB, and without anything that the
 * camera wrote beside the pixels (place, device, time). Beside it a small one for lists. Both lie beside the file afterwards.
 * @throws Refused media-too-many-pixels, media-too-small, media-unreadable
 */
export async function readImage(file: string, contentType: string): Promise<RemadeMedia> {
  const make = makers[contentType] ?? ((image: Sharp) => image);
  const { width = 0, height = 0 } = await decoded(() => sharp(file, { limitInputPixels: false }).metadata());
  if (width * height > mediaLimits.pixels)
    throw new Refused('media-too-many-pixels', { figures: { width, height, most: mediaLimits.pixels } });
  if (Math.min(width, height) < mediaLimits.edgeLeast)
    throw new Refused('media-too-small', { figures: { width, height, least: mediaLimits.edgeLeast } });

  const [original, thumb] = [`${file}.original`, `${file}.thumb`];
  const within = (edge: number) =>
    ({ width: edge, height: edge, fit: 'inside', withoutEnlargement: true }) as const;
  const open = (from: string) => sharp(from, { limitInputPixels: mediaLimits.pixels, sequentialRead: true });
  const made = await decoded(() =>
    make(open(file).autoOrient().resize(within(mediaLimits.edge))).toFile(original),
  );
  await open(original).resize(within(mediaLimits.thumbnailEdge)).webp({ quality: 78 }).toFile(thumb);
  const { data } = await open(thumb)
    .flatten({ background: '#ffffff' })
    .resize(1, 1, { fit: 'fill' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  return {
    kind: 'image',
    contentType,
    bytes: made.size,
    width: made.width,
    height: made.height,
    durationMs: null,
    color: `#${data.subarray(0, 3).toString('hex')}`,
    files: { original, thumb },
  };
}

/** What libvips cannot read is the file's fault. */
async function decoded<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    throw unreadable(error);
  }
}

export const unreadable = (error: unknown): Refused =>
  new Refused('media-unreadable', {
    detail: `The file cannot be decoded: ${error instanceof Error ? (error.message.split('\n')[0] ?? '').slice(0, 200) : 'unknown'}.`,
  });
