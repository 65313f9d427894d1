import { MediaFileQuery, MediaView, UploadMediaQuery } from '../media';
import type { Operation } from './operation';

const tag = 'Pictures and videos';

/** Uploads: checked by what they hold, made anew without what a camera writes into them, and served by signed addresses. */
export const mediaOperations = {
  uploadMedia: {
    method: 'post',
    path: '/api/v1/media',
    tag,
    summary: 'Upload an image (JPEG, PNG, WebP) or a video (MP4, WebM) as it is; the same file twice is one',
    access: { ability: 'write:notes' },
    query: UploadMediaQuery,
    bytes: true,
    answer: { status: 201, schema: MediaView },
    refusals: [
      'media-empty',
      'media-too-large',
      'media-type-refused',
      'media-unreadable',
      'media-too-many-pixels',
      'media-too-small',
      'video-too-long',
      'media-not-kept',
    ],
  },
  media: {
    method: 'get',
    path: '/api/v1/media/{mediaId}',
    tag,
    summary: 'An upload of this workspace, with fresh addresses',
    access: { ability: 'read:notes' },
    answer: { status: 200, schema: MediaView },
    refusals: [],
  },
  mediaFile: {
    method: 'get',
    path: '/api/v1/media/{mediaId}/file',
    tag,
    summary: 'The file itself, by the address that a view carries; ranges of bytes are answered',
    access: { open: true },
    query: MediaFileQuery,
    answer: {
      status: 200,
      schema: null,
      file: ['image/jpeg', 'image/png', 'image/webp', 'video/mp4', 'video/webm'],
    },
    refusals: ['not-found', 'media-not-kept'],
  },
} satisfies Record<string, Operation>;
