/** How the readers of one note answered, by segment. */
export interface AudienceAnswers {
  opens: ArrayLike<number>;
  /** Opens of an average note of an average topic in the same slots and hours: exposure without topic and affinity. */
  exposure: ArrayLike<number>;
}

/** What is believed before anybody has answered. */
export interface TopicBelief {
  /** Response of an average note by topic, then by segment; 1 is average, and above 0. */
  profiles: readonly (readonly number[])[];
  /** What the keywords say, and how often they are right. */
  keywordTopic: number;
  keywordAccuracy: number;
  /** Mean and gamma shape of the lift of new notes. */
  hookMean: number;
  hookShape: number;
  /** Variance of a note's own taste by segment, as a share of the squared mean: so much news no segment can exceed. */
  ownTaste: number;
}

/** What a note turns out to be about. Arrays are by topic. */
export interface RereadTopic {
  chance: Float64Array;
  /** Lift of the hook if the note were about this topic. */
  hooks: Float64Array;
}

/**
 * Reads again what a note is about, from who opens it: keywords are wrong about some notes, and those find their readers
 * only when somebody notices that the answers fit another topic better.
 *
 * Bayes over topics; for each the hook is gamma distributed, opens are Poisson, and integrating the hook out leaves
 * sum(O_s ln f_s) - (a + O) ln(a / m + E). A segment's news is capped by the note's own taste: O / (1 + ownTaste x O).
 * Source: Bayes' rule; naive Bayes on who opened,.
 */
export function rereadTopic(answers: AudienceAnswers, belief: TopicBelief): RereadTopic {
  const { profiles, keywordTopic, keywordAccuracy } = belief;
  const chance = new Float64Array(profiles.length);
  const hooks = new Float64Array(profiles.length);
  const others = (1 - keywordAccuracy) / Math.max(1, profiles.length);
  let most = -Infinity;
  for (let topic = 0; topic < profiles.length; topic++) {
    const { fit, hook } = fitOf(answers, profiles[topic] as readonly number[], belief);
    const score = Math.log(topic === keywordTopic ? keywordAccuracy + others : others) + fit;
    chance[topic] = score;
    hooks[topic] = hook;
    most = Math.max(most, score);
  }
  let sum = 0;
  for (let topic = 0; topic < chance.length; topic++)
    sum += chance[topic] = Math.exp((chance[topic] as number) - most);
  for (let topic = 0; topic < chance.length; topic++) chance[topic] = (chance[topic] as number) / sum;
  return { chance, hooks };
}

/** How well one topic explains the answers (a log-likelihood up to a constant), and the hook the note then has. */
function fitOf(
  { opens, exposure }: AudienceAnswers,
  profile: readonly number[],
  { hookMean, hookShape, ownTaste }: TopicBelief,
): { fit: number; hook: number } {
  const priorExpected = hookShape / hookMean;
  let fit = 0;
  let newsOpens = 0;
  let newsExpected = 0;
  let allOpens = 0;
  let allExpected = 0;
  for (let segment = 0; segment < profile.length; segment++) {
    const seen = opens[segment] as number;
    const exposed = exposure[segment] as number;
    if (!(exposed > 0)) continue;
    const expected = exposed * (profile[segment] as number);
    const news = 1 / (1 + ownTaste * seen);
    fit += news * seen * Math.log(profile[segment] as number);
    newsOpens += news * seen;
    newsExpected += news * expected;
    allOpens += seen;
    allExpected += expected;
  }
  return {
    fit: fit - (hookShape + newsOpens) * Math.log(priorExpected + newsExpected),
    hook: (hookShape + allOpens) / (priorExpected + allExpected),
  };
}
