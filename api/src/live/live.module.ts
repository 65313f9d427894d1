import { Module } from '@nestjs/common';
import { LiveController } from './live.controller';
import { LiveService } from './live.service';

@Module({ providers: [LiveService], controllers: [LiveController], exports: [LiveService] })
export class LiveModule {}
