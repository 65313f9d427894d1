import { sumOf } from '../probability/means';
import { emptyHour, NoteInPlay } from './note-in-play';
import { contentSignals, NoteResponses } from './note-responses';
import { OwnStream } from './own-stream';
import { type OpenWorth, openWorth, worthOf } from './open-worth';
import {
  lookAlikeLift,
  lookAlikeSeeds,
  type PaidRail,
  plainPaidRail,
  type SpillMechanism,
} from './paid-rail';
import { believedPlaces, type Places, truePlaces } from './places';
import { nothingServed, type RuleInPlay, type Served } from './serving-rule';
import type { SimulationAsk } from './simulate';
import { noTotals } from './simulation-run';

export type SimulatedRail = 'guaranteed' | 'organic' | 'paid';

/** Nobody opens more than nine of ten notes that they are shown. */
const mostOpens = 0.9;

/** The feed of one run while it lasts: who is on show, what is left of the hour, and what showing a note brings. */
export class FeedInPlay {
  readonly notes: readonly NoteInPlay[];
  readonly rule: RuleInPlay;
  readonly totals = noTotals();
  active: NoteInPlay[] = [];
  hour = 0;
  /** Impressions of this hour, and what is left of them. */
  capacity = 0;
  left = 0;

  private readonly truth: Places;
  private readonly believed: Places;
  private readonly births: readonly NoteInPlay[];
  private born = 0;
  private readonly organicResponses: (NoteResponses | undefined)[] = [];
  private readonly paidResponses: (NoteResponses | undefined)[] = [];
  private boostsLeft: { note: NoteInPlay; hour: number; impressions: number; until?: number }[];
  private readonly imposed: ReadonlyMap<string, 'pass' | 'stop'>;
  private readonly served: Served;
  private readonly ruleWorth: OpenWorth;
  private readonly trueWorth: OpenWorth;
  private readonly milestone: number;
  private readonly paidRail: PaidRail;

  constructor(readonly ask: SimulationAsk) {
    const { world, rule, seed, treatment = {}, record, valuedBy = world.weights } = ask;
    this.truth = truePlaces(world);
    this.believed = believedPlaces(world);
    this.notes = world.notes.map((note, index) => new NoteInPlay(note, index, world.segments.length));
    for (const play of this.notes) if (record?.has(play.note.id)) play.hourly = [];
    this.births = [...this.notes].sort((a, b) => a.note.bornHour - b.note.bornHour);
    const byId = new Map(this.notes.map((play) => [play.note.id, play]));
    this.boostsLeft = (treatment.boosts ?? []).flatMap(({ noteId, ...boost }) => {
      const note = byId.get(noteId);
      return note ? [{ ...boost, note }] : [];
    });
    this.imposed = new Map(
      (treatment.rulings ?? []).map(({ noteId, level, ruling }) => [`${noteId} ${level}`, ruling]),
    );
    this.ruleWorth = openWorth(world);
    this.trueWorth = openWorth({ rates: world.rates, weights: valuedBy });
    this.milestone = ask.milestone ?? 5_000;
    this.paidRail = world.paid ?? plainPaidRail;
    this.served = nothingServed(world.segments.length);
    const chance = new OwnStream(seed, `rule ${rule.name}`);
    this.rule = rule.start({ world, places: this.believed, truth: this.truth, chance });
  }

  get mostPerNote(): number {
    return this.ask.world.mostOfAnHour * this.capacity;
  }

  beginHour(hour: number): void {
    this.hour = hour;
    this.capacity = this.ask.world.capacity[hour] ?? 0;
    this.left = this.capacity;
    this.totals.capacity += this.capacity;
  }

  admit(): void {
    for (; this.born < this.births.length; this.born++) {
      const play = this.births[this.born] as NoteInPlay;
      if (play.note.bornHour > this.hour) break;
      play.state = 'promised';
      this.active.push(play);
    }
  }

  /** Paid impressions take their part of the hour first, since they are owed; a stopped note gets them all the same. */
  deliverBoosts(): void {
    const { mostOfHour } = this.paidRail;
    let room = mostOfHour === null ? this.left : mostOfHour * this.capacity;
    const most = mostOfHour === null ? this.mostPerNote : room;
    for (const boost of this.boostsLeft) {
      if (boost.hour > this.hour || boost.note.state === 'unborn') continue;
      const impressions = Math.min(boost.impressions, most, room, this.left);
      room -= impressions;
      this.show(boost.note, impressions, this.widestReach, 'paid');
      boost.impressions -= impressions;
    }
    this.boostsLeft = this.boostsLeft.filter(
      ({ impressions, until = Infinity }) => impressions > 0 && this.hour + 1 < until,
    );
  }

  judge(play: NoteInPlay): void {
    this.totals.rulingsMade++;
    const { ruling, reason, chance, estimate = null } = this.rule.judge(play, this.hour);
    if (ruling === 'wait') return;
    const imposed = this.imposed.get(`${play.note.id} ${play.level}`);
    const final = imposed !== undefined && ruling !== 'finish' ? imposed : ruling;
    this.rule.ruled?.(play, final);
    play.rulings.push({
      hour: this.hour,
      level: play.level,
      ruling: final,
      reason: final === ruling ? reason : 'MANUAL_STOP',
      chance,
      impressions: play.poolImpressions,
      stated: estimate,
      trueLift:
        estimate && (play.trueExpectedClicks / estimate.expectedClicks) * worthOf(play.note, this.ruleWorth),
      imposed: final !== ruling,
    });
    if (final === 'pass') play.startPool(play.level + 1);
    else play.state = final === 'stop' ? 'stopped' : 'finished';
  }

  forgetEnded(): void {
    this.active = this.active.filter(({ state }) => state === 'live' || state === 'promised');
  }

  /** Shows a note to the readers of a reach and counts what they do. */
  show(play: NoteInPlay, impressions: number, reach: number, rail: SimulatedRail): void {
    if (!(impressions > 0)) return;
    const { served } = this;
    served.impressions = impressions;
    served.reach = reach;
    served.impressionsBySegment.fill(0);
    served.clicksBySegment.fill(0);
    served.expectedBySegment.fill(0);
    const value = this.showBySegment(play, rail);
    this.left -= impressions;
    this.totals[rail] += impressions;
    play[rail] += impressions;
    this.countAnswers(play, rail);
    play.trueValue += value;
    // A paid impression is somebody's money, not the rule's merit: it is not scored.
    if (rail !== 'paid' && this.hour >= this.ask.world.scoredFromHour) {
      this.totals.scoredValue += value;
      this.totals.scoredImpressions += impressions;
    }
    if (rail !== 'paid') this.rule.served?.(play, served, this.hour);
  }

  /** What nobody wanted shows something from outside the pools. */
  fill(): void {
    if (!(this.left > 0)) return;
    this.totals.unfilled += this.left;
    if (this.hour < this.ask.world.scoredFromHour) return;
    this.totals.scoredUnfilled += this.left;
    this.totals.scoredImpressions += this.left;
    this.totals.scoredValue += this.left * this.ask.world.fillerValue;
  }

  private get widestReach(): number {
    return this.ask.world.reaches.length - 1;
  }

  /** Spreads the impressions over the segments, draws the opens, and returns the true value at a neutral slot. */
  private showBySegment(play: NoteInPlay, rail: SimulatedRail): number {
    const { truth, believed, served, hour } = this;
    const { note } = play;
    const { click } = this.ask.world.rates;
    const chosen = rail === 'paid' ? null : this.rule.segments?.(play, served.reach, hour);
    const segments = chosen ?? truth.segmentsAt(note, served.reach);
    let readers = 0;
    for (const segment of segments) readers += truth.share(segment);
    const trueFactor =
      truth.slotFactor(note) * truth.followerFactor(note, served.reach) * this.railFactor(play, rail);
    const believedFactor = believed.slotFactor(note) * believed.followerFactor(note, served.reach);
    const answeredAt = rail === 'paid' && !this.paidRail.ages ? note.bornHour : hour;
    const valueOfNote = worthOf(note, this.trueWorth);
    const responses = this.responsesOf(play, rail);
    let value = 0;
    for (const segment of segments) {
      const part = (served.impressions * truth.share(segment)) / readers;
      const response =
        truth.inSegment(play, segment, answeredAt) * note.hook * (note.segmentDeviations[segment] as number);
      served.impressionsBySegment[segment] = part;
      const opens = part * Math.min(mostOpens, click * response * trueFactor);
      served.clicksBySegment[segment] = responses.open(opens);
      if (rail !== 'paid') play.trueExpectedClicks += opens;
      served.expectedBySegment[segment] =
        part * click * believed.inSegment(play, segment, hour) * believedFactor;
      value += part * response * valueOfNote;
      play.shown[segment] = (play.shown[segment] as number) + part;
    }
    return value;
  }

  /** What the rail makes of a note's response: paid readers respond in their own way, and may be assumed to bring their like. */
  private railFactor(play: NoteInPlay, rail: SimulatedRail): number {
    if (rail === 'paid') return this.paidRail.click;
    const seeded = this.assumes('look-alike') && total(play.paidSignals) >= lookAlikeSeeds;
    return seeded ? lookAlikeLift : 1;
  }

  private assumes(mechanism: SpillMechanism): boolean {
    return this.paidRail.assumed.includes(mechanism);
  }

  private countAnswers(play: NoteInPlay, rail: SimulatedRail): void {
    const { served } = this;
    const clicks = sumOf(served.clicksBySegment);
    const signals = rail === 'paid' ? play.paidSignals : play.signals;
    const before = total(signals);
    const content = this.responsesOf(play, rail).follow(clicks, signals);
    this.recordHour(play, rail, clicks, total(signals) - before);
    if (rail === 'paid') {
      play.paidClicks += clicks;
      if (this.assumes('paid-score')) this.countForScore(play, clicks, content);
      return;
    }
    play.impressions += served.impressions;
    play.poolImpressions += served.impressions;
    play.clicks += clicks;
    play.expectedClicks += sumOf(served.expectedBySegment);
    play.content += content;
    play.poolValue += this.ruleWorth.click * clicks + content;
    if (play.milestoneHour === null && play.impressions >= this.milestone) play.milestoneHour = this.hour;
  }

  /** Paid answers held against what natural readers would have given, as a score that cannot tell them apart would. */
  private countForScore(play: NoteInPlay, clicks: number, content: number): void {
    play.clicks += clicks;
    play.scoredPaidClicks += clicks;
    play.expectedClicks += sumOf(this.served.expectedBySegment);
    play.content += content;
    this.rule.rated?.(play);
  }

  private recordHour(play: NoteInPlay, rail: SimulatedRail, clicks: number, engagements: number): void {
    if (!play.hourly) return;
    let last = play.hourly.at(-1);
    if (last?.hour !== this.hour) play.hourly.push((last = emptyHour(this.hour)));
    last.level = play.level;
    last[rail] += this.served.impressions;
    if (rail === 'paid') last.paidClicks += clicks;
    else {
      last.clicks += clicks;
      last.engagements += engagements;
    }
  }

  private responsesOf(play: NoteInPlay, rail: SimulatedRail): NoteResponses {
    const paid = rail === 'paid';
    const all = paid ? this.paidResponses : this.organicResponses;
    const { world, seed } = this.ask;
    const { id, content } = play.note;
    const note = paid ? { id, content: content * this.paidRail.content } : play.note;
    return (all[play.index] ??= new NoteResponses(seed, note, world, paid));
  }
}

function total(counts: Record<(typeof contentSignals)[number], number>): number {
  return counts.like + counts.collect + counts.comment + counts.share + counts.follow;
}
