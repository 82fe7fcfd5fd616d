import type { Bank } from '../../core/banks.ts';
import { isFresh, realNow } from '../../core/clock.ts';
import type { Reader } from '../../core/features.ts';
import { listAll } from '../../core/list-all.ts';
import { type Casebook, createCasebook } from './casebook.ts';
import { type Inquiry, ROUTE, type Route } from './model.ts';
import type { InquiryPorts } from './ports.ts';
import { createTopics, type Topics } from './topics.ts';

/** How long another instance's change to the routes may go unseen. */
const FRESH_FOR_MS = 4_000;

/** The routes of every bank, held for some seconds. */
export interface RouteBook {
  of(bank: string, reader: Reader): Promise<readonly Route[]>;
  /** This process changed them: read them anew at the next question. */
  forget(bank: string): void;
}

/** What the handlers of this feature share. */
export interface Bureau {
  readonly ports: InquiryPorts;
  readonly casebook: Casebook;
  readonly topics: Topics;
  readonly routes: RouteBook;
}

/** The ids of a bank's topics: all that are known, where it has chosen none. */
export function topicsOf({ topics }: Bureau, bank: Bank): readonly string[] {
  return bank.topics.length > 0 ? bank.topics : topics.ids;
}

/** The name of what an inquiry is about; null where that is not known. */
export function topicNameOf({ topics }: Bureau, { topic }: Inquiry): string | null {
  return topic === null ? null : topics.label(topic);
}

/** The name of a barrier; its id where it has none. */
export function barrierName({ ports }: Bureau, id: string): string {
  return ports.barriers.find((each) => each.id === id)?.label ?? id;
}

/** The live routes of a partition, as they are now. */
export async function routesIn(reader: Reader): Promise<readonly Route[]> {
  return (await listAll(reader, ROUTE)).flatMap(({ body }) => (body.removed ? [] : [body]));
}

function createRouteBook(): RouteBook {
  const held = new Map<string, { at: number; routes: readonly Route[] }>();
  return {
    of: async (bank, reader) => {
      const known = held.get(bank);
      if (known && isFresh(known.at, realNow(), FRESH_FOR_MS)) return known.routes;
      const at = realNow();
      const routes = await routesIn(reader);
      held.set(bank, { at, routes });
      return routes;
    },
    forget: (bank) => {
      held.delete(bank);
    },
  };
}

export function createBureau(ports: InquiryPorts): Bureau {
  const { topics, topicExamples: examples, thesaurus } = ports;
  const known = createTopics({ topics, examples, thesaurus });
  return {
    ports,
    casebook: createCasebook(thesaurus, known),
    topics: known,
    routes: createRouteBook(),
  };
}
