import { Injectable } from '@nestjs/common';
import type { Category } from '@poolrise/domain';
import type { Asks } from '../matching/match-candidates';
import type { AllPeers, CategoryPeers } from './guidance-peers';

/** The rows change once an hour; a minute later is soon enough, and a document is unpacked once. */
const keptMs = 60_000;

interface Kept<Document> {
  document: Document;
  madeAt: Date;
}

/** What was summed of the peers, at most a minute old. */
@Injectable()
export class KeptPeers {
  private readonly kept = new Map<string, { at: number; row: Kept<unknown> | null }>();

  category(tx: Asks, category: Category, now: Date): Promise<Kept<CategoryPeers> | null> {
    return this.read<CategoryPeers>(tx, category, now);
  }

  all(tx: Asks, now: Date): Promise<Kept<AllPeers> | null> {
    return this.read<AllPeers>(tx, 'all', now);
  }

  private async read<Document>(tx: Asks, key: string, now: Date): Promise<Kept<Document> | null> {
    const known = this.kept.get(key);
    if (known && Math.abs(now.getTime() - known.at) < keptMs) return known.row as Kept<Document> | null;
    const [row = null] = await tx.query<Kept<Document>[]>(
      'select document, made_at as "madeAt" from guidance_peer where category = $1',
      [key],
    );
    this.kept.set(key, { at: now.getTime(), row });
    return row;
  }
}
