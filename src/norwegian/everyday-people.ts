/** Everyday words for people, work, meetings, places, health and home: see `everyday.ts`. */
export const PEOPLE_AND_PLACES = `
ansatt tilsett medarbeider arbeidstaker personale personell employee employees staff worker personnel
ansette tilsette rekruttere ansettelse tilsetjing hire recruit employ hiring
kollega arbeidskamerat kollegaer colleague coworker colleagues
leder leiar sjef overordnet manager boss leader head supervisor
leder ledelse leiing lede styre lead management leadership
arbeidsgiver arbeidsgjevar employer
jobb arbeid stilling arbeide job work post employment position occupation
lønn løn betaling inntekt tjener salary pay wage wages income
opplæring kurs skolering undervisning utdanning utdanne lære training course courses education teach teaching
videreutdanning etterutdanning vidareutdanning studiepoeng credits
lære læring lærer learn learning
veiledning rettleiing veilede rettleie råd rådgivning guidance supervision advice counselling
råd anbefaling tilråding tips recommendation recommendations advice
retningslinje føring regel norm anbefaling guideline guidelines rule rules regulation regulations
lov rett rettighet lovverk legal law right rights
møte møtes treff samling sammenkomst meeting meetings gathering gatherings meet assembly
samling konferanse seminar fagdag arrangement conference event events seminar
webinar nettseminar nettmøte webinars
nettverk network networks
samtale konsultasjon time timeavtale avtale conversation session sessions appointment talk consultation
snakke prate samtale diskutere drøfte talk speak discuss conversation
gruppe gjeng flokk lag group groups
team lag gruppe teams
kommune kommunal municipality municipal municipalities council
nabokommune neighbouring neighboring
innbygger befolkning folketall innbyggjar inhabitant resident residents population
by tettsted hovedstad town city
bygd distrikt landsbygd rural village
region landsdel område distrikt region regional area
land nasjon nasjonal landsdekkende landsbasis country national nationwide nation
fylke county
lokal lokalt local locally
bruker pasient klient tjenestemottaker brukar user users patient patients client clients
pårørende familie slekt slektning pårørande relatives family relative nextofkin
barn unge unger born child children kid kids
ungdom unge tenåring youth young adolescent adolescents teenager teenagers
voksen vaksen voksne vaksne adult adults
eldre gammel elderly senior
mor far forelder foreldre foresatt parent parents mother father guardian
søsken sysken bror søster siblings sibling
venn kamerat venner friend friends
mann menn man men
kvinne kvinner dame kvinne woman women
hjelp støtte bistand assistanse hjelpe bistå help support assist assistance aid
tjeneste teneste tilbud service services offer
behandling terapi treatment therapy
behandler terapeut therapist clinician practitioner
lege doktor legekontor doctor physician gp
fastlege legekontor gp doctor
sykehus sjukehus hospital
sykdom syk sjuk sjukdom disease illness sick ill
sykmelding sjukmelding sykemelding sykefravær sjukefråvær sick
egenmelding eigenmelding
fravær fråvær absence absent
helse helsa health
psykisk mental
smitte influensa forkjølelse infection flu
medisin legemiddel medikament medisinar medicine medication drugs drug
rus rusmiddel alkohol narkotika drikke substance drug alcohol drinking
bolig bustad hus leilighet bosted housing home house apartment flat
leie husleie leige rent
leietaker leieboer leigebuar tenant
flytte flytting innflytting move moving
`;
