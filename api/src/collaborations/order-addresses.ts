import { Inject, Injectable } from '@nestjs/common';
import type { SampleAddressView } from '@poolrise/contracts';
import { addressFault, hasEnded, type SampleAddress, sampleReceivedAt, tidyPhone } from '@poolrise/domain';
import type { EntityManager } from 'typeorm';
import { audit } from '../accounts/audit';
import { Db } from '../db/db';
import type { Caller } from '../http/caller';
import { Refused } from '../http/refused';
import { HandlesJob } from '../jobs/handles-job';
import { announce } from '../live/announce';
import { ADDRESS_SEAL, type AddressSeal, needSeal } from './address-seal';
import { KeptOrder } from './kept-order.entity';
import { lifeOf } from './order-columns';
import { type OrderParty, partyOf } from './order-door';

const batch = 500;

const faults: Record<NonNullable<ReturnType<typeof addressFault>>['fault'], string> = {
  'recipient-unreadable': 'write the name that stands at the door; signs alone are no name',
  'phone-unknown': 'is neither a phone of the mainland nor one with a plus and the code of its country',
  'province-unknown': 'is no province',
  'street-too-short': 'a courier needs city, street and house in letters and digits',
};

/** Where samples go. What creators say here is sealed, shown to the two sides of the order, and deleted when it is not needed. */
@Injectable()
export class OrderAddresses {
  constructor(
    private readonly db: Db,
    @Inject(ADDRESS_SEAL) private readonly seal: AddressSeal | null,
  ) {}

  /**
   * The address as it is kept, and what may stand in hashes for it.
   * @throws Refused invalid-input, addresses-not-kept
   */
  checked(address: SampleAddress): { address: SampleAddress; fingerprint: string } {
    const seal = needSeal(this.seal);
    const wrong = addressFault(address);
    if (wrong) {
      const field = `/address/${wrong.field}`;
      throw new Refused('invalid-input', { field, detail: `${field}: ${faults[wrong.fault]}.` });
    }
    const tidy = { ...address, phone: tidyPhone(address.phone) };
    return { address: tidy, fingerprint: seal.fingerprint(tidy) };
  }

  /** Keeps what the creator said; the caller holds the order. */
  async keep(
    tx: EntityManager,
    kept: KeptOrder,
    address: SampleAddress,
    { personId }: OrderParty,
    now: Date,
  ): Promise<void> {
    await tx.query(
      `insert into order_address (order_id, workspace_id, desk_id, sealed, person_id, given_at) values ($1, $2, $3, $4, $5, $6)
       on conflict (order_id) do update set sealed = excluded.sealed, person_id = excluded.person_id, given_at = excluded.given_at`,
      [kept.id, kept.workspaceId, kept.deskId, needSeal(this.seal).close(address, kept.id), personId, now],
    );
  }

  /** What one of the two sides sees of it. @throws Refused not-found, addresses-not-kept */
  async show(caller: Caller, orderId: string, now = new Date()): Promise<SampleAddressView> {
    const seal = needSeal(this.seal);
    const { workspaceId } = caller;
    return this.db.inWorkspace(workspaceId, async (tx) => {
      // Behind the wall: to anybody but the two sides neither row is there.
      const { side } = await partyOf(tx, caller, orderId);
      const life = lifeOf(await tx.findOneByOrFail(KeptOrder, { id: orderId }));
      const [row] = await tx.query<{ sealed: Buffer; forget_at: Date | null }[]>(
        'select sealed, forget_at from order_address where order_id = $1',
        [orderId],
      );
      const address = row ? seal.open(row.sealed, orderId) : null;
      const given = life.sample.addressAt;
      return {
        address,
        state: address ? 'kept' : row ? 'unreadable' : given === null ? 'none' : 'deleted',
        givenAt: given === null ? null : new Date(given).toISOString(),
        forgetAt: row?.forget_at?.toISOString() ?? null,
        mayForget:
          side === 'creator' && row !== undefined && (hasEnded(life) || sampleReceivedAt(life) !== null),
        asOf: now.toISOString(),
      };
    });
  }

  /** Deletes it for the creator who asks; once it is gone, asking again changes nothing. @throws Refused not-found, address-needed */
  forget(caller: Caller, orderId: string): Promise<void> {
    return this.db.asEngine(async (tx) => {
      const { side, workspaceId, personId } = await partyOf(tx, caller, orderId);
      if (side !== 'creator') throw new Refused('not-found', { field: 'path.orderId' });
      const kept = await tx.findOneOrFail(KeptOrder, {
        where: { id: orderId },
        lock: { mode: 'pessimistic_write' },
      });
      const life = lifeOf(kept);
      if (!hasEnded(life) && sampleReceivedAt(life) === null) throw new Refused('address-needed');
      const [gone] = await tx.query<[{ order_id: string }[], number]>(
        'delete from order_address where order_id = $1 returning order_id',
        [orderId],
      );
      if (!gone.length) return;
      await audit(tx, { workspaceId, personId, action: 'order.address-deleted', subjectId: orderId });
      for (const to of new Set([kept.workspaceId, kept.deskId])) await announce(tx, to, 'orders');
    });
  }

  /** Deletes what is due: the day stands on the row, so that whoever was away deletes it when they come back. */
  @HandlesJob('address-sweep')
  async forgetDue(now = new Date()): Promise<number> {
    for (let total = 0; ;) {
      const gone = await this.db.asEngine(async (tx) => {
        const [rows] = await tx.query<[unknown[], number]>(
          `delete from order_address where order_id in (
             select order_id from order_address where forget_at <= $1 order by forget_at limit ${batch} for update skip locked)
           returning order_id`,
          [now],
        );
        return rows.length;
      });
      total += gone;
      if (gone < batch) return total;
    }
  }
}

/** Says when the address of an order that has ended is to be deleted; nothing where there is none. */
export async function forgetAddressAt(tx: EntityManager, orderId: string, at: Date): Promise<void> {
  await tx.query('update order_address set forget_at = $2 where order_id = $1 and forget_at is null', [
    orderId,
    at,
  ]);
}
