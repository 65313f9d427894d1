import { Module } from '@nestjs/common';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { MediaController } from './media.controller';
import { MEDIA_STORE } from './media-store';
import { MediaService } from './media.service';
import { MediaSweep } from './media-sweep';
import { storeOf } from './store-of';

/** Uploaded pictures and videos. */
@Module({
  controllers: [MediaController],
  providers: [
    { provide: MEDIA_STORE, useFactory: (config: Config) => storeOf(config), inject: [CONFIG] },
    MediaService,
    MediaSweep,
  ],
  exports: [MediaService],
})
export class MediaModule {}
