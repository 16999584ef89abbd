import type { Locale } from "../../lib/i18n/locales";

/** What the invented municipalities and citizens write in demonstration reports, several of each. */
type Words = Record<
  | "acknowledged"
  | "answer"
  | "planned"
  | "working"
  | "referred"
  | "rejected"
  | "duplicate"
  | "gone"
  | "reopened"
  | "refixed",
  string[]
>;

export const words: Record<Locale, Words> = {
  sq: {
    acknowledged: [
      "Faleminderit për raportimin. E kemi pranuar dhe ekipi e shikon vendin këtë javë.",
      "Raportimi u pranua. Inspektori del në vend nesër paradite.",
      "E kemi regjistruar dhe ia kemi dhënë drejtorisë përgjegjëse. Ju njoftojmë për hapin e radhës.",
    ],
    answer: [
      "Faleminderit. Po e verifikojmë me ekipin e terrenit dhe ju përgjigjemi brenda javës.",
      "E kemi parë raportimin. Na nevojitet një dalje në vend para se të vendosim si veprojmë.",
    ],
    planned: [
      "Punimet hyjnë në planin e muajit. Data e shënuar mund të shtyhet vetëm nëse bie shi.",
      "Materiali është porositur. Ekipi del në vend në datën e shënuar.",
    ],
    working: [
      "Ekipi ka filluar punën. Ju lutemi kini kujdes kur kaloni aty.",
      "Punimet kanë nisur sot dhe zgjasin disa ditë.",
    ],
    referred: [
      "Kjo nuk është në kompetencën e komunës. Ua kemi përcjellë sot me shkrim dhe e ndjekim deri në zgjidhje.",
    ],
    rejected: [
      "Inspektori doli dy herë në vend dhe nuk e gjeti problemin e përshkruar. Nëse vazhdon, ju lutemi raportojeni përsëri me foto dhe orë.",
      "Kjo është çështje mes fqinjësh në pronë private; komuna nuk ka të drejtë të ndërhyjë. Ju këshillojmë t’i drejtoheni policisë komunale në çastin kur ndodh.",
    ],
    duplicate: ["I njëjti vend është raportuar më herët. E vazhdojmë te ai raportim dhe ju njoftojmë atje."],
    gone: ["Kalova sot dhe nuk është më. Faleminderit kujtdo që e rregulloi."],
    reopened: ["Fatkeqësisht problemi u kthye. Ju lutem shikojeni edhe një herë."],
    refixed: ["Kësaj here e ndërruam krejt pjesën e dëmtuar. Nëse shfaqet sërish, na shkruani."],
  },
  sr: {
    acknowledged: [
      "Hvala na prijavi. Primili smo je i ekipa izlazi na teren ove nedelje.",
      "Prijava je primljena i predata nadležnoj direkciji.",
    ],
    answer: ["Hvala. Proveravamo sa ekipom na terenu i javljamo se do kraja nedelje."],
    planned: ["Radovi su u planu za naznačeni dan. Pomeraju se samo ako pada kiša."],
    working: ["Ekipa je počela sa radom. Molimo vas da tuda prolazite oprezno."],
    referred: ["To nije u nadležnosti opštine. Prosledili smo pisanim putem i pratimo do rešenja."],
    rejected: [
      "Inspektor je dva puta izašao na teren i nije zatekao opisani problem. Ako se ponovi, molimo vas da ga ponovo prijavite sa fotografijom.",
    ],
    duplicate: ["Isto mesto je već prijavljeno. Nastavljamo na toj prijavi i tamo vas obaveštavamo."],
    gone: ["Prošao sam danas, više ga nema. Hvala."],
    reopened: ["Nažalost, problem se vratio. Molim vas da pogledate još jednom."],
    refixed: ["Ovog puta je zamenjen ceo oštećeni deo. Ako se ponovi, pišite nam."],
  },
  en: {
    acknowledged: ["Thank you. We have taken this up and a crew will look at the place this week."],
    answer: ["Thank you. We are checking this with the crew and will answer within the week."],
    planned: ["The work is in this month's plan for the day shown. Only rain would move it."],
    working: ["The crew has begun. Please take care when you pass."],
    referred: [
      "This is not the municipality's to repair. We passed it on in writing today and will follow it until it is solved.",
    ],
    rejected: [
      "An inspector went twice and did not find the problem described. If it goes on, please report it again with a photo.",
    ],
    duplicate: ["The same place has been reported before. We go on with that report and tell you there."],
    gone: ["I passed today and it is gone. Thank you."],
    reopened: ["Sadly it is back. Please look again."],
    refixed: ["This time the collection days were doubled. If it comes back, write to us."],
  },
};

/** Said when it is done, by category; "other" for every category that has no words of its own. */
export const fixedWords: Record<Locale, { other: string } & Record<string, string>> = {
  sq: {
    other: "Problemi u zgjidh. Faleminderit që na treguat.",
    potholes: "Gropat u prenë dhe u mbushën me asfalt të nxehtë. Rruga është e hapur.",
    lighting: "Llambat u zëvendësuan dhe ndriçimi punon prej mbrëmë.",
    waste: "Vendi u pastrua dhe mbledhja bëhet tani tri herë në javë.",
    pavement: "Pllakat u ndërruan dhe trotuari u rrafshua.",
    sewage: "Kanali u pastrua me presion dhe uji rrjedh lirshëm.",
    signs: "Shenja u vendos dhe vijat u rivizatuan.",
    accessibility: "Pengesa u largua dhe kalimi është i lirë.",
    dump: "Mbeturinat u larguan dhe u vu tabelë ndalimi.",
    water: "Rubineti u ndërrua dhe rrjedhja u ndal.",
    parks: "U rregullua dhe u kontrollua e tërë lulishtja.",
    "bus-stop": "Stacioni u riparua dhe u pastrua.",
    parking: "U vendosën pengesa dhe policia komunale e kontrollon çdo ditë.",
  },
  sr: {
    other: "Problem je rešen. Hvala što ste nam javili.",
    potholes: "Rupa je isečena i zapunjena vrućim asfaltom.",
    lighting: "Sijalice su zamenjene i rasveta radi od sinoć.",
    waste: "Kontejner je ispražnjen, odvoz je sada tri puta nedeljno.",
    signs: "Znak je postavljen.",
    parking: "Postavljeni su stubići i prilaz je slobodan.",
  },
  en: {
    other: "This has been solved. Thank you for telling us.",
    waste: "The place was cleared, and it is now collected three times a week.",
    accessibility: "The post was removed and the strip is clear.",
    animals: "The dogs were taken in by the shelter, vaccinated and marked.",
  },
};

/** Whom a category's reports are passed on to. */
export const referredTo: Record<Locale, { other: string } & Record<string, string>> = {
  sq: {
    other: "Ministria përgjegjëse për infrastrukturë",
    water: "Kompania rajonale e ujësjellësit",
    sewage: "Kompania rajonale e ujësjellësit",
    waste: "Kompania rajonale e mbeturinave",
  },
  sr: {
    other: "Ministarstvo nadležno za infrastrukturu",
    water: "Regionalni vodovod",
    sewage: "Regionalni vodovod",
    waste: "Regionalno komunalno preduzeće",
  },
  en: {
    other: "The ministry responsible for infrastructure",
    water: "The regional water company",
    sewage: "The regional water company",
    waste: "The regional waste company",
  },
};

/** Internal notes of officials among themselves. */
export const notes = [
  "Folur me ekipin e terrenit: presin asfaltin deri të enjten.",
  "Dalë në vend me inspektorin; fotot janë në dosje.",
  "Kontraktori ka garanci edhe gjashtë muaj, t’i dërgohet kërkesa.",
];
