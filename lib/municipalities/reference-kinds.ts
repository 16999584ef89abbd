/**
 * What people call each kind of problem, in Albanian, Serbian and English, as they write it: everyday words, dialect,
 * without accents too (the comparison folds them). One word or a few, with commas between.
 */
export const synonyms: Record<string, string> = {
  waste:
    "mbeturina, plehra, bërllok, kontejner, kontejneri plot, kontejner pun, koshi, shporta, grumbullim i mbeturinave, ere e keqe, smeće, otpad, kontejner, pun kontejner, kanta, đubre, odvoz smeća, waste, garbage, rubbish, trash, bin, full container, litter",
  sewage:
    "ujëra të zeza, kanalizim, kanalizimi, pusetë, puseta, gyp, pisllek, fekale, vërshim, bllokim i kanalit, kanalizacija, šaht, šahta, izliva se, otpadne vode, začepljena kanalizacija, poklopac šahta, sewage, sewer, drain, manhole, blocked drain, overflow",
  potholes:
    "gropë, gropa, gropa në rrugë, gropa ne asfalt, asfalt, asfalti, rruga e dëmtuar, rrugë e prishur, çarje, rupa, rupe, rupa na putu, asfalt, oštećen put, udarna rupa, pothole, hole in the road, asphalt, broken road",
  lighting:
    "ndriçim, ndriqim, drita, drita e rrugës, dritat, llambë, llamba, poç, shtyllë, errësirë, terr, nuk ka dritë, nuk punon drita, rasveta, javna rasveta, ulično svetlo, svetlo, lampa, sijalica, bandera, stub, mrak, light, street light, streetlight, lamp, lamp post, dark",
  pavement:
    "trotuar, trotuari, kubëza, kubza, pllaka, bordurë, këmbësorë, shteg, trotoar, oštećen trotoar, ploče, ivičnjak, pešaci, staza, pavement, sidewalk, kerb, curb, footpath, tiles",
  signs:
    "shenja, shenjë, shenja e rrugës, tabelë, tabela, semafor, semafori, vija të bardha, zebra, vendkalim, pasqyrë, saobraćajni znak, znak, tabla, semafor, pešački prelaz, zebra, ogledalo, road sign, traffic sign, traffic light, crossing, zebra crossing, mirror",
  accessibility:
    "aftësi të kufizuar, karrocë, karrocë invalidore, pjerrinë, rampë, qasje, invalid, i verbër, ashensor, osobe sa invaliditetom, invalidska kolica, rampa, pristup, slepi, prepreka, wheelchair, ramp, disability, disabled, blind, accessibility",
  dump: "deponi, deponi ilegale, hedhurina, dheu, mbetje ndërtimi, inerte, lumi i ndotur, divlja deponija, deponija, građevinski otpad, šut, bacanje smeća, dump, illegal dump, fly tipping, rubble, construction waste",
  water:
    "ujë, uji, s'ka ujë, nuk ka ujë, mungesë uji, reduktim, ujësjellës, gyp i plasur, rrjedhje uji, presion, voda, nema vode, nestanak vode, vodovod, pukla cev, curi voda, pritisak, water, no water, water leak, burst pipe, pressure",
  animals:
    "qen, qentë, qen endacak, qen i rrugës, mace, kafshë, kafshim, ngordhur, psi, pas lutalica, ulični pas, mačka, životinje, ujed, uginula životinja, dog, stray dog, cat, animals, bite, dead animal",
  parks:
    "park, parku, dru, drunj, pemë, lis, degë, bari, gjelbërim, lojëra për fëmijë, këndi i lojërave, ulëse, stol, park, drvo, drveće, grana, trava, zelenilo, igralište, klupa, tree, branch, fallen tree, grass, playground, bench, park",
  "bus-stop":
    "autobus, stacion, stacioni, vendqëndrim, strehë, transport publik, orari, autobus, stanica, stajalište, autobuska stanica, prevoz, bus, bus stop, shelter, public transport",
  parking:
    "parking, parkim, parkuar, vetura, kerr, makinë në trotuar, veturë e braktisur, bllokon rrugën, parkiranje, parkirano, auto, auto na trotoaru, napušten automobil, parking, parked, car on pavement, abandoned car",
  noise:
    "zhurmë, zhurma, muzikë, muzika e lartë, kafene, natën, gjenerator, buka, muzika, glasna muzika, kafić, noću, generator, noise, loud music, loud, bar, generator",
  power:
    "rrymë, rryma, s'ka rrymë, nuk ka rrymë, nderprerje, ndërprerje e rrymës, elektrike, tela, kabllo, trafo, keds, kesko, struja, nema struje, nestanak struje, kabl, žice, trafostanica, power cut, no electricity, electricity, wires, cable, transformer",
  "main-road":
    "magjistrale, rrugë magjistrale, rruga magjistrale, rrugë regjionale, autostradë, autostrada, magistrala, magistralni put, regionalni put, autoput, highway, motorway, main road, regional road",
  other: "",
};

/** Headings under which kinds are offered, in their order. */
export const kindGroups: Record<string, string> = {
  potholes: "streets",
  pavement: "streets",
  signs: "streets",
  accessibility: "streets",
  "main-road": "streets",
  lighting: "light",
  power: "light",
  water: "water",
  sewage: "water",
  waste: "clean",
  dump: "clean",
  parks: "green",
  animals: "green",
  "bus-stop": "order",
  parking: "order",
  noise: "order",
  other: "other",
};

/** How near an open report must be to be likely the same, in metres, where 100 isn't right. */
export const nearbyMetres: Record<string, number> = {
  lighting: 60,
  potholes: 60,
  pavement: 60,
  signs: 60,
  "bus-stop": 60,
  parking: 60,
  dump: 200,
  water: 300,
  power: 300,
  animals: 300,
  noise: 150,
};

type Named = { categories: string[]; by: Record<string, string> };

/**
 * Who does work that isn't the municipality's own, by municipality. General knowledge, not checked against a source:
 * staff correct it and add telephone and website, and the page on which they do says so.
 */
export const institutions: Named[] = [
  {
    categories: ["water", "sewage"],
    by: {
      prishtina: "KRU Prishtina",
      mitrovica: "KRU Mitrovica",
      gjakova: "KRU Radoniqi",
      peja: "KRU Hidrodrini",
      prizren: "KRU Hidroregjioni Jugor",
      gjilan: "KRU Hidromorava",
    },
  },
  {
    categories: ["waste"],
    by: {
      prishtina: "Pastrimi",
      ferizaj: "Pastrimi",
      mitrovica: "Uniteti",
      gjakova: "Çabrati",
      peja: "Ambienti",
      prizren: "Ekoregjioni",
      gjilan: "Eco Higjiena",
    },
  },
  {
    categories: ["power"],
    by: {
      prishtina: "KEDS",
      ferizaj: "KEDS",
      mitrovica: "KEDS",
      gjakova: "KEDS",
      peja: "KEDS",
      prizren: "KEDS",
      gjilan: "KEDS",
    },
  },
];

/** Questions that are asked besides from the start; staff change them. */
export const questions = [
  {
    id: "01970000-0000-7000-8000-000000000001",
    categoryId: "lighting",
    nameSq: "Numri i shtyllës, nëse shihet",
    nameSr: "Broj stuba, ako se vidi",
    nameEn: "Lamp post number, if it can be seen",
    kind: "text",
    required: false,
    isPublic: true,
  },
] as const;
