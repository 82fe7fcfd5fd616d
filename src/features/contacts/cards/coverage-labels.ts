import { labelsOf } from '../../../core/labels.ts';

export const coverageLabels = labelsOf({
  heading: { nb: 'Dekning', nn: 'Dekning', en: 'Coverage' },
  asOf: { nb: 'Per', nn: 'Per', en: 'As of' },
  and: { nb: 'og', nn: 'og', en: 'and' },
  lives: {
    nb: 'av innbyggerne bor der et team er i drift.',
    nn: 'av innbyggjarane bur der eit team er i drift.',
    en: 'of the population live where a team is running.',
  },
  ambition: { nb: 'Målet er', nn: 'Målet er', en: 'The aim is' },
  reached: { nb: 'Målet er nådd.', nn: 'Målet er nådd.', en: 'The aim has been reached.' },
  perRegion: { nb: 'Per region', nn: 'Per region', en: 'By region' },
  places: { nb: 'kommuner og bydeler:', nn: 'kommunar og bydelar:', en: 'municipalities and city districts:' },
  running: { nb: 'i drift', nn: 'i drift', en: 'running' },
  onTheWay: { nb: 'på vei', nn: 'på veg', en: 'on the way' },
  none: { nb: 'uten team', nn: 'utan team', en: 'without a team' },
  unknown: { nb: 'ukjent', nn: 'ukjent', en: 'unknown' },
  ofPeople: { nb: 'av innbyggerne', nn: 'av innbyggjarane', en: 'of the population' },
  nothingKnown: { nb: 'ingenting er registrert', nn: 'ingenting er registrert', en: 'nothing is registered' },
  pictureAbout: {
    nb: 'Rutekart over fylkene med andelen av innbyggerne som bor der et team er i drift.',
    nn: 'Rutekart over fylka med delen av innbyggjarane som bur der eit team er i drift.',
    en: 'Tile map of the counties with the share of the population who live where a team is running.',
  },
  oneUnconfirmed: {
    nb: '1 team er ikke bekreftet.',
    nn: '1 team er ikkje stadfesta.',
    en: '1 team has not been confirmed.',
  },
  unconfirmed: { nb: 'team er ikke bekreftet.', nn: 'team er ikkje stadfesta.', en: 'teams have not been confirmed.' },
  dataDate: {
    nb: 'Kommuner og innbyggere per',
    nn: 'Kommunar og innbyggjarar per',
    en: 'Municipalities and population as of',
  },
  type: { nb: 'Type team', nn: 'Type team', en: 'Type of team' },
  every: { nb: 'Alle typer', nn: 'Alle typar', en: 'All types' },
  show: { nb: 'Vis', nn: 'Vis', en: 'Show' },
});

/** What is written in the picture. */
export const pictureWords = labelsOf({
  unknown: { nb: 'ukjent', nn: 'ukjent', en: 'unknown' },
  lives: {
    nb: 'Andel av innbyggerne der et team er i drift',
    nn: 'Del av innbyggjarane der eit team er i drift',
    en: 'Share of the population where a team is running',
  },
});
