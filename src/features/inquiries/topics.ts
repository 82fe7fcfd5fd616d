import { createIndex, type SearchIndex, type Thesaurus } from '../../search/index.ts';
import type { InquiryPorts, Topic } from './ports.ts';

export interface Topics {
  /** In the order of the topics given. */
  readonly ids: readonly string[];
  /** The topic that a question is most likely about, when that is rather sure and it is one of `among`. Fast, but for the first call. */
  suggest(question: string, among: readonly string[]): string | undefined;
  /** The name of a topic; its id where it has none. */
  label(id: string): string;
  /** How much a text is about each topic, by id: what `closeness` compares. Fast, but for the first call. */
  profile(text: string): Profile;
}

export type Profile = ReadonlyMap<string, number>;

/** How far two texts are about the same topics: 0 not at all, 1 the same in the same measure. 0 where one is about none. */
export function closeness(one: Profile, other: Profile): number {
  const product = (a: Profile, b: Profile) => [...a].reduce((sum, [topic, weight]) => sum + weight * (b.get(topic) ?? 0), 0);
  const lengths = Math.sqrt(product(one, one) * product(other, other));
  return lengths === 0 ? 0 : product(one, other) / lengths;
}

/** Examples near the question that have a vote, each as much as the search trusts it. */
const VOTERS = 10;
/** What further votes for a topic count: many that say a little are no proof. */
const FURTHER_VOTE = 0.3;
/** How far the best topic must be ahead of the next: chosen on the develop questions of this file's test and on the handbooks. */
const LEAST_LEAD = 0.5;

/** What is known of each topic: its examples one by one (the nearest ones vote), and all of them together (words of several). */
interface Knowledge {
  readonly known: readonly { readonly topic: string }[];
  readonly examples: SearchIndex;
  readonly wholes: SearchIndex;
}

/** Suggests topics by what is known to belong to them. The indexes are built at the first question. */
export function createTopics({
  topics,
  examples,
  thesaurus,
}: {
  topics: readonly Topic[];
  examples: InquiryPorts['topicExamples'];
  thesaurus: Thesaurus;
}): Topics {
  const labels = new Map(topics.map(({ id, label }) => [id, label] as const));
  let built: Knowledge | undefined;
  const build = (): Knowledge => {
    const given = examples().filter(({ topic }) => labels.has(topic));
    const known = [...topics.map(({ id, label }) => ({ topic: id, text: label })), ...given];
    const [one, all] = [createIndex(thesaurus), createIndex(thesaurus)];
    one.put(known.map(({ topic, text }, at) => ({ id: String(at), title: text, text: '', tags: [labels.get(topic) ?? topic] })));
    const textOf = (id: string) => given.filter(({ topic }) => topic === id).map(({ text }) => text);
    all.put(topics.map(({ id, label }) => ({ id, title: label, text: textOf(id).join('\n') })));
    return { known, examples: one, wholes: all };
  };
  const profile = (text: string): Profile => {
    built ??= build();
    const votes = new Map<string, number>();
    for (const { id, score } of built.examples.search(text, { limit: VOTERS }).hits) {
      const topic = built.known[Number(id)]?.topic ?? '';
      const before = votes.get(topic);
      votes.set(topic, before === undefined ? score : before + score * FURTHER_VOTE);
    }
    for (const { id, score } of built.wholes.search(text, { limit: topics.length }).hits) votes.set(id, (votes.get(id) ?? 0) + score);
    return votes;
  };
  return {
    ids: topics.map(({ id }) => id),
    label: (id) => labels.get(id) ?? id,
    profile,
    suggest(question, among) {
      const [best, next] = [...profile(question)].sort(([, a], [, b]) => b - a);
      if (!best || best[1] - (next?.[1] ?? 0) < LEAST_LEAD) return undefined;
      return among.includes(best[0]) ? best[0] : undefined;
    },
  };
}
