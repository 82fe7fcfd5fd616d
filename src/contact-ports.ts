import { inPartition } from './bot/partition.ts';
import { readerOf } from './bot/tx.ts';
import type { Content } from './content.ts';
import { idFrom } from './core/ids.ts';
import { TENANT } from './core/outbox.ts';
import { PICTURE, pictureAddress } from './core/pictures.ts';
import type { ContactPorts } from './features/contacts/index.ts';
import { askRoster, type PortsOptions } from './ports.ts';
import { HOUSE } from './storage/port.ts';

/** So long a picture is kept: a card that stands longer is drawn anew when somebody asks. */
const PICTURE_KEPT_MS = 60 * 86_400_000;

/** What the register of teams needs of the rest of the house. */
export function contactPorts(options: PortsOptions & { readonly content: Content }): ContactPorts {
  const { storage, clock, bot, roster, content, publicUrl } = options;
  const within = inPartition(storage, clock);
  const members = async (team: string) => {
    const tenant = (await storage.list(HOUSE, TENANT.name, { limit: 1 })).items[0];
    if (!tenant) return undefined;
    const { serviceUrl, botId, tenantId = tenant.id } = TENANT.schema.parse(tenant.body);
    return askRoster(() => roster.members({ serviceUrl, botId, tenantId }, team));
  };
  return {
    banks: () => bot().directory.banks(),
    standsIn: (incoming, bank) => bot().standsIn(incoming, bank),
    coordinatorsOf: async (bank) => {
      const people = await bot().directory.people();
      return people.flatMap(({ id, name, roles }) =>
        roles.flatMap((grant) => (grant.bank === bank && grant.role === 'coordinator' ? [{ id, name, region: grant.region }] : [])),
      );
    },
    roster: async (bank) => {
      const teams = await bot().directory.teamsOf(bank);
      const rooms = await Promise.all(teams.map(members));
      const known = rooms.flatMap((room) => room ?? []);
      return known.length === 0 && rooms.includes(undefined) ? undefined : known;
    },
    reader: (bank) => readerOf(storage, bank),
    house: readerOf(storage, HOUSE),
    inHouse: (work) => within(HOUSE, work),
    places: () => content.places(),
    keepPicture: async (of, draw) => {
      const url = publicUrl();
      if (url === undefined) return null;
      const id = idFrom('picture', of);
      const known = await readerOf(storage, HOUSE).get(PICTURE, id);
      if (!known) {
        const png = Buffer.from(await draw()).toString('base64');
        await within(HOUSE, async (tx) => tx.putFor(PICTURE, id, { body: { png }, keptForMs: PICTURE_KEPT_MS }));
      }
      return pictureAddress(url, id);
    },
  };
}
