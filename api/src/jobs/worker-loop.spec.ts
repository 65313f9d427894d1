import { DiscoveryModule, MetadataScanner, Reflector } from '@nestjs/core';
import { Test, type TestingModule } from '@nestjs/testing';
import { Queue } from 'bullmq';
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createServer, type AddressInfo } from 'node:net';
import { freshDatabase, type TestDatabase } from '../../test/database';
import { readConfig, type Config } from '../config';
import { CONFIG } from '../config.module';
import { HandlesJob } from './handles-job';
import { JobsService, queueName } from './jobs.service';
import { migrateQueue, queueConnection } from './queue-store';
import { WorkerLoop } from './worker-loop';

const redisProgram = ['valkey-server', 'redis-server'].find(
  (program) => spawnSync(program, ['--version']).status === 0,
);
if (!redisProgram)
  console.warn('No valkey-server or redis-server here: the queue is tried on its PostgreSQL store alone.');
const stores = redisProgram ? (['PostgreSQL', 'Redis'] as const) : (['PostgreSQL'] as const);

/** Work of every kind. Vouchers are swept once a minute, so within a test only a nudge can have them looked at. */
class Desk {
  rounds = 0;
  works = 0;
  most = 0;
  fails = false;
  release: (() => void) | undefined;

  @HandlesJob('voucher-expiry')
  async lapse(): Promise<void> {
    this.rounds++;
    this.most = Math.max(this.most, ++this.works);
    try {
      if (this.fails) throw new Error('this voucher cannot lapse');
      await new Promise<void>((resolve) => {
        this.release = resolve;
        setTimeout(resolve, 50);
      });
    } finally {
      this.works--;
    }
  }
  @HandlesJob('note-publishing') publishNotes(): string {
    return 'nothing is due';
  }
  @HandlesJob('search-retention') forgetSearches(): string {
    return 'nothing is due';
  }
  @HandlesJob('open-retention') forgetOpens(): string {
    return 'nothing is due';
  }
  @HandlesJob('reward-progress') countRewards(): string {
    return 'nothing is due';
  }
  @HandlesJob('weekly-topics') chooseTopics(): string {
    return 'nothing is due';
  }
  @HandlesJob('growth-levels') judgeDesks(): string {
    return 'nothing is due';
  }
  @HandlesJob('guidance-peers') sumPeers(): string {
    return 'nothing is due';
  }
  @HandlesJob('media-sweep') sweepMedia(): string {
    return 'nothing is due';
  }
  @HandlesJob('report-schedule') makeEditions(): string {
    return 'nothing is due';
  }
  @HandlesJob('engagement-days') sumDays(): string {
    return 'nothing is due';
  }
  @HandlesJob('approval-expiry') endApprovals(): string {
    return 'nothing is due';
  }
  @HandlesJob('automation-rules') lookAfterBoosts(): string {
    return 'nothing is due';
  }
  @HandlesJob('race-rounds') beginRounds(): string {
    return 'nothing is due';
  }
  @HandlesJob('trial-lift') countReaders(): string {
    return 'nothing is due';
  }
  @HandlesJob('order-timers') moveOrders(): string {
    return 'nothing is due';
  }
  @HandlesJob('address-sweep') forgetAddresses(): string {
    return 'nothing is due';
  }
  @HandlesJob('campaign-watch') watch(): string {
    return 'nothing is due';
  }
  @HandlesJob('recruitment-timers') closeRecruitments(): string {
    return 'nothing is due';
  }
  @HandlesJob('pool-review') review(): string {
    return 'nothing is due';
  }
  @HandlesJob('pool-bars') bars(): string {
    return 'nothing is due';
  }
  @HandlesJob('pool-returns') bringBack(): string {
    return 'nothing is due';
  }
  @HandlesJob('note-audit') audit(): string {
    return 'nothing is due';
  }
  @HandlesJob('note-totals') sum(): string {
    return 'nothing is due';
  }
  @HandlesJob('quarantine-release') letGo(): string {
    return 'nothing is due';
  }
  @HandlesJob('simulation') simulate(): string {
    return 'nothing is due';
  }
  @HandlesJob('creator-peers') peers(): string {
    return 'nothing is due';
  }
  @HandlesJob('creator-norms') norms(): string {
    return 'nothing is due';
  }
  @HandlesJob('portfolio') plan(): string {
    return 'nothing is due';
  }
  @HandlesJob('stress-test') stress(): string {
    return 'nothing is due';
  }
  @HandlesJob('budget-plan') budget(): string {
    return 'nothing is due';
  }
  @HandlesJob('import') bringIn(): string {
    return 'nothing is due';
  }
  @HandlesJob('boost-settlement') settle(): string {
    return 'nothing is due';
  }
}

describe.each(stores)('the queue on %s', (store) => {
  let database: TestDatabase;
  let redis: ChildProcess | undefined;
  let queue: Queue;
  let jobs: JobsService;
  let module: TestingModule;
  let desk: Desk;

  beforeAll(async () => {
    database = await freshDatabase();
    const port = store === 'Redis' ? await freePort() : 0;
    if (store === 'Redis') redis = await startRedis(port);
    const config = readConfig({
      DATABASE_URL: database.url,
      ...(store === 'Redis' ? { REDIS_URL: `redis://127.0.0.1:${port}/0` } : {}),
    });
    await migrateQueue(config);
    queue = new Queue(queueName, { connection: queueConnection(config) });
    jobs = new JobsService(queue);
    module = await aWorker(config);
    desk = module.get(Desk);
    await module.init();
  });
  afterAll(async () => {
    await module.close();
    await queue.close();
    redis?.kill('SIGKILL');
    await database.close();
  });
  beforeEach(() => Object.assign(desk, { rounds: 0, most: 0, fails: false }));

  it('makes one round of a storm of nudges, and never two at once', async () => {
    for (let at = 0; at < 200; at++) jobs.nudge('voucher-expiry', 20);
    await until(() => desk.rounds > 0 && desk.works === 0);
    expect(desk.rounds).toBeLessThanOrEqual(2);
    expect(desk.most).toBe(1);
  });

  it('looks once more for a nudge that came while it looked', async () => {
    jobs.nudge('voucher-expiry', 1);
    await until(() => desk.works === 1);
    await queue.add('voucher-expiry', {}, { jobId: `while-${store}`, removeOnComplete: true });
    await until(() => desk.rounds === 2 && desk.works === 0);
  });

  it('outlives work that fails', async () => {
    desk.fails = true;
    jobs.nudge('voucher-expiry', 1);
    await until(() => desk.rounds === 1);
    desk.fails = false;
    jobs.nudge('voucher-expiry', 1);
    await until(() => desk.rounds >= 2 && desk.works === 0);
  });

  it('goes on after everything in the queue was lost', async () => {
    await queue.pause();
    await queue.add('voucher-expiry', {}, { jobId: `lost-${store}` });
    await queue.obliterate({ force: true });
    await queue.resume();
    jobs.nudge('voucher-expiry', 1);
    await until(() => desk.rounds >= 1);
  });
});

async function aWorker(config: Config): Promise<TestingModule> {
  return Test.createTestingModule({
    imports: [DiscoveryModule],
    providers: [{ provide: CONFIG, useValue: config }, MetadataScanner, Reflector, Desk, WorkerLoop],
  }).compile();
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function startRedis(port: number): Promise<ChildProcess> {
  const server = spawn(redisProgram ?? '', ['--port', String(port), '--bind', '127.0.0.1', '--save', ''], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  await new Promise<void>((resolve) => {
    server.stdout.on('data', (text: Buffer) => text.includes('eady to accept connections') && resolve());
  });
  return server;
}

async function until(happened: () => boolean): Promise<void> {
  for (let tries = 0; !happened(); tries++) {
    if (tries > 400) throw new Error('it did not happen within four seconds');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
