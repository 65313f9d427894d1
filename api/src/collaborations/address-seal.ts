import type { SampleAddress } from '@poolrise/domain';
import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Config } from '../config';
import { Refused } from '../http/refused';

export const ADDRESS_SEAL = Symbol('ADDRESS_SEAL');

const version = 1;
const ivBytes = 12;
const tagBytes = 16;
const keyIdBytes = 4;
const headBytes = 1 + keyIdBytes + ivBytes + tagBytes;

/**
 * Seals addresses so that a copy of the database alone tells nobody where a creator lives: AES-256-GCM, bound to the order
 * that the address belongs to. A seal is a version, four bytes that name the key, the nonce, the tag and what was sealed.
 */
export class AddressSeal {
  private readonly keyId: Buffer;

  /** @param key 32 bytes */
  constructor(private readonly key: Buffer) {
    this.keyId = this.keyed('key id').subarray(0, keyIdBytes);
  }

  close(address: SampleAddress, orderId: string): Buffer {
    const iv = randomBytes(ivBytes);
    const cipher = createCipheriv('aes-256-gcm', this.key, iv).setAAD(Buffer.from(orderId));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(address), 'utf8'), cipher.final()]);
    return Buffer.concat([Buffer.of(version), this.keyId, iv, cipher.getAuthTag(), sealed]);
  }

  /** Null for what was sealed with another key; throws where a seal of ours was tampered with, or moved to another order. */
  open(sealed: Buffer, orderId: string): SampleAddress | null {
    const keyId = sealed.subarray(1, 1 + keyIdBytes);
    if (sealed[0] !== version || !keyId.equals(this.keyId)) return null;
    const iv = sealed.subarray(1 + keyIdBytes, 1 + keyIdBytes + ivBytes);
    const decipher = createDecipheriv('aes-256-gcm', this.key, iv)
      .setAAD(Buffer.from(orderId))
      .setAuthTag(sealed.subarray(headBytes - tagBytes, headBytes));
    const open = Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]);
    return JSON.parse(open.toString('utf8')) as SampleAddress;
  }

  /** Tells two addresses apart without telling what they are: a plain hash of a phone number could be guessed. */
  fingerprint(address: SampleAddress): string {
    const { recipient, phone, province, street } = address;
    return this.keyed(JSON.stringify([recipient, phone, province, street])).toString('hex');
  }

  private keyed(text: string): Buffer {
    return createHmac('sha256', this.key).update(text).digest();
  }
}

/** The seal of this installation; null where it has neither a key nor a folder to keep one in. */
export function sealOf({
  ADDRESS_KEY,
  DATA_DIR,
}: Pick<Config, 'ADDRESS_KEY' | 'DATA_DIR'>): AddressSeal | null {
  if (ADDRESS_KEY) return new AddressSeal(Buffer.from(ADDRESS_KEY, 'base64'));
  return DATA_DIR ? new AddressSeal(keptKey(path.join(DATA_DIR, 'address-key'))) : null;
}

/** @throws Refused addresses-not-kept */
export function needSeal(seal: AddressSeal | null): AddressSeal {
  if (!seal) throw new Refused('addresses-not-kept');
  return seal;
}

/** The key in a file, made on the first call. Two programs that start together find the same: the first to link it wins. */
function keptKey(file: string): Buffer {
  const read = () => Buffer.from(readFileSync(file, 'utf8').trim(), 'base64');
  try {
    return read();
  } catch {
    const arriving = `${file}.${randomBytes(6).toString('hex')}`;
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(arriving, randomBytes(32).toString('base64'), { mode: 0o600 });
    try {
      linkSync(arriving, file);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    } finally {
      rmSync(arriving, { force: true });
    }
    return read();
  }
}
