import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  bucketCounts,
  type BucketSums,
  evenPlaces,
  exposureAt,
  learnPlaceValues,
  type PlaceBuckets,
  type PlaceDimension,
  placeDimensions,
  type PlaceValues,
} from '@poolrise/domain';
import { EnginePool } from '../db/engine-pool';

const flushEveryMs = 30_000;
/** Old sums fade while new ones come in: beyond this many expected opens in a bucket, they are scaled down together [P]. */
const expectedMax = 200_000;

type Sums = Record<PlaceDimension, BucketSums[]>;
interface Row {
  dimension: PlaceDimension;
  bucket: number;
  opens: number;
  expected: number;
}

const noSums = (): Sums => {
  const empty = (dimension: PlaceDimension): BucketSums[] =>
    Array.from({ length: bucketCounts[dimension] }, () => ({ opens: 0, expected: 0 }));
  return { slot: empty('slot'), reader: empty('reader'), age: empty('age') };
};

/**
 * What an impression in a place is worth, learnt from what readers open where. Every process adds its own sums to the
 * common ones twice a minute and takes those over; what a crash loses of half a minute is no count, only a little knowledge.
 */
@Injectable()
export class PlaceFactors implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly log = new Logger('places');
  private factors: PlaceValues = evenPlaces();
  private fresh = noSums();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly engine: EnginePool) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.share();
    this.timer = setInterval(() => {
      this.share().catch((error: unknown) =>
        this.log.warn(`places stay as they were known: ${String(error)}`),
      );
    }, flushEveryMs);
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  /** Impressions in units of an average place that one impression there is worth. */
  exposureAt(buckets: PlaceBuckets): number {
    return exposureAt(this.factors, buckets);
  }

  /** A note that would be opened `opens` times in an average place was shown there. */
  shown(buckets: PlaceBuckets, opens: number): void {
    const everywhere = opens * this.exposureAt(buckets);
    for (const dimension of placeDimensions) {
      const sums = this.fresh[dimension][buckets[dimension]];
      if (sums) sums.expected += everywhere / (this.factors[dimension][buckets[dimension]] ?? 1);
    }
  }

  opened(buckets: PlaceBuckets): void {
    for (const dimension of placeDimensions) {
      const sums = this.fresh[dimension][buckets[dimension]];
      if (sums) sums.opens += 1;
    }
  }

  /** Adds what this process has seen to what all have, and learns the factors anew. */
  async share(): Promise<void> {
    const rows = placeDimensions.flatMap((dimension) =>
      this.fresh[dimension].map((sums, bucket): Row => ({ dimension, bucket, ...sums })),
    );
    const seen = rows.filter((row) => row.opens > 0 || row.expected > 0);
    this.fresh = noSums();
    // In the order of the key: two processes share at the same moment.
    const { rows: all } = await this.engine.pool.query<Row>({
      name: 'share-places',
      text: `with added as (
          insert into place_response (dimension, bucket, opens, expected)
          select * from unnest($1::text[], $2::smallint[], $3::float8[], $4::float8[]) order by 1, 2
          on conflict on constraint place_response_pkey do update set
            opens = place_response.opens * least(1, $5 / greatest(place_response.expected, 1)) + excluded.opens,
            expected = least(place_response.expected, $5) + excluded.expected
          returning *)
        select * from added union all
        select * from place_response known where not exists (select from added where added.dimension = known.dimension and added.bucket = known.bucket)`,
      values: [
        seen.map((row) => row.dimension),
        seen.map((row) => row.bucket),
        seen.map((row) => row.opens),
        seen.map((row) => row.expected),
        expectedMax,
      ],
    });
    const sums = noSums();
    for (const { dimension, bucket, opens, expected } of all)
      if (sums[dimension][bucket]) sums[dimension][bucket] = { opens, expected };
    this.factors = {
      slot: learnPlaceValues(sums.slot),
      reader: learnPlaceValues(sums.reader),
      age: learnPlaceValues(sums.age),
    };
  }
}
