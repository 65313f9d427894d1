import { audienceBands, tierOf, tierSchemes } from '@poolrise/domain';
import { TypedFastBitSet } from 'typedfastbitset';
import { type Column, columns, type Trait } from './creator-question';
import { FigureColumn } from './figure-column';
import { LetterPairs, type Posting, Postings, RowWords, widened } from './postings';
import { type Rows, Scratch, wordsOf } from './sieve';
import { SlotsById } from './slots-by-id';

export const plainTraits = [
  'category',
  'servedCategory',
  'persona',
  'style',
  'scene',
  'gender',
  'cityTier',
  'province',
  'mcn',
  'health',
  'accepts',
] as const satisfies readonly Trait[];
export const termKinds = ['subCategory', 'servedBrand', 'contentWord'] as const;
export type TermKind = (typeof termKinds)[number];

/** A creator as the index takes them in. */
export interface IndexRow {
  id: string;
  searchName: string;
  followers: number;
  /** what the row has of each of `plainTraits`, beside them; tiers follow from the followers */
  traits: readonly (readonly (string | null)[])[];
  /** beside `termKinds` */
  terms: readonly (readonly string[])[];
  /** beside `columns`; NaN where nothing is known */
  values: ArrayLike<number>;
  /** parts in ten thousand beside `audienceBands`; none without a portrait */
  audience: ArrayLike<number>;
}

type SetsByValue = Map<string | null, TypedFastBitSet>;

/**
 * The directory in memory, column by column: a bitset for every value of every trait, an array with steps for every figure,
 * postings for words and for pairs of letters of names. Rows stand in slots; one that goes leaves its slot to the next who
 * comes.
 */
export class CreatorIndex {
  readonly slots = new SlotsById();
  readonly live = new TypedFastBitSet();
  readonly scratch = new Scratch();
  private readonly traits: SetsByValue[] = plainTraits.map(() => new Map());
  private readonly tiers = tierSchemes.map((scheme) => ({
    scheme,
    sets: new Map(scheme.tiers.map(({ key }) => [key, new TypedFastBitSet()])),
  }));
  private readonly figures = columns.map(() => new FigureColumn());
  private readonly audience = audienceBands.map(() => new Uint16Array(1_024));
  private readonly names: string[] = [];
  private readonly letters = new LetterPairs();
  private readonly terms = new Postings(termKinds.length);
  private readonly rowTerms = new RowWords();

  get size(): number {
    return this.slots.size;
  }

  /** Makes room for so many rows at once; growing by and by copies every column again and again. */
  reserve(rows: number): void {
    if (rows <= this.slots.end) return;
    for (const figure of this.figures) figure.widen(rows);
    this.widenAudience(Math.max(rows, this.audience[0]?.length ?? 0));
  }

  /** Enters a creator, in the place of what was known of them before. */
  put(row: IndexRow): void {
    const slot = this.slots.take(row.id);
    if (this.live.has(slot)) this.empty(slot);
    this.live.add(slot);
    this.names[slot] = row.searchName;
    this.letters.add(slot, row.searchName);
    this.putTerms(slot, row);
    this.putTraits(slot, row);
    for (let at = 0; at < this.figures.length; at++)
      (this.figures[at] as FigureColumn).set(slot, row.values[at] as number);
    if (slot >= (this.audience[0]?.length ?? 0)) this.widenAudience(Math.ceil(slot * 1.5));
    for (let at = 0; at < this.audience.length; at++)
      (this.audience[at] as Uint16Array)[slot] = row.audience[at] ?? 0;
  }

  /** Takes a creator out; one who was not in it stays out. */
  remove(id: string): void {
    const slot = this.slots.get(id);
    if (slot < 0) return;
    this.empty(slot);
    this.live.remove(slot);
    this.slots.leave(id);
  }

  /** Rows with this value of a trait; a tier is told by scheme and key. Not to be written to. */
  having(trait: Trait, value: string, schemeId: string): Rows {
    const sets: SetsByValue | undefined =
      trait === 'tier'
        ? this.tiers.find(({ scheme }) => scheme.id === schemeId)?.sets
        : this.traits[plainTraits.indexOf(trait)];
    return wordsOf(sets?.get(value) ?? nobody, this.slots.end);
  }

  figure(name: Column): FigureColumn {
    return this.figures[columns.indexOf(name)] as FigureColumn;
  }

  band(at: number): Uint16Array {
    return this.audience[at] as Uint16Array;
  }

  nameAt(slot: number): string {
    return this.names[slot] ?? '';
  }

  /** Adds the rows that have all of these terms to a set. */
  addWithTerms(rows: Rows, kind: TermKind, values: readonly string[]): void {
    const [rarest, ...others] = byRarity(
      values.map((value) => this.terms.get(termKinds.indexOf(kind), value)),
    );
    if (!rarest) return;
    if (!others.length) return rarest.addTo(rows);
    const found = this.scratch.take(rows.length).fill(0);
    rarest.addTo(found);
    const next = this.scratch.take(rows.length);
    for (const other of others) {
      next.fill(0);
      other.addTo(next);
      for (let at = 0; at < found.length; at++) found[at] = (found[at] as number) & (next[at] as number);
    }
    for (let at = 0; at < found.length; at++) rows[at] = (rows[at] as number) | (found[at] as number);
  }

  /** Adds the rows whose folded name has this part, which is not empty, to a set. */
  addWithNamePart(rows: Rows, part: string): void {
    const pair = part.length > 1;
    const places = Array.from({ length: part.length - (pair ? 1 : 0) }, (_, at) => at);
    const [rarest] = byRarity(places.map((at) => this.letters.get(part, at, pair)));
    // One letter or one pair is what the postings are of; more may stand apart in a name.
    if (part.length <= 2) return rarest?.addTo(rows);
    rarest?.forEach((slot) => {
      if (this.names[slot]?.includes(part))
        rows[slot >>> 5] = (rows[slot >>> 5] as number) | (1 << (slot & 31));
    });
  }

  addIds(rows: Rows, ids: readonly string[]): void {
    for (const id of ids) {
      const slot = this.slots.get(id);
      if (slot >= 0) rows[slot >>> 5] = (rows[slot >>> 5] as number) | (1 << (slot & 31));
    }
  }

  private putTerms(slot: number, row: IndexRow): void {
    const terms = termKinds.flatMap((_, at) =>
      [...new Set(row.terms[at])].map((value) => this.terms.numberOf(at, value)),
    );
    for (const term of terms) this.terms.at(term).add(slot);
    this.rowTerms.set(slot, terms);
  }

  private putTraits(slot: number, { traits, followers }: IndexRow): void {
    for (let trait = 0; trait < plainTraits.length; trait++) {
      const sets = this.traits[trait] as SetsByValue;
      for (const value of traits[trait] ?? []) {
        let set = sets.get(value);
        if (!set) sets.set(value, (set = new TypedFastBitSet()));
        set.add(slot);
      }
    }
    for (const { scheme, sets } of this.tiers) sets.get(tierOf(scheme, followers).key)?.add(slot);
  }

  private empty(slot: number): void {
    this.letters.remove(slot, this.names[slot] ?? '');
    for (const term of this.rowTerms.of(slot)) this.terms.at(term).remove(slot);
    this.rowTerms.set(slot, []);
    this.names[slot] = '';
    for (const sets of this.traits) for (const set of sets.values()) set.remove(slot);
    for (const { sets } of this.tiers) for (const set of sets.values()) set.remove(slot);
    for (const figure of this.figures) figure.clear(slot);
  }

  private widenAudience(rows: number): void {
    this.audience.forEach((column, at) => (this.audience[at] = widened(column, new Uint16Array(rows))));
  }
}

const nobody = new TypedFastBitSet();

/** The rarest first; none at all when one of them is of nobody. */
function byRarity(postings: readonly (Posting | undefined)[]): Posting[] {
  const known = postings.filter((posting) => posting !== undefined);
  return known.length === postings.length ? known.sort((a, b) => a.size - b.size) : [];
}
