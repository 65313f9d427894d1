import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { EngagementService } from '../engagement/engagement.service';
import { RewardProgressService } from './reward-progress.service';

/** How long marks are collected, in milliseconds: a desk whose notes are read all the time is marked once in this. */
const collectMs = 1_000;

/**
 * Tells reward plans whose notes moved, beside the hot path: events are durable and acknowledged before anything of this
 * happens. A mark that is lost with this process is made good by the hourly counting.
 */
@Injectable()
export class RewardMarks implements OnModuleInit, OnApplicationShutdown {
  private readonly log = new Logger('rewards');
  private readonly moved = new Set<string>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly engagement: EngagementService,
    private readonly progress: RewardProgressService,
  ) {}

  onModuleInit(): void {
    this.engagement.onMoved((workspaces) => {
      for (const id of workspaces) this.moved.add(id);
      if (this.moved.size) this.timer ??= setTimeout(() => void this.flush(), collectMs);
    });
  }

  onApplicationShutdown(): void {
    clearTimeout(this.timer);
  }

  private async flush(): Promise<void> {
    this.timer = undefined;
    const deskIds = [...this.moved];
    this.moved.clear();
    await this.progress
      .mark(deskIds)
      .catch((error: unknown) => this.log.warn(`progress of rewards was not marked: ${String(error)}`));
  }
}
