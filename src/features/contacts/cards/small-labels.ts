import { labelsOf } from '../../../core/labels.ts';
import { back } from './team-labels.ts';

export const handOverLabels = labelsOf({
  back,
  heading: { nb: 'Gi videre', nn: 'Gi vidare', en: 'Hand over' },
  nowLeads: { nb: 'Leder nå:', nn: 'Leiar no:', en: 'Leader now:' },
  nobodyLeads: { nb: 'Ingen er registrert som leder.', nn: 'Ingen er registrert som leiar.', en: 'Nobody is registered as leader.' },
  happens: {
    nb: 'Vi spør den du nevner. Teamet beholder lederen til det er sagt ja, så noen alltid kan spørres.',
    nn: 'Vi spør den du nemner. Teamet beheld leiaren til det er sagt ja, så nokon alltid kan spørjast.',
    en: 'We ask the person you name. The team keeps its leader until they say yes, so that there is always someone to ask.',
  },
  person: { nb: 'Hvem tar over?', nn: 'Kven tek over?', en: 'Who takes over?' },
  choose: { nb: 'Velg en person', nn: 'Vel ein person', en: 'Choose a person' },
  other: { nb: 'Noen som ikke står i lista', nn: 'Nokon som ikkje står i lista', en: 'Someone who is not in the list' },
  example: { nb: 'Navn og e-postadresse', nn: 'Namn og e-postadresse', en: 'Name and e-mail address' },
  missing: { nb: 'Skriv hvem som tar over.', nn: 'Skriv kven som tek over.', en: 'Please say who takes over.' },
  unclear: {
    nb: 'Skriv både navnet og e-postadressen, så finner vi rett person.',
    nn: 'Skriv både namnet og e-postadressa, så finn vi rett person.',
    en: 'Please give both the name and the e-mail address, so that we find the right person.',
  },
  email: {
    nb: 'Dette er ingen e-postadresse. Skriv den som navn@kommune.no.',
    nn: 'Dette er inga e-postadresse. Skriv ho som namn@kommune.no.',
    en: 'This is not an e-mail address. Please write it as name@municipality.no.',
  },
  same: {
    nb: 'Denne personen leder teamet allerede.',
    nn: 'Denne personen leier teamet allereie.',
    en: 'This person leads the team already.',
  },
  ask: { nb: 'Spør om å ta over', nn: 'Spør om å ta over', en: 'Ask to take over' },
});

export const mergeLabels = labelsOf({
  back,
  heading: { nb: 'Slå sammen', nn: 'Slå saman', en: 'Merge' },
  happens: {
    nb: 'Dette teamet går inn i det du velger. Det som mangler der, hentes herfra. Historikken blir med, og det kan angres.',
    nn: 'Dette teamet går inn i det du vel. Det som manglar der, blir henta herifrå. Historikken blir med, og det kan angrast.',
    en: 'This team becomes part of the one you choose. What is missing there is taken from here. The history comes along, and it can be undone.',
  },
  into: { nb: 'Slå sammen med', nn: 'Slå saman med', en: 'Merge with' },
  missing: { nb: 'Velg et team.', nn: 'Vel eit team.', en: 'Please choose a team.' },
  same: {
    nb: 'Et team kan ikke slås sammen med seg selv.',
    nn: 'Eit team kan ikkje slåast saman med seg sjølv.',
    en: 'A team can’t be merged with itself.',
  },
  unknown: {
    nb: 'Teamet finnes ikke lenger. Velg et annet.',
    nn: 'Teamet finst ikkje lenger. Vel eit anna.',
    en: 'That team no longer exists. Please choose another.',
  },
  nothing: {
    nb: 'Jeg fant ingen team som ligner på dette.',
    nn: 'Eg fann ingen team som liknar på dette.',
    en: 'I found no team that is like this one.',
  },
  merge: { nb: 'Slå sammen', nn: 'Slå saman', en: 'Merge' },
});
