import { Module } from '@nestjs/common';
import { QuarantineRelease } from './quarantine-release';

/** The part of the quarantine that the worker does. */
@Module({ providers: [QuarantineRelease] })
export class ReleaseModule {}
