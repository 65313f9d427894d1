export const mediaKinds = ['image', 'video'] as const;
export type MediaKind = (typeof mediaKinds)[number];

/**
 * What may be uploaded. Bytes are decimal (20 MB is 20,000,000); edges and areas are pixels.
 *
 * Source: our own; 18 pictures a note and 15 minutes of video are what the platform's editor takes, as practitioners report it.
 */
export const mediaLimits = {
  bytes: { image: 20_000_000, video: 50_000_000 },
  /** a small file can unfold to gigabytes: what is beyond is not decoded at all */
  pixels: 50_000_000,
  /** the longest edge that is kept */
  edge: 2_560,
  thumbnailEdge: 480,
  /** the shortest edge that a picture may have */
  edgeLeast: 16,
  videoMs: 15 * 60_000,
  imagesPerNote: 18,
} as const;
