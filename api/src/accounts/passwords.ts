import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Refused } from '../http/refused';

/** OWASP Password Storage Cheat Sheet: argon2id with 19 MiB, 2 passes, 1 lane; 44 to 75 ms on our two cores. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
const atOnce = 2;
const waitingMax = 50;

/** Of no password: compared with when there is no such person, so that the answer takes as long as any other. */
const nobody =
  '$argon2id$v=19$m=19456,t=2,p=1$a5ST9e7CLqfE8BuR53aO4g$0mCodZeQDIR5L46wvNCsFo/gTVe5DGaozixz4r+jB+w';

/**
 * Hashes and verifies passwords, two at a time.
 *
 * A flood of sign-ins would otherwise take every thread and 19 MiB each; past fifty waiting it is told to come back.
 */
@Injectable()
export class Passwords {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, cost));
  }

  /** Whether the password fits; null stands for a person who does not exist and costs the same. */
  verify(passwordHash: string | null, password: string): Promise<boolean> {
    return this.inTurn(async () => (await verify(passwordHash ?? nobody, password)) && passwordHash !== null);
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= atOnce) {
      if (this.waiting.length >= waitingMax) throw new Refused('unavailable', { retryAfterSeconds: 2 });
      // Whoever leaves hands over its turn, so nobody can slip in between.
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    } else this.running++;
    try {
      return await work();
    } finally {
      const next = this.waiting.shift();
      if (next) next();
      else this.running--;
    }
  }
}
