import { Body, Controller, Headers, Param, Query, Res } from '@nestjs/common';
import { MediaFileQuery, type MediaView, UploadMediaQuery } from '@poolrise/contracts';
import type { FastifyReply } from 'fastify';
import { Readable } from 'node:stream';
import { type Caller, Calling, WorkspaceId } from '../http/caller';
import { checked, checkedId } from '../http/checked';
import { Refused } from '../http/refused';
import { Serves } from '../http/serves';
import { MediaService } from './media.service';

/** A file is what it says it is and nothing that runs; behind its signed address it never changes. */
const headers = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
  'content-disposition': 'inline',
  'cache-control': 'private, max-age=14400, immutable',
};

@Controller()
export class MediaController {
  constructor(private readonly media: MediaService) {}

  @Serves('uploadMedia')
  upload(
    @Calling() { workspaceId, person }: Caller,
    @Query(checked(UploadMediaQuery)) { name }: UploadMediaQuery,
    @Body() body: unknown,
  ): Promise<MediaView> {
    if (!(body instanceof Readable)) throw new Refused('unsupported-media-type');
    return this.media.upload(workspaceId, person?.id ?? null, name, body);
  }

  @Serves('media')
  one(@WorkspaceId() workspaceId: string, @Param('mediaId', checkedId) mediaId: string): Promise<MediaView> {
    return this.media.one(workspaceId, mediaId);
  }

  @Serves('mediaFile')
  async file(
    @Param('mediaId', checkedId) mediaId: string,
    @Query(checked(MediaFileQuery)) query: MediaFileQuery,
    @Headers('range') range: string | undefined,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const file = await this.media.file(mediaId, query, range);
    if ('unsatisfiable' in file) {
      await reply.status(416).header('content-range', `bytes */${file.unsatisfiable}`).send();
      return;
    }
    reply.headers({ ...headers, 'content-type': file.contentType });
    if (file.bytes !== null) reply.header('accept-ranges', 'bytes');
    if (file.range && file.bytes !== null)
      reply
        .status(206)
        .header('content-range', `bytes ${file.range.from}-${file.range.to}/${file.bytes}`)
        .header('content-length', file.range.to - file.range.from + 1);
    else if (file.bytes !== null) reply.header('content-length', file.bytes);
    await reply.send(file.body);
  }
}
