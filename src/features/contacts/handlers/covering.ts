import { dayOf } from '../../../core/calendar.ts';
import type { Turn } from '../../../core/features.ts';
import type { Reply } from '../../../core/reply.ts';
import { drawTiles } from '../../../files/index.ts';
import { pictureWords } from '../cards/coverage-labels.ts';
import { coverageCard } from '../cards/index.ts';
import type { Team } from '../model.ts';
import type { Registrar } from '../register.ts';
import { type Coverage, coverageOf } from '../rules/coverage.ts';
import { tilesOf } from '../rules/tiles.ts';

/** Which municipalities and city districts have a team of these types, and how many people that is. */
export async function coverage(registrar: Registrar, turn: Turn, { type }: { type?: Team['type'] | undefined }): Promise<Reply> {
  const { bank, now, tx } = turn;
  const { teams } = await registrar.shelf(bank.id, tx);
  const day = dayOf(now);
  const all = [...new Set([...teams.values()].map((team) => team.type))];
  const types = bank.careTeams.length > 0 ? bank.careTeams : all;
  const shown = type === undefined ? types : [type];
  const gazetteer = registrar.gazetteer();
  const counted = coverageOf({ teams: [...teams.values()], gazetteer, day, types: shown });
  const counties = counted.counties.map(({ county: name, share }) => ({ name, share }));
  const picture = await pictureOf(registrar, turn, counted);
  return {
    kind: 'show',
    card: coverageCard.ref({
      ...{
        bank: bank.id,
        type: type ?? null,
        types: [...types],
        day,
        regions: counted.regions.map((each) => ({ ...each })),
        total: counted.total,
      },
      ...{
        ambition: counted.ambition,
        picture,
        counties,
        unconfirmed: counted.unconfirmed,
        dataDate: counted.peopleAt ?? day,
      },
    }),
  };
}

function pictureOf(registrar: Registrar, { locale }: Turn, { counties, ambition }: Coverage): Promise<string | null> {
  const shares = counties.map(({ number, county, share }) => ({ county: number, name: county, share }));
  const words = pictureWords[locale];
  const spec = tilesOf(shares, { ambition, title: words.lives, unknown: words.unknown });
  return registrar.ports.keepPicture(JSON.stringify(spec), () => drawTiles(spec));
}
