import type { EvidenceKind, PledgeStatus, Sector } from "../../lib/pledges/status";
import type { Words } from "../../lib/pledges/types";

/** Invented commitments about services, for demonstration: of an office, never of a person. */
type SamplePledge = { sector: Sector; deadline: string | null; text: Words; measure: Words };

export const samplePledges: readonly SamplePledge[] = [
  {
    sector: "public_services",
    deadline: "2026-12-31",
    text: {
      sq: "Ndriçim publik në çdo fshat të komunës",
      sr: "Javna rasveta u svakom selu opštine",
      en: "Public lighting in every village of the municipality",
    },
    measure: {
      sq: "E përmbushur kur të gjitha fshatrat kanë llamba që punojnë në rrugën kryesore, sipas regjistrit të drejtorisë.",
      sr: "Ispunjeno kada sva sela imaju svetiljke koje rade u glavnoj ulici, prema registru direkcije.",
      en: "Fulfilled when every village has working lamps along its main road, by the department’s register.",
    },
  },
  {
    sector: "infrastructure",
    deadline: "2027-10-31",
    text: {
      sq: "Asfaltimi i 40 kilometrave të rrugëve lokale",
      sr: "Asfaltiranje 40 kilometara lokalnih puteva",
      en: "40 kilometres of local roads asphalted",
    },
    measure: {
      sq: "E përmbushur kur 40 kilometra janë pranuar teknikisht; pjesërisht nga 20 kilometra.",
      sr: "Ispunjeno kada je 40 kilometara tehnički primljeno; delimično od 20 kilometara.",
      en: "Fulfilled when 40 kilometres have passed technical acceptance; partially from 20 kilometres.",
    },
  },
  {
    sector: "education",
    deadline: "2027-09-01",
    text: {
      sq: "Tre çerdhe të reja publike",
      sr: "Tri nova javna vrtića",
      en: "Three new public kindergartens",
    },
    measure: {
      sq: "E përmbushur kur tri çerdhe pranojnë fëmijë; pjesërisht kur hapet së paku një.",
      sr: "Ispunjeno kada tri vrtića primaju decu; delimično kada se otvori bar jedan.",
      en: "Fulfilled when three kindergartens take children; partially when at least one opens.",
    },
  },
  {
    sector: "health",
    deadline: "2026-06-30",
    text: {
      sq: "Qendra kryesore e mjekësisë familjare e hapur 24 orë",
      sr: "Glavni centar porodične medicine otvoren 24 sata",
      en: "The main family medicine centre open 24 hours",
    },
    measure: {
      sq: "E përmbushur kur orari i publikuar dhe vizita në terren tregojnë shërbim 24 orë, shtatë ditë në javë.",
      sr: "Ispunjeno kada objavljeno radno vreme i obilazak pokažu uslugu 24 sata, sedam dana u nedelji.",
      en: "Fulfilled when the published hours and a visit show service for 24 hours, seven days a week.",
    },
  },
  {
    sector: "administration",
    deadline: "2026-12-31",
    text: {
      sq: "Lejet e ndërtimit brenda 30 ditëve, me kërkesë në internet",
      sr: "Građevinske dozvole u roku od 30 dana, uz zahtev preko interneta",
      en: "Building permits within 30 days, applied for online",
    },
    measure: {
      sq: "E përmbushur kur nëntë nga dhjetë leje të një gjysmëviti jepen brenda 30 ditëve.",
      sr: "Ispunjeno kada se devet od deset dozvola u polugodištu izda u roku od 30 dana.",
      en: "Fulfilled when nine in ten permits of a half-year are given within 30 days.",
    },
  },
  {
    sector: "urbanism",
    deadline: "2028-06-30",
    text: {
      sq: "Park i ri në qendër, pa makina",
      sr: "Novi park u centru, bez automobila",
      en: "A new car-free park in the centre",
    },
    measure: {
      sq: "E përmbushur kur parku është i hapur për publikun; i filluar me nënshkrimin e kontratës.",
      sr: "Ispunjeno kada je park otvoren za javnost; započeto potpisivanjem ugovora.",
      en: "Fulfilled when the park is open to the public; initiated when the contract is signed.",
    },
  },
  {
    sector: "culture_sport",
    deadline: "2027-12-31",
    text: {
      sq: "Biblioteka e qytetit e rinovuar dhe e hapur edhe të shtunave",
      sr: "Obnovljena gradska biblioteka, otvorena i subotom",
      en: "The town library renovated and open on Saturdays too",
    },
    measure: {
      sq: "E përmbushur kur janë bërë të dyja; pjesërisht kur është bërë njëra.",
      sr: "Ispunjeno kada je urađeno oboje; delimično kada je urađeno jedno.",
      en: "Fulfilled when both are done; partially when one is.",
    },
  },
  {
    sector: "social",
    deadline: null,
    text: {
      sq: "Qasje pa pengesa në të gjitha objektet komunale",
      sr: "Pristup bez prepreka u sve opštinske objekte",
      en: "Step-free access to all municipal buildings",
    },
    measure: {
      sq: "E përmbushur kur çdo objekt i listës së komunës ka pjerrtore ose ashensor që punon.",
      sr: "Ispunjeno kada svaki objekat sa liste opštine ima rampu ili lift koji radi.",
      en: "Fulfilled when every building on the municipality’s list has a ramp or a working lift.",
    },
  },
  {
    sector: "economy",
    deadline: "2029-06-30",
    text: {
      sq: "Zonë ekonomike me të gjitha lidhjet e infrastrukturës",
      sr: "Ekonomska zona sa svim infrastrukturnim priključcima",
      en: "A business zone with every utility connected",
    },
    measure: {
      sq: "E përmbushur kur parcelat kanë rrugë, ujë, kanalizim dhe rrymë dhe së paku dhjetë janë dhënë në shfrytëzim.",
      sr: "Ispunjeno kada parcele imaju put, vodu, kanalizaciju i struju, a bar deset je dato na korišćenje.",
      en: "Fulfilled when plots have road, water, sewage and power, and at least ten are in use.",
    },
  },
  {
    sector: "agriculture",
    deadline: "2028-12-31",
    text: {
      sq: "Ujitje për 500 hektarë tokë bujqësore",
      sr: "Navodnjavanje 500 hektara poljoprivrednog zemljišta",
      en: "Irrigation for 500 hectares of farmland",
    },
    measure: {
      sq: "E përmbushur kur 500 hektarë janë të lidhur me rrjetin; pjesërisht nga 250 hektarë.",
      sr: "Ispunjeno kada je 500 hektara povezano na mrežu; delimično od 250 hektara.",
      en: "Fulfilled when 500 hectares are connected; partially from 250 hectares.",
    },
  },
];

/** What an invented assessment says of each status. */
export const sampleFindings: Record<Exclude<PledgeStatus, "unrated">, Words> = {
  fulfilled: {
    sq: "Gjetje shembull: kriteri i caktuar për këtë premtim është plotësuar. Dokumentet dhe vizita në terren thonë të njëjtën gjë.",
    sr: "Primer nalaza: merilo određeno za ovo obećanje je ispunjeno. Dokumenti i obilazak govore isto.",
    en: "Sample finding: the measure set for this pledge has been reached. The documents and the visit say the same.",
  },
  partially_fulfilled: {
    sq: "Gjetje shembull: një pjesë e punës ka përfunduar dhe përdoret nga qytetarët; pjesa tjetër ende jo.",
    sr: "Primer nalaza: deo posla je završen i građani ga koriste; ostatak još nije.",
    en: "Sample finding: part of the work is finished and in use by citizens; the rest isn’t yet.",
  },
  initiated: {
    sq: "Gjetje shembull: ka vendim dhe mjete në buxhet, por puna në terren sapo ka filluar.",
    sr: "Primer nalaza: postoje odluka i sredstva u budžetu, ali su radovi na terenu tek počeli.",
    en: "Sample finding: there is a decision and money in the budget, but work on the ground has only begun.",
  },
  not_started: {
    sq: "Gjetje shembull: nuk u gjet as vendim, as kontratë, as linjë buxhetore për këtë premtim.",
    sr: "Primer nalaza: za ovo obećanje nije nađena ni odluka, ni ugovor, ni budžetska linija.",
    en: "Sample finding: neither a decision nor a contract nor a budget line was found for this pledge.",
  },
  broken: {
    sq: "Gjetje shembull: me vendim të datuar projekti është hequr nga plani dhe mjetet janë bartur diku tjetër.",
    sr: "Primer nalaza: datiranom odlukom projekat je skinut sa plana, a sredstva su preneta drugde.",
    en: "Sample finding: a dated decision took the project off the plan and moved the money elsewhere.",
  },
};

/** Words for the one wrong assessment, and for its correction. */
export const sampleMistake: { wrong: Words; right: Words } = {
  wrong: {
    sq: "Gjetje shembull: e gjithë puna u numërua si e përfunduar.",
    sr: "Primer nalaza: ceo posao je izbrojan kao završen.",
    en: "Sample finding: all of the work was counted as finished.",
  },
  right: {
    sq: "Korrigjim shembull: një pjesë ishte numëruar dy herë. E përfunduar është vetëm gjysma, prandaj statusi u ndryshua.",
    sr: "Primer ispravke: jedan deo je izbrojan dvaput. Završena je samo polovina, zato je status promenjen.",
    en: "Sample correction: one part was counted twice. Only half is finished, so the status was changed.",
  },
};

export const sampleReply =
  "Shembull i përgjigjes së zyrës: Projekti nuk është braktisur. Mjetet u bartën përkohësisht, për shkak të dëmeve nga vërshimet.\n\nZyra pret që projekti të kthehet në planin e vitit të ardhshëm dhe do ta dërgojë vendimin sapo të miratohet.";

type SampleEvidence = { kind: EvidenceKind; title: string };

/** Invented pieces of evidence; the publisher says what they are. */
export const sampleEvidence: readonly [SampleEvidence, ...SampleEvidence[]] = [
  { kind: "document", title: "Vendim i drejtorisë komunale (shembull)" },
  { kind: "budget_line", title: "Rreshti i buxhetit dhe shpenzimi i tij (shembull)" },
  { kind: "photo", title: "Foto nga vizita në terren (shembull)" },
  { kind: "platform_data", title: "Raportimet e qytetarëve në platformë (shembull)" },
  { kind: "link", title: "Njoftim i komunës (shembull)" },
];
