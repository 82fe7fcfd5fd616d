import { z } from 'zod';
import { REGIONS } from './banks.ts';

type Region = (typeof REGIONS)[number];

/** How the counties were divided among the regions from a day on. `assumed` names counties whose region no source gives. */
const divisionSchema = z
  .object({
    from: z.iso.date(),
    source: z.string().min(1),
    regions: z.record(z.enum(REGIONS), z.array(z.string().min(1)).min(1)),
    assumed: z.array(z.string().min(1)).default([]),
  })
  .superRefine(({ regions, assumed }, context) => {
    const counties = Object.values(regions).flat();
    const twice = counties.filter((county, at) => counties.indexOf(county) !== at);
    for (const county of twice) context.addIssue({ code: 'custom', message: `${county} står i to regioner` });
    for (const county of assumed) {
      if (!counties.includes(county)) context.addIssue({ code: 'custom', message: `${county} er antatt, men står ikke i noen region` });
    }
  });

/** All divisions, the oldest first; the days rise. */
export const regionsSchema = z
  .array(divisionSchema)
  .min(1)
  .refine((all) => all.every(({ from }, at) => at === 0 || from > (all[at - 1]?.from ?? '')), 'inndelingene må stå med den eldste først');
export type Divisions = z.infer<typeof regionsSchema>;

/** The region of a county on a day (`YYYY-MM-DD`), and whether it is only assumed; undefined when no division of that time knows it. */
export function regionOf(divisions: Divisions, county: string, day: string): { region: Region; assumed: boolean } | undefined {
  const division = divisions.findLast(({ from }) => from <= day);
  const region = REGIONS.find((each) => division?.regions[each]?.includes(county));
  return region && { region, assumed: division?.assumed.includes(county) ?? false };
}
