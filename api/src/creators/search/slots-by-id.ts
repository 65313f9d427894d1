const free = -1;
const left = -2;
const wordsAnId = 4;

/**
 * Which slot a creator's row stands in, and whose row a slot is. Ids are kept as 128 bits in one array and found by open
 * addressing: a Map of a million texts would take ten times as much memory.
 */
export class SlotsById {
  private ids = new Uint32Array(wordsAnId * 1_024);
  private table = new Int32Array(4_096).fill(free);
  /** places of the table that are not free any more, those left behind among them */
  private used = 0;
  private readonly vacant: number[] = [];
  private readonly asked = new Uint32Array(wordsAnId);
  /** slots that were ever given out: every slot is below */
  end = 0;

  get size(): number {
    return this.end - this.vacant.length;
  }

  /** -1 when nobody has this id. */
  get(id: string): number {
    readId(id, this.asked, 0);
    const place = this.placeOf(this.asked);
    return place < 0 ? -1 : (this.table[place] as number);
  }

  /** The slot of this id, a vacant one when it has none yet. */
  take(id: string): number {
    const known = this.get(id);
    if (known >= 0) return known;
    const slot = this.vacant.pop() ?? this.end++;
    if ((slot + 1) * wordsAnId > this.ids.length) {
      const wider = new Uint32Array(Math.ceil(this.ids.length * 1.5));
      wider.set(this.ids);
      this.ids = wider;
    }
    this.ids.set(this.asked, slot * wordsAnId);
    if ((this.used + 1) * 2 > this.table.length) this.rebuild(slot);
    this.enter(slot);
    return slot;
  }

  leave(id: string): void {
    readId(id, this.asked, 0);
    const place = this.placeOf(this.asked);
    if (place < 0) return;
    this.vacant.push(this.table[place] as number);
    this.table[place] = left;
  }

  idAt(slot: number): string {
    const hex = Array.from(this.ids.subarray(slot * wordsAnId, (slot + 1) * wordsAnId), (word) =>
      word.toString(16).padStart(8, '0'),
    ).join('');
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
  }

  /** The order of ids in PostgreSQL: byte by byte. */
  compare(slot: number, other: number): number {
    return this.compareWith(slot, this.ids, other * wordsAnId);
  }

  /** The same order against an id that need not be here. */
  comparerWith(id: string): (slot: number) => number {
    const bits = new Uint32Array(wordsAnId);
    readId(id, bits, 0);
    return (slot) => this.compareWith(slot, bits, 0);
  }

  private compareWith(slot: number, words: Uint32Array, at: number): number {
    for (let word = 0; word < wordsAnId; word++) {
      const difference = (this.ids[slot * wordsAnId + word] as number) - (words[at + word] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }

  private placeOf(id: Uint32Array): number {
    for (let place = this.firstPlace(id, 0); ; place = (place + 1) & (this.table.length - 1)) {
      const slot = this.table[place] as number;
      if (slot === free) return -1;
      if (slot !== left && this.compareWith(slot, id, 0) === 0) return place;
    }
  }

  private enter(slot: number): void {
    let place = this.firstPlace(this.ids, slot * wordsAnId);
    while ((this.table[place] as number) !== free) place = (place + 1) & (this.table.length - 1);
    this.table[place] = slot;
    this.used++;
  }

  /** Twice as wide where it is full, and as wide as before where it was only full of what had left. */
  private rebuild(coming: number): void {
    const slots = this.table.filter((slot) => slot >= 0 && slot !== coming);
    this.table = new Int32Array(
      slots.length * 4 > this.table.length ? this.table.length * 2 : this.table.length,
    );
    this.table.fill(free);
    this.used = 0;
    for (const slot of slots) this.enter(slot);
  }

  private firstPlace(words: Uint32Array, at: number): number {
    const mixed = Math.imul(
      (words[at] as number) ^
        Math.imul(words[at + 1] as number, 0x85ebca6b) ^
        Math.imul(words[at + 2] as number, 0xc2b2ae35) ^
        (words[at + 3] as number),
      0x9e3779b1,
    );
    return ((mixed ^ (mixed >>> 15)) >>> 0) & (this.table.length - 1);
  }
}

/** The 128 bits of a uuid as PostgreSQL writes it. */
function readId(id: string, into: Uint32Array, at: number): void {
  into[at] = parseInt(id.slice(0, 8), 16);
  into[at + 1] = parseInt(id.slice(9, 13) + id.slice(14, 18), 16);
  into[at + 2] = parseInt(id.slice(19, 23) + id.slice(24, 28), 16);
  into[at + 3] = parseInt(id.slice(28), 16);
}
