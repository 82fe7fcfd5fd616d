import { alsoAs, found, type Lookup, lookupOf } from './choices.ts';

type Region = 'nord' | 'midt' | 'vest' | 'øst' | 'sør';

/** Words for the regions, in bokmål, nynorsk and English. */
const REGION_WORDS: Readonly<Record<Region, string>> = {
  nord: 'region nord|nord-norge|nord-noreg|north',
  midt: 'region midt|midt-norge|midt-noreg|central',
  vest: 'region vest|vestlandet|west',
  øst: 'region øst|aust|region aust|østlandet|austlandet|east',
  sør: 'region sør|sørlandet|south',
};
const NO_REGION = 'alle|alle regioner|alle regionar|hele landet|heile landet|landet|nasjonalt|nasjonal|all|national';

const regions: Lookup<Region | null> = alsoAs(lookupOf(REGION_WORDS), NO_REGION, null);

/** `null`: the whole country. */
export const regionFrom = (word: string): Region | null | undefined => found(regions, word);
