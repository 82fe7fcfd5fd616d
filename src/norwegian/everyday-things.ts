/** Everyday words for money, things, time, and what is done with them: see `everyday.ts`. */
export const THINGS_AND_ACTIONS = `
økonomi penger finans midler finansiering pengar money economy finance funding financial funds
tilskudd støtte midler tilskot grant grants subsidy funding
budsjett budget
koste kostnad pris utgift kostar utlegg cost costs price expense expenses
betale betaling regning faktura avgift gebyr egenandel pay payment bill invoice fee fees charge
gratis kostnadsfri free
dekke refusjon refundere tilbakebetaling refund reimburse reimbursement reimbursed cover
spare innsparing gevinst lønnsom lønne spare save savings profitable gain
kjøpe innkjøp bestille anskaffe kjøp buy purchase order
utstyr ting materiell equipment gear
verktøy reiskap hjelpemiddel metode tool tools
mal skjema eksempel formular template form forms example examples
skjema ark blankett papir form sheet paper
dokument papir fil dokumentasjon document documents file documentation
dele deling utveksle spre share sharing
håndbok bok boka veileder handbok manual handbook guide book
brosjyre materiell informasjonsmateriell flyer leaflet brochure brochures material materials
film video kortfilm opptak recording movie videos
podkast lyd podcast
nyhetsbrev nyhende newsletter
nettside nettsted temaside hjemmeside nettstad website webpage page site
internett nett nettbasert digital online internet web
digital elektronisk nett skjerm fjern online virtual remote electronic
fysisk oppmøte ansikt person physical inperson
program programvare system software app application
app applikasjon apper mobilapp apps
data opplysning informasjon data information
opplysning informasjon opplyse info information
telefon mobil mobiltelefon ringe telephone phone call mobile cellphone
epost mail epostadresse email
kontakt kontakte henvende nå contact reach touch
adresse adresser address
navn namn heter name names
nummer tal tall antall number numbers figure figures
liste oversikt katalog register list overview directory
statistikk tall tal totaler statistics figures numbers
undersøkelse kartlegging spørreundersøkelse undersøking survey study questionnaire mapping
forskning studie forsking research study
rapport rapportere melde rapportering report reporting reported
melde varsle beskjed gi underrette notify inform alert report notice
avvik hendelse feil uhell avviksmelding deviation incident incidents error
skade uhell ulykke skada damage injury accident
måle måling vurdere evaluering evaluere measure measuring evaluate evaluation assess assessment
vurdere vurdering utredning kartlegge assess assessment consider evaluate
mål målsetting formål hensikt siktemål goal goals aim purpose objective
plan planlegge planlegging planleggje plan plans planning
prosjekt forprosjekt project pilot preliminary
start oppstart begynne starte etablere etablering opprette skipe byrje start begin establish establishing establishment launch setup
startet åpnet begynte opprettet oppretta åpning started opened began founded established launched
slutt avslutning avslutte slutte avslutting lukke end ending finish close closed closing quit stop
nedlegge legge avvikle nedlagt shut discontinued
fortsette videreføre varig halde continue continuing lasting sustainable
endre endring forandring endra revidere revisjon change changes changed revise revision update updated
ny fersk nytt nyansatt nytilsett newcomer new
nyansatt nytilsett fersk newcomer onboarding
gammel alder eldre utdatert old outdated age
frist tidsfrist deadline deadlines
dato tidspunkt date dates
uke veke ukentlig week weekly weeks
måned månad månedlig month monthly months
år årlig årleg årvisst year yearly annual annually
dag dager daglig day daily days
time timer klokketime hour hours
minutt minutter minutes minute
kveld ettermiddag evening afternoon
helg weekend weekends
ferie feriedag sommerferie permisjon fri holiday holidays vacation leave
permisjon fri velferdspermisjon leave absence
overtid avspasering fleksitid overtime flexitime
turnus vakt arbeidstid skift shift shifts roster duty
bytte byte veksle bytta swap exchange switch change
ventetid ventelister kø vente ventelista wait waiting queue
kø venteliste forrang prioritet queue waitinglist
prioritere prioritering først foran førsterett priority prioritise prioritize prioritized
søke søknad søkar apply application applying applicant
søker søknad applicant applicants
henvise henvisning tilvise tilvising vise refer referral referrals
inntak ta opptak intake admission admit
innleggelse innlegge innlegging døgnopphold admission admitted hospitalised
utskriving utskrivning skrive discharge discharged
oppfølging følge følgje follow followup
målgruppe passe hvem gruppe target
delta deltakelse deltaking være melde participate participation attend attending join joining
deltaker deltakar påmeldt participant participants attendee attendees
påmelding melde påmeldt registrere signup register registration enrol
registrering registrere føre registration register recording
medlem medlemmer medlemskap member members membership
tilgang adgang innlogging slippe tilgjenge access login entry
passord brukernavn innlogging password username
nøkkel nøkkelkort adgangskort key keys card
bil tjenestebil kjøretøy kjøre car vehicle drive driving
kilometer kjøregodtgjørelse km mileage kilometre
reise tur reiseutgift ferdes travel trip travelling journey
parkere parkering parkeringsplass park parking
mat lunsj måltid kantine food lunch meal canteen
kaffe te pauserom coffee tea
rom lokale kontor plass room rooms space office
kontor arbeidsplass office workplace
åpen åpningstid oppe opningstid open opening
stengt lukket steng closed
brann brannalarm fire
alarm sikkerhetsalarm alarms
trygg sikker trygghet sikkerhet tryggleik safe safety secure security
vold trussel farlig redd trussel utagering violence threat threats dangerous violent
krise akutt nød hast crisis emergency urgent acute
selvmord sjølvmord suicid suicide suicidal
død dødsfall dø begravelse death dead die funeral
fare risiko farlig risk danger
taushetsplikt teieplikt fortrolig hemmelig konfidensiell confidentiality confidential secrecy
samtykke godkjenning tillatelse løyve consent permission approval
lov tillatelse tillatt løyve allowed permission permitted
journal notat journalføring dokumentere journalen record records note notes chart
personvern gdpr privacy
klage klageadgang klagerett complain complaint complaints appeal
vedtak avgjørelse beslutning decision decisions
bestemme avgjøre beslutte velge decide choose determine decision
velge valg valfri choose choice select
krav kreve kriterium vilkår requirement requirements criteria criterion condition required
plikt forpliktelse skyldnad ansvar pålagt duty obligation obliged
ansvar ansvarlig hovedansvar responsible responsibility
oppgave oppdrag gjøremål oppgåve task tasks assignment mission
rolle funksjon oppgave role roles function
samarbeid samhandling samarbeide samvirke cooperation collaboration collaborate cooperate interaction
partner samarbeidspartner partners
avtale kontrakt samarbeidsavtale agreement contract
signere underskrift skrive underteikne sign signature
samordne koordinere koordinering coordinate coordination coordinator
organisere organisering organisasjon struktur organise organize organisation organization
arrangere arrangør holde avholde skipe organise arrange host organiser
besøk hjemmebesøk oppsøke visit visits home
hjemme heim hjem home
skole skule elev lærer school pupil teacher student
elev pupil pupils student
student praksis praktikant students internship placement
barnevern barnevernstjenesten childwelfare
politi politiet police
tolk tolke tolking oversette interpreter interpreters interpret interpretation translation
språk norsk language languages
oversettelse omsetjing translate translation
erfaring røynsle oppleve erfare experience experiences
kunnskap kompetanse fagkunnskap knowledge competence expertise skills
spesialist ekspert specialist specialists expert
forskjell ulik skilnad ulikhet difference different differ
lik same like tilsvarende maken same similar equivalent
felles sammen saman fellesskap common shared joint together
egen særskilt separat eiga own separate dedicated special
viktig sentral avgjørende important essential
vanskelig krevende utfordring problem difficult challenge problem trouble
problem vanske utfordring problems issue issues difficulty
god bra bedre betre good better
kvalitet kvalitetssikring quality
resultat utbytte effekt nytte virke result results outcome effect benefit works
bedring bli bedre recovery improvement
modell metode tilnærming model models method approach
følge etterleve overholde comply follow adhere
beskrive beskrivelse skildring omtale describe description
forklare forklaring betydning tydning forstå explain explanation meaning
bety betydning stå tyde omgrep begrep mean means stands meaning
innhold tema omhandle handle dekke content contents topic about cover covers
tema emne topic theme subject topics
spørsmål spørre lure question questions ask
svar svare besvare answer answers response
dekning utbredelse utbreiing spredning coverage spread distribution
stor størrelse omfang storleik size large big
liten små lita small little
mangle savne lack missing
utvikle utvikling develop development
forbedre styrke utvikle betre improve strengthen
tiltak innsats satsing measure initiative effort
kampanje aksjon campaign
satsing innsats prosjekt initiative
myndighet stat regjering direktorat styresmakt government authority authorities state directorate
politiker politisk rådmann kommunedirektør kommunalsjef politician politicians
medvirkning påvirke innflytelse medverknad participation influence involvement
brukermedvirkning brukerinvolvering involvement
representant talsperson representative
råd panel utvalg committee council panel
ungdomspanel ungdomsråd youthpanel
likeperson erfaringskonsulent peer peers
psykolog psykologer psychologist
sykepleier sjukepleiar vernepleier nurse nurses
sosionom sosialarbeider socialworker
utdanning videreutdanning kompetanse education
arbeidsliv jobb sysselsetting employment
utgave versjon utgåve edition version
forsinket utsatt delayed postponed
avlyse avlysning kansellere cancel cancelled
utsette utsettelse postpone
påminnelse purring varsel reminder
bestille reservere booke bestilling book booking reserve
levere innlevere sende deliver submit hand send
lagre oppbevare arkivere oppbevaring store keep storage
slette fjerne tømme delete remove erase
retting rette korrigere correct correction fix
feil feilaktig gal error wrong mistake
miste mistet tapt lose lost
glemme glemt gløymt forget forgot
funnet funn hittegods found
låse lås opplåst lock locked
vaske vask rengjøring renhold clean cleaning wash
tavle tavla whiteboard board
skjerm pc datamaskin nettbrett computer laptop screen tablet
skriver utskrift printe printer print
gave gaver presang gift gifts present
klær arbeidstøy klede clothes
dyr hund kjæledyr dog pet animal
ute friluft tur uteaktivitet outdoor outdoors outside
trening trene aktivitet fysisk exercise activity workout
mestring meistring takle coping cope
søvn sove sleep
angst uro redsel anxiety
depresjon nedstemthet depression depressed
stress utmattelse burnout
sorg tap grief
frivillig frivillige volunteer voluntary volunteers
innvandrer flyktning immigrant refugee refugees
ledig vakant utlyst available vacant vacancy
stillingsutlysning utlysning annonse advertisement vacancy ad
evaluering vurdering evaluation review
sammenheng relasjon tilknytning connection relation
forankre forankring anchored anchor anchoring embed
utgangspunkt bakgrunn årsak grunn reason reasons background cause
hindre unngå forebygge førebyggje prevent prevention avoid
fokus prioritet focus
offentlig offentleg public
privat private
intern internt internal
ekstern eksternt external
`;
