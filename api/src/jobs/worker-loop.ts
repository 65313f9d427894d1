import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { Inject } from '@nestjs/common';
import { Worker } from 'bullmq';
import type { Config } from '../config';
import { CONFIG } from '../config.module';
import { HANDLES_JOB } from './handles-job';
import { jobNames, sweepEvery, type JobName } from './job-names';
import { queueName } from './jobs.service';
import { queueConnection } from './queue-store';

/**
 * Runs jobs when nudged, and sweeps for due work when nobody did: the queue may lose everything and nothing is late by
 * more than the sweep. Refuses to start unless every job has exactly one handler.
 */
@Injectable()
export class WorkerLoop implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('worker');
  private readonly running = new Map<JobName, Promise<void>>();
  private readonly again = new Set<JobName>();
  private sweeps: NodeJS.Timeout[] = [];
  private worker: Worker | undefined;
  private handlers = new Map<JobName, () => Promise<unknown>>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
  ) {}

  onApplicationBootstrap(): void {
    this.handlers = this.findHandlers();
    this.worker = new Worker(queueName, async (job) => this.run(job.name as JobName), {
      connection: queueConnection(this.config),
      concurrency: jobNames.length,
    });
    this.worker.on('error', (error) => this.log.warn(`queue: ${error.message}`));
    this.sweeps = jobNames.map((name) => setInterval(() => void this.run(name), sweepEvery[name]));
  }

  async onApplicationShutdown(): Promise<void> {
    this.sweeps.forEach(clearInterval);
    await this.worker?.close();
    await Promise.allSettled(this.running.values());
  }

  /** One run of a kind at a time in this process; a nudge that comes meanwhile makes it look once more. */
  private async run(name: JobName): Promise<void> {
    const current = this.running.get(name);
    if (current) {
      this.again.add(name);
      return current;
    }
    const round = (async () => {
      do {
        this.again.delete(name);
        await this.handlers.get(name)?.();
      } while (this.again.has(name));
    })()
      .catch((error: unknown) =>
        this.log.error(
          `${name} failed, the sweep will try again`,
          error instanceof Error ? error.stack : String(error),
        ),
      )
      .finally(() => this.running.delete(name));
    this.running.set(name, round);
    return round;
  }

  private findHandlers(): Map<JobName, () => Promise<unknown>> {
    const found = new Map<JobName, () => Promise<unknown>>();
    for (const { instance } of this.discovery.getProviders()) {
      if (!instance || typeof instance !== 'object') continue;
      const prototype = Object.getPrototypeOf(instance) as object;
      for (const method of this.scanner.getAllMethodNames(prototype)) {
        const handler = (instance as Record<string, () => Promise<unknown>>)[method];
        const name = handler && this.reflector.get<JobName | undefined>(HANDLES_JOB, handler);
        if (!name || !handler) continue;
        if (found.has(name)) throw new Error(`The job ${name} has two handlers.`);
        found.set(name, handler.bind(instance));
      }
    }
    const orphans = jobNames.filter((name) => !found.has(name));
    if (orphans.length) throw new Error(`Jobs without a handler: ${orphans.join(', ')}.`);
    return found;
  }
}
