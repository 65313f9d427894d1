import {
  type ArmVerdict,
  decideRace,
  drawRates,
  judgeRace,
  type RaceArm,
  raceChance,
  raceDefaults,
  racePrior,
  type RaceRule,
  roundBudget,
  shareRound,
} from '@poolrise/domain';
import { type Cast, workspaceOf } from '../cast/cast';
import type { RandomStream } from '../random';
import type { Boosting, WorldBoost } from './boosting';
import { hourMs } from './publish';
import { type RaceScript, raceScripts } from './race-scripts';
import type { WorldNote } from './world-note';

/** A round of a race: which boosts it launched, and what was judged at its end. */
export interface WorldRaceRound {
  beganAt: number;
  endsAt: number;
  budgetCents: number;
  /** null where a note sat out, in the order of the notes */
  boosts: (WorldBoost | null)[];
  verdicts: ArmVerdict[] | null;
}

/** A race of the history, in the shape of its rows. */
export interface WorldRace {
  id: string;
  requestKey: string;
  workspaceId: string;
  startedBy: string;
  script: RaceScript;
  rule: RaceRule;
  /** indices of the notes in the world */
  notes: number[];
  priors: RaceArm['prior'][];
  startedAt: number;
  rounds: WorldRaceRound[];
  end: { because: 'clear' | 'close-enough' | 'rounds-over'; at: number } | null;
}

/** The races of the history, judged and shared by the domain's own functions as the running product does. */
export class Racing {
  readonly races: WorldRace[] = [];

  constructor(
    private readonly random: RandomStream,
    private readonly cast: Cast,
    private readonly notes: readonly WorldNote[],
    private readonly boosting: Boosting,
    private readonly end: number,
  ) {}

  /** What begins or goes on with this hour. */
  begin(hour: number): void {
    for (const race of this.races)
      if (!race.end && (race.rounds.at(-1)?.endsAt ?? Infinity) <= hour) this.advance(race, hour);
    for (const script of raceScripts)
      if (this.end - script.hoursAgo * hourMs === hour) this.start(script, hour);
  }

  private start(script: RaceScript, at: number): void {
    const workspaceId = workspaceOf(this.cast, script.workspace).id;
    const notes = this.choose(workspaceId, script, at);
    if (notes.length < 2) return;
    const race: WorldRace = {
      id: this.random.uuid(),
      requestKey: this.random.uuid(),
      workspaceId,
      startedBy: this.boosting.personId(script.marketer),
      script,
      rule: { ...raceDefaults, ...script.rule },
      notes,
      priors: notes.map((note) => racePrior((this.notes[note] as WorldNote).category, script.goal)),
      startedAt: at,
      rounds: [],
      end: null,
    };
    this.races.push(race);
    const equal = notes.map((note) => ({ noteId: this.idOf(note), chanceBest: 1 / notes.length }));
    this.beginRound(race, equal, at);
  }

  private advance(race: WorldRace, at: number): void {
    const verdicts = judgeRace(drawRates(this.armsOf(race), raceChance(race.id)));
    (race.rounds.at(-1) as WorldRaceRound).verdicts = verdicts;
    const because =
      decideRace(verdicts, race.rule) ??
      (race.rounds.length === race.script.rounds ? ('rounds-over' as const) : null);
    if (because) race.end = { because, at };
    else this.beginRound(race, verdicts, at);
  }

  private beginRound(race: WorldRace, chances: Parameters<typeof shareRound>[1], at: number): void {
    const { budgetCents, rounds, roundHours, goal } = race.script;
    const spentCents = this.boostsOf(race).reduce((sum, boost) => sum + boost.spentCents, 0);
    const leftCents = budgetCents - spentCents;
    const roundCents = roundBudget({ leftCents, roundsLeft: rounds - race.rounds.length });
    const shares = new Map(shareRound(roundCents, chances).map(({ noteId, cents }) => [noteId, cents]));
    const boosts = race.notes.map((note) => {
      const cents = shares.get(this.idOf(note)) ?? 0;
      if (cents === 0) return null;
      const ask = { goal, budgetCents: cents, durationHours: roundHours };
      return this.boosting.launchFor(race.workspaceId, race.startedBy, note, ask, at);
    });
    const endsAt = at + roundHours * hourMs;
    race.rounds.push({ beganAt: at, endsAt, budgetCents: roundCents, boosts, verdicts: null });
  }

  private armsOf(race: WorldRace): RaceArm[] {
    return race.notes.map((note, place) => {
      const hours = this.boostsOf(race)
        .filter((boost) => boost.note === note)
        .flatMap((boost) => [...boost.hours.values()]);
      const goalsOf = ({ clicks, likes, collects, follows }: (typeof hours)[number]): number =>
        ({ reads: clicks, 'likes-collects': likes + collects, follows })[race.script.goal];
      return {
        noteId: this.idOf(note),
        impressions: hours.reduce((sum, { impressions }) => sum + impressions, 0),
        goals: hours.reduce((sum, counts) => sum + goalsOf(counts), 0),
        prior: race.priors[place] as RaceArm['prior'],
      };
    });
  }

  private boostsOf(race: WorldRace): WorldBoost[] {
    return race.rounds.flatMap(({ boosts }) => boosts.filter((boost) => boost !== null));
  }

  /** Notes that nobody can tell apart by looking: one of the better young ones, and those nearest to it by its side. */
  private choose(workspaceId: string, { goal, notes, oldestHours }: RaceScript, at: number): number[] {
    const boosted = new Set(this.boosting.boosts.map((boost) => boost.note));
    const free = [...this.notes.keys()].filter((index) => {
      const note = this.notes[index] as WorldNote;
      const ageHours = (at - note.publishedAt) / hourMs;
      const ours = note.workspaceId === workspaceId && note.auditState === 'passed';
      return ours && ageHours > 2 && ageHours < oldestHours && !boosted.has(index);
    });
    const worth = (index: number): number => {
      const { hook, content } = (this.notes[index] as WorldNote).quality;
      return goal === 'reads' ? hook : hook * content;
    };
    free.sort((a, b) => worth(b) - worth(a));
    const first = Math.min(2, Math.max(0, free.length - notes));
    return free.slice(first, first + notes);
  }

  private idOf(note: number): string {
    return (this.notes[note] as WorldNote).id;
  }
}
