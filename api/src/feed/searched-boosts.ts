import { KeywordIndex, type KeywordOwner, type KeywordMatch } from '@poolrise/domain';
import type { BoostWords } from '../boosts/boosts-for-feed';
import { searchWordsOf } from '../words/segment';

/** How a search meets a boost: by which of its keywords (their place in its list, from 1), and how closely. */
export interface MetKeyword {
  place: number;
  as: KeywordMatch;
}

/** Searches whose answer is remembered: readers search for the same all day, and cutting a text into words costs most. */
const rememberedMax = 5_000;

/** The words of running boosts in search, and which of the boosts a search meets. */
export class SearchedBoosts {
  private readonly words = new Map<string, KeywordOwner>();
  private index = new KeywordIndex([], searchWordsOf);
  private readonly met = new Map<string, ReadonlyMap<string, MetKeyword>>();

  /** Boosts whose words are not known yet. */
  missing(running: readonly string[]): string[] {
    return running.filter((boostId) => !this.words.has(boostId));
  }

  /** Takes over what began with its words, and forgets what ended. */
  follow(running: readonly string[], begun: readonly BoostWords[]): void {
    if (!begun.length && this.words.size === running.length) return;
    for (const { boostId, ...words } of begun) this.words.set(boostId, { id: boostId, ...words });
    const still = new Set(running);
    for (const boostId of this.words.keys()) if (!still.has(boostId)) this.words.delete(boostId);
    this.index = new KeywordIndex(this.words.values(), searchWordsOf);
    this.met.clear();
  }

  /** Boosts that a search meets, by id. */
  find(query: string): ReadonlyMap<string, MetKeyword> {
    const remembered = this.met.get(query);
    if (remembered) return remembered;
    if (this.met.size >= rememberedMax) this.met.clear();
    const met = new Map<string, MetKeyword>();
    for (const [boostId, { keyword, match, as }] of this.index.find(query)) {
      const place = this.words
        .get(boostId)
        ?.keywords.findIndex((own) => own.text === keyword && own.match === match);
      if (place !== undefined && place >= 0) met.set(boostId, { place: place + 1, as });
    }
    this.met.set(query, met);
    return met;
  }
}
