import assert from 'node:assert/strict';
import fc from 'fast-check';
import { isNearTitle, matches } from '../../../src/features/webinars/rules/near.ts';

describe('webinars: titles of one day that name one event', () => {
  const near = [
    ['Nasjonalt teamledermøte', 'nasjonalt teamleidarmøte'],
    ['Nasjonalt teamledermøte', 'Nasjonal teamledermote'],
    ['Nasjonalt teamledermøte', 'NASJONALT TEAMLEDERMØTE'],
    ['Nasjonalt teamledermøte', 'Teamledermøte'],
    ['Nasjonalt teamledermøte', 'Nasjonalt teamleder møte'],
    ['Nasjonalt teamledermøte', 'Nasjonalt teamldermøte (Teams)'],
    ['RPH-webinar: app fra Bergen', 'Webinar RPH – app frå Bergen'],
    ['Lansering av RPH Ressursbank', 'Lansering av RPH-ressursbanken (webinar)'],
    ['Planlegging og oppstart av RPH', 'Webinar: Planlegging og oppstart'],
    ['Kommunikasjonsarbeid i RPH', 'Kommunikasjonsarbeid i RPH-team'],
    ['Opplæringssamling 3, kull 2', 'Opplæringssamling 03 – kull 2'],
    ['Opplæringssamling 3, kull 2', 'Kull 2: opplæringssamling 3'],
    ['Nasjonal opplæring 2022–2023, samling 3', 'Nasjonal opplæring, samling 3'],
    ['Regional nettverkssamling midt for russpesialister', 'Regional nettverkssamling Midt, russpesialistar'],
    ['Webinar: hvordan snakke med ungdom om rus', 'Korleis snakke med ungdom om rus'],
    ['Webinar: regioner som har søkt forprosjekt', 'Webinar for regioner som har søkt om forprosjekt'],
    ['AUS-rolle i FACT-team', 'AUS-rollen i FACT team'],
    ['Teamledersamling ACT, FACT og FACT ung', 'ACT/FACT/FACT ung: teamledersamling'],
    ['Samling med statsforvaltere', 'Samling med statsforvaltarar'],
    ['Nettverk for brukerspesialister', 'Nettverk for brukarspesialistar'],
    ['Regional nettverkssamling Oslo, mai', 'Regional nettverkssamling Oslo'],
    ['RPH-webinar', 'Webinar RPH'],
    ['★', '★'],
  ] as const;
  const apart = [
    ['Opplæringssamling', 'Opplæringssamling 3, kull 2'],
    ['Opplæringssamling 3, kull 2', 'Opplæringssamling 4, kull 2'],
    ['Opplæringssamling 3, kull 2', 'Opplæringssamling 2, kull 3'],
    ['Opplæring kull 3', 'Opplæring'],
    ['Nasjonal opplæring 2022–2023, samling 3', 'Nasjonal opplæring 2022–2023, samling 4'],
    ['Nasjonal opplæring 2023', 'Nasjonal opplæring 2024'],
    ['Regional nettverkssamling midt', 'Regional nettverkssamling nord'],
    ['Regional nettverkssamling øst', 'Regional nettverkssamling vest'],
    ['Regional nettverkssamling midt', 'Regional nettverkssamling midt for russpesialister'],
    ['Regional nettverkssamling Agder', 'Regional nettverkssamling Rogaland'],
    ['Regional nettverkssamling Oslo, mai', 'Regional nettverkssamling Oslo, desember'],
    ['Nasjonalt teamledermøte', 'Regionalt teamledermøte'],
    ['Nasjonalt teamledermøte', 'Nasjonal teamledersamling'],
    ['Forprosjektsamling', 'Forprosjektledersamling'],
    ['Teamledersamling FACT', 'Teamledersamling FACT ung'],
    ['Nettverkssamling RPH', 'Nettverkssamling FACT'],
    ['Webinar: regioner som vil søke forprosjekt', 'Webinar: regioner som har søkt forprosjekt'],
    ['Webinar for forprosjekt', 'Webinar: regioner som har søkt forprosjekt'],
    ['Samtaler med ungdom', 'Samtaler uten ungdom'],
    ['Nettverk for brukerspesialister', 'Nettverk for russpesialister'],
    ['Kommunikasjonsarbeid i RPH', 'Planlegging og oppstart av RPH'],
    ['Gruppe B', 'Gruppe C'],
    ['RPH', 'Nasjonal'],
    ['Webinar', 'Digitalt'],
    ['★', '♥'],
    ['', 'Webinar'],
  ] as const;
  for (const [one, other] of near)
    it(`«${one}» and «${other}»: the same`, () => assert.ok(isNearTitle(one, other) && isNearTitle(other, one)));
  for (const [one, other] of apart) {
    it(`«${one}» and «${other}»: two`, () => assert.deepEqual([isNearTitle(one, other), isNearTitle(other, one)], [false, false]));
  }

  it('every title is near itself, and two are near each other or not', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.constantFrom(...near.flat(), ...apart.flat()), (any, title) => {
        assert.ok(isNearTitle(any, any));
        assert.equal(isNearTitle(any, title), isNearTitle(title, any));
      }),
    ));
  it('reads the beginning of what is no title', () => {
    const long = 'samling opplæring nettverk '.repeat(10_000);
    assert.equal(isNearTitle(long, `${'møte fagdag konferanse '.repeat(10_000)}`), false);
    assert.equal(isNearTitle(long, `${long}3`), true);
  });
});

describe('webinars: found by words', () => {
  const webinar = {
    title: 'Regional nettverkssamling Agder',
    description: 'Erfaringer fra teamene, og rus hos ungdom. Med foredrag av Kari Nordmann.',
    series: 'Nasjonal opplæring 2023',
    coOrganisers: ['KORUS sør', 'Statsforvalteren i Agder'],
    audience: ['FACT ung' as const, 'ledere' as const],
    place: 'Clarion Hotel Ernst, Kristiansand',
  };
  const found = [
    ...[
      '',
      'agder',
      'Nettverkssamling',
      'nettverkssamlinger',
      'nettverk',
      'samling',
      'samlinga',
      'nettv',
      'KORUS',
      'fact ung',
      'ungdommar',
    ],
    ...['samling i Agder', 'ledere', '2023', 'kristiansand', 'statsforvaltar', 'nettverksamling', 'nettverkssamlnig', 'foredrag nordmann'],
    ...['opplaering', 'og', 'erfaring team'],
  ];
  const missed = ['rogaland', 'agder 2024', 'samling om bolig', 'RPH', 'webinar', 'kurs', '20', 'xyz'];
  for (const text of found) it(`«${text}»: found`, () => assert.equal(matches(webinar, text), true));
  for (const text of missed) it(`«${text}»: not found`, () => assert.equal(matches(webinar, text), false));
  it('a text without end is read at its beginning', () => assert.equal(matches(webinar, 'agder '.repeat(50_000)), true));
});
