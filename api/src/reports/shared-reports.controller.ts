import { Body, Controller, Header, Req, type StreamableFile } from '@nestjs/common';
import { SeeSharedReport, type SharedReport, TakeSharedReport } from '@poolrise/contracts';
import type { FastifyRequest } from 'fastify';
import { visitorOf } from '../accounts/link-keys';
import { checked } from '../http/checked';
import { Serves } from '../http/serves';
import { ReportFilesService } from './report-files.service';
import { ReportLinksService } from './report-links.service';

/** For people who have a link and no account. Cookies, if any came along, are not looked at. */
@Controller()
export class SharedReportsController {
  constructor(
    private readonly links: ReportLinksService,
    private readonly files: ReportFilesService,
  ) {}

  @Serves('seeSharedReport')
  @Header('cache-control', 'no-store')
  see(
    @Req() request: FastifyRequest,
    @Body(checked(SeeSharedReport)) ask: SeeSharedReport,
  ): Promise<SharedReport> {
    return this.links.see(ask, visitorOf(request));
  }

  @Serves('takeSharedReport')
  @Header('cache-control', 'no-store')
  take(
    @Req() request: FastifyRequest,
    @Body(checked(TakeSharedReport)) ask: TakeSharedReport,
  ): Promise<StreamableFile> {
    return this.files.ofLink(ask, visitorOf(request));
  }
}
