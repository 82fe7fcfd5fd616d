import { createIndex, type SearchIndex, type Thesaurus } from '../../search/index.ts';
import type { InquiryPorts, Topic } from './ports.ts';

export interface Topics {
  /** In the order of the topics given. */
  readonly ids: readonly string[];
  /** The topic that a question is most likely about, when that is rather sure and it is one of `among`. Fast, but for the first call. */
  suggest(question: string, among: readonly string[]): string | undefined;
  /** The name of a topic; its id where it has none. */
  label(id: string): string;
}

/** Examples near the question that have a vote, each as much as the search trusts it. */
const VOTERS = 10;
/** What further votes for a topic count: many that say a little are no proof. */
const FURTHER_VOTE = 0.3;
/** Least sum of votes for a suggestion, and how far it must be ahead of the next: chosen on the develop questions of the topics' test. */
const LEAST_VOTES = 0.5;
const LEAST_LEAD = 0.1;

/** Suggests topics by what is known to belong to them. The index is built at the first question. */
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
  const known = [...topics.map(({ id, label }) => ({ topic: id, text: label })), ...examples.filter(({ topic }) => labels.has(topic))];
  let built: SearchIndex | undefined;
  const index = () => {
    if (built) return built;
    built = createIndex(thesaurus);
    built.put(known.map(({ topic, text }, at) => ({ id: String(at), title: text, text: '', tags: [labels.get(topic) ?? topic] })));
    return built;
  };
  return {
    ids: topics.map(({ id }) => id),
    label: (id) => labels.get(id) ?? id,
    suggest(question, among) {
      const votes = new Map<string, number>();
      for (const { id, score } of index().search(question, { limit: VOTERS }).hits) {
        const topic = known[Number(id)]?.topic ?? '';
        const before = votes.get(topic);
        votes.set(topic, before === undefined ? score : before + score * FURTHER_VOTE);
      }
      const [best, next] = [...votes].sort(([, a], [, b]) => b - a);
      if (!best || best[1] < LEAST_VOTES || best[1] - (next?.[1] ?? 0) < LEAST_LEAD) return undefined;
      return among.includes(best[0]) ? best[0] : undefined;
    },
  };
}
