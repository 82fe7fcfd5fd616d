import type { Feature } from '../../core/features.ts';
import { chooseLocale, help, listRoles, setup, switchBank } from './handlers.ts';
import { askToForget, showPersonalData } from './own-data.ts';
import type { AdminPorts } from './ports.ts';

/** What one may write to this feature. */
export function commandsOf(ports: AdminPorts): Feature['commands'] {
  return [...commandsForAll(ports), ...commandsForAdmins(ports)];
}

function commandsForAll(ports: AdminPorts): Feature['commands'] {
  return [
    {
      name: 'admin.help',
      words: { nb: ['hjelp', 'hjelp meg', 'hva kan du', 'meny'], nn: ['hjelp', 'kva kan du'], en: ['help', 'what can you do'] },
      who: 'anyone',
      help: { nb: 'det jeg kan', nn: 'det eg kan', en: 'what I can do' },
      run: (turn) => help(ports, turn),
    },
    {
      name: 'admin.locale',
      words: { nb: ['språk', 'bytt språk'], nn: ['språk', 'byt språk'], en: ['language'] },
      who: 'anyone',
      help: { nb: 'velg bokmål, nynorsk eller engelsk', nn: 'vel bokmål, nynorsk eller engelsk', en: 'choose Bokmål, Nynorsk or English' },
      run: chooseLocale,
    },
    {
      name: 'admin.switchBank',
      words: { nb: ['bytt bank', 'bytt ressursbank'], nn: ['byt bank', 'byt ressursbank'], en: ['switch bank', 'change bank'] },
      who: 'member',
      help: { nb: 'velg en annen ressursbank', nn: 'vel ein annan ressursbank', en: 'choose another resource bank' },
      run: (turn) => switchBank(ports, turn),
    },
    {
      name: 'admin.personalData',
      words: { nb: ['mine data'], nn: ['mine data', 'dataa mine'], en: ['my data'] },
      who: 'anyone',
      home: 'house',
      help: { nb: 'se hva jeg har lagret om deg', nn: 'sjå kva eg har lagra om deg', en: 'see what I have stored about you' },
      run: (turn) => showPersonalData(ports, turn),
    },
    {
      name: 'admin.forget',
      words: { nb: ['slett mine data'], nn: ['slett mine data', 'slett dataa mine'], en: ['delete my data', 'forget me'] },
      who: 'anyone',
      help: { nb: 'slett det jeg har lagret om deg', nn: 'slett det eg har lagra om deg', en: 'delete what I have stored about you' },
      run: askToForget,
    },
  ];
}

function commandsForAdmins(ports: AdminPorts): Feature['commands'] {
  return [
    {
      name: 'admin.roles',
      words: { nb: ['roller'], nn: ['roller'], en: ['roles'] },
      takesText: true,
      who: ['admin'],
      home: 'house',
      help: { nb: 'se, gi og ta bort roller', nn: 'sjå, gi og ta bort roller', en: 'see, give and take away roles' },
      run: (turn, text) => listRoles(ports, turn, { text, note: null }),
    },
    {
      name: 'admin.setup',
      words: { nb: ['oppsett'], nn: ['oppsett'], en: ['setup'] },
      who: ['admin'],
      help: {
        nb: 'kanaler, rom og det som ikke kom fram',
        nn: 'kanalar, rom og det som ikkje kom fram',
        en: 'channels, rooms and what was not delivered',
      },
      run: (turn) => setup(ports, turn),
    },
  ];
}
