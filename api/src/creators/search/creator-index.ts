import { audienceBands, tierOf, tierSchemes } from '@poolrise/domain';
import { TypedFastBitSet } from 'typedfastbitset';
import { type Column, columns, type Trait } from './creator-question';
import { Postings, RowWords, widened } from './postings';
import { SlotsById } from './slots-by-id';

/** A creator as the index takes them in. */
export interface IndexRow {
  id: string;
  searchName: string;
  followers: number;
  /** what the row has of each trait; tiers follow from the followers */
  traits: Record<Exclude<Trait, 'tier'>, readonly string[]>;
  subCategories: readonly string[];
  servedBrands: readonly string[];
  contentWords: readonly string[];
  /** beside `columns`; NaN where nothing is known */
  values: ArrayLike<number>;
  /** parts in ten thousand beside `audienceBands`; none without a portrait */
  audience: ArrayLike<number>;
}

export type TermKind = 'subCategory' | 'servedBrand' | 'contentWord';
const termOf = (kind: TermKind, value: string): string => `${kind} ${value}`;

/**
 * The directory in memory, column by column: a bitset for every value of every trait, an array for every figure, postings
 * for words and for pairs of letters of names. Rows stand in slots; one that goes leaves its slot to the next who comes.
 */
export class CreatorIndex {
  readonly slots = new SlotsById();
  readonly live = new TypedFastBitSet();
  private readonly traits = new Map<string, TypedFastBitSet>();
  private readonly values = columns.map(() => new Float64Array(1_024));
  private readonly audience = audienceBands.map(() => new Uint16Array(1_024));
  private readonly names: string[] = [];
  private readonly grams = new Postings();
  private readonly terms = new Postings();
  private readonly rowTerms = new RowWords();

  get size(): number {
    return this.slots.size;
  }

  /** Enters a creator, in the place of what was known of them before. */
  put(row: IndexRow): void {
    const slot = this.slots.take(row.id);
    if (this.live.has(slot)) this.empty(slot);
    this.widen(slot);
    this.live.add(slot);
    this.names[slot] = row.searchName;
    for (const gram of gramsOf(row.searchName)) this.grams.at(this.grams.numberOf(gram)).add(slot);
    this.putTerms(slot, row);
    for (const [trait, values] of Object.entries(row.traits))
      for (const value of values) this.traitSet(`${trait} ${value}`).add(slot);
    for (const scheme of tierSchemes)
      this.traitSet(`tier ${scheme.id} ${tierOf(scheme, row.followers).key}`).add(slot);
    this.values.forEach((column, at) => (column[slot] = row.values[at] as number));
    this.audience.forEach((column, at) => (column[slot] = row.audience[at] ?? 0));
  }

  /** Takes a creator out; one who was not in it stays out. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot < 0) return;
    this.empty(slot);
    this.live.remove(slot);
    this.slots.leave(id);
  }

  /** Rows with this value of a trait; a tier is told by scheme and key. */
  having(trait: Trait, value: string, schemeId: string): TypedFastBitSet {
    const key = trait === 'tier' ? `tier ${schemeId} ${value}` : `${trait} ${value}`;
    return this.traits.get(key) ?? nobody;
  }

  column(name: Column): Float64Array {
    return this.values[columns.indexOf(name)] as Float64Array;
  }

  band(at: number): Uint16Array {
    return this.audience[at] as Uint16Array;
  }

  nameAt(slot: number): string {
    return this.names[slot] ?? '';
  }

  /** Rows that have all of these terms. */
  withTerms(kind: TermKind, values: readonly string[]): TypedFastBitSet {
    const postings = values.map((value) => this.terms.get(termOf(kind, value)));
    if (!postings.length || postings.includes(undefined)) return new TypedFastBitSet();
    const [rarest, ...others] = postings
      .filter((posting) => posting !== undefined)
      .sort((a, b) => a.size - b.size);
    const found = rarest?.toBitSet() ?? new TypedFastBitSet();
    for (const other of others) found.intersection(other.toBitSet());
    return found;
  }

  /** Rows whose folded name has this part, which is not empty. */
  withNamePart(part: string): TypedFastBitSet {
    const postings = gramsOf(part, part.length > 1 ? 2 : 1).map((gram) => this.grams.get(gram));
    if (postings.includes(undefined)) return new TypedFastBitSet();
    const [rarest] = postings.filter((posting) => posting !== undefined).sort((a, b) => a.size - b.size);
    // One letter or one pair is what the postings are of; more may stand apart in a name.
    if (part.length <= 2) return rarest?.toBitSet() ?? new TypedFastBitSet();
    const found = new TypedFastBitSet();
    rarest?.forEach((slot) => {
      if (this.names[slot]?.includes(part)) found.add(slot);
    });
    return found;
  }

  idsToSlots(ids: readonly string[]): TypedFastBitSet {
    return new TypedFastBitSet(ids.map((id) => this.slots.get(id)).filter((slot) => slot >= 0));
  }

  private putTerms(slot: number, row: IndexRow): void {
    const kinds: [TermKind, readonly string[]][] = [
      ['subCategory', row.subCategories],
      ['servedBrand', row.servedBrands],
      ['contentWord', row.contentWords],
    ];
    const terms = kinds.flatMap(([kind, values]) =>
      [...new Set(values)].map((value) => this.terms.numberOf(termOf(kind, value))),
    );
    for (const term of terms) this.terms.at(term).add(slot);
    this.rowTerms.set(slot, terms);
  }

  private empty(slot: number): void {
    for (const gram of gramsOf(this.names[slot] ?? '')) this.grams.get(gram)?.remove(slot);
    for (const term of this.rowTerms.of(slot)) this.terms.at(term).remove(slot);
    this.rowTerms.set(slot, []);
    this.names[slot] = '';
    for (const set of this.traits.values()) set.remove(slot);
  }

  private traitSet(key: string): TypedFastBitSet {
    let set = this.traits.get(key);
    if (!set) this.traits.set(key, (set = new TypedFastBitSet()));
    return set;
  }

  private widen(slot: number): void {
    const length = this.values[0]?.length ?? 0;
    if (slot < length) return;
    const wider = Math.ceil(length * 1.5);
    this.values.forEach((column, at) => (this.values[at] = widened(column, new Float64Array(wider))));
    this.audience.forEach((column, at) => (this.audience[at] = widened(column, new Uint16Array(wider))));
  }
}

const nobody = new TypedFastBitSet();

/** The letters and pairs of letters of a name, or only the ones of one length; each once. */
function gramsOf(name: string, only?: 1 | 2): string[] {
  const grams = new Set<string>();
  for (let at = 0; at < name.length; at++) {
    if (only !== 2) grams.add(name.charAt(at));
    if (only !== 1 && at + 1 < name.length) grams.add(name.slice(at, at + 2));
  }
  return [...grams];
}
