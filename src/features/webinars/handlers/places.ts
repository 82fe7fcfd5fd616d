import type { Bank } from '../../../core/banks.ts';
import { CHANNELS } from '../../../core/banks.ts';
import type { FaultData } from '../../../core/faults.ts';
import type { Turn } from '../../../core/features.ts';
import type { Announced, Plan, Webinar, WebinarEvent } from '../model.ts';
import type { Channel, WebinarPorts } from '../ports.ts';
import { published } from '../rules/lifecycle.ts';
import { channelsOf } from '../rules/rooms.ts';

export type Place = Omit<Announced, 'at'>;

/** A card each, and reminders: more would not fit into what is written at once. */
const MOST_CHANNELS = 12;

/** A bank with the channels of its rooms; undefined where Teams doesn't say. */
interface Rooms {
  readonly bank: Bank;
  readonly listed: readonly Channel[] | undefined;
}

export async function roomsOf(ports: WebinarPorts, turn: Turn, ids: readonly string[]): Promise<readonly Rooms[]> {
  const banks = (await ports.banks()).filter(({ id }) => ids.includes(id));
  return Promise.all(banks.map(async (bank) => ({ bank, listed: await ports.channels(turn.incoming, bank.id) })));
}

/** The channels to choose among. */
export function choicesIn(rooms: readonly Rooms[]): { readonly id: string; readonly name: string; readonly bank: string }[] {
  return rooms.flatMap(({ bank, listed }) => (listed ?? []).map(({ id, name }) => ({ id, name, bank: bank.name })));
}

/** Whether a channel is one of those that a bank was set up with. */
function isOwn(bank: Bank, channel: string): boolean {
  return [...bank.teamsTeams.map(({ announceIn }) => announceIn), ...CHANNELS.map((name) => bank[name])].includes(channel);
}

const isIn = ({ bank, listed }: Rooms, channel: string) => isOwn(bank, channel) || (listed?.some(({ id }) => id === channel) ?? false);

const nameIn = ({ listed }: Rooms, channel: string) => listed?.find(({ id }) => id === channel)?.name ?? '';

/** Where an event is announced: in the channels that were chosen, else in each bank's own. */
export function placesFor(
  plan: Pick<Plan, 'channels' | 'audience'>,
  { rooms, banks }: { readonly rooms: readonly Rooms[]; readonly banks: readonly Bank[] },
): { places: readonly Place[]; faults: readonly FaultData[] } {
  const faults: FaultData[] = [];
  const chosen = plan.channels.flatMap((channel) => {
    // Where Teams doesn't say which channels there are, it will say so when the card is sent.
    const isOthers = banks.some((bank) => isOwn(bank, channel) && !rooms.some((room) => room.bank.id === bank.id));
    const room = rooms.find((each) => isIn(each, channel)) ?? (isOthers ? undefined : rooms.find(({ listed }) => listed === undefined));
    if (!room) faults.push({ input: 'channels', code: 'unknownChannel', params: { channel } });
    return room ? [{ bank: room.bank.id, channel, name: nameIn(room, channel) }] : [];
  });
  const own = rooms.flatMap((room) => ownPlaces(room.bank, plan).map((place) => ({ ...place, name: nameIn(room, place.channel) })));
  const places = plan.channels.length > 0 ? chosen : own;
  if (places.length > MOST_CHANNELS) faults.push({ input: 'channels', code: 'tooManyChannels', params: { most: String(MOST_CHANNELS) } });
  return { places, faults };
}

function ownPlaces(bank: Bank, plan: Pick<Plan, 'audience'>): readonly Place[] {
  return channelsOf(bank, plan).map((channel) => ({ bank: bank.id, channel, name: '' }));
}

/** A scheduled event as it is announced: where that was chosen, else in each bank's own channels. */
export function announceNow(webinar: Webinar, banks: readonly Bank[], by: Pick<WebinarEvent, 'at' | 'by' | 'name'>): Webinar {
  const own = banks.filter(({ id }) => webinar.banks.includes(id)).flatMap((bank) => ownPlaces(bank, webinar));
  const chosen = webinar.channels.map((channel) => ({ bank: webinar.bank, channel, name: '' }));
  const places = (chosen.length > 0 ? chosen : own).slice(0, MOST_CHANNELS);
  return published(webinar, webinar.announced.length > 0 ? webinar.announced : places, by);
}
