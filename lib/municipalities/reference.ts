/**
 * Reference data the product starts with: municipalities, categories, departments, mandates.
 * Rows are only ever added when they are missing; what staff change in the database stays changed.
 */

/** Names and seats (WGS84 degrees). */
export const municipalities = [
  {
    slug: "prishtina",
    nameSq: "Prishtinë",
    nameSr: "Priština",
    nameEn: "Prishtina",
    seatLat: 42.663,
    seatLon: 21.162,
    aliases: ["Prishtina"],
  },
  {
    slug: "mitrovica",
    nameSq: "Mitrovicë e Jugut",
    nameSr: "Južna Mitrovica",
    nameEn: "Mitrovica South",
    seatLat: 42.883,
    seatLon: 20.867,
    aliases: ["Mitrovica", "Mitrovicë", "Kosovska Mitrovica"],
  },
  {
    slug: "gjakova",
    nameSq: "Gjakovë",
    nameSr: "Đakovica",
    nameEn: "Gjakova",
    seatLat: 42.38,
    seatLon: 20.431,
    aliases: ["Gjakova"],
  },
  { slug: "peja", nameSq: "Pejë", nameSr: "Peć", nameEn: "Peja", seatLat: 42.659, seatLon: 20.288, aliases: ["Peja"] },
  {
    slug: "gjilan",
    nameSq: "Gjilan",
    nameSr: "Gnjilane",
    nameEn: "Gjilan",
    seatLat: 42.463,
    seatLon: 21.469,
    aliases: ["Gjilani"],
  },
  {
    slug: "ferizaj",
    nameSq: "Ferizaj",
    nameSr: "Uroševac",
    nameEn: "Ferizaj",
    seatLat: 42.37,
    seatLon: 21.155,
    aliases: ["Ferizaji"],
  },
  {
    slug: "prizren",
    nameSq: "Prizren",
    nameSr: "Prizren",
    nameEn: "Prizren",
    seatLat: 42.214,
    seatLon: 20.74,
    aliases: ["Prizreni"],
  },
] as const;

/** Departments every municipality begins with; staff rename and add. */
export const departments = [
  {
    code: "services",
    nameSq: "Drejtoria e Shërbimeve Publike",
    nameSr: "Direkcija za javne službe",
    nameEn: "Department of Public Services",
  },
  {
    code: "infrastructure",
    nameSq: "Drejtoria e Infrastrukturës",
    nameSr: "Direkcija za infrastrukturu",
    nameEn: "Department of Infrastructure",
  },
  {
    code: "inspection",
    nameSq: "Drejtoria e Inspekcionit",
    nameSr: "Direkcija za inspekciju",
    nameEn: "Department of Inspection",
  },
] as const;

type DepartmentCode = (typeof departments)[number]["code"];

const waterCompany = {
  institutionSq:
    "Kjo zakonisht është punë e kompanisë rajonale të ujësjellësit. Raportojeni lirisht: komuna ia përcjell.",
  institutionSr: "Ovo je obično posao regionalnog vodovoda. Slobodno prijavite: opština će prijavu proslediti.",
  institutionEn:
    "This is usually the job of the regional water company. Report it all the same: the municipality passes it on.",
};
const wasteCompany = {
  institutionSq:
    "Mbeturinat zakonisht i mbledh kompania rajonale e mbeturinave. Raportojeni lirisht: komuna ia përcjell.",
  institutionSr:
    "Otpad obično odvozi regionalno komunalno preduzeće. Slobodno prijavite: opština će prijavu proslediti.",
  institutionEn:
    "Waste is usually collected by the regional waste company. Report it all the same: the municipality passes it on.",
};
const powerCompany = {
  institutionSq: "Kjo zakonisht është punë e kompanisë së rrjetit elektrik. Raportojeni lirisht: komuna ia përcjell.",
  institutionSr: "Ovo je obično posao elektrodistribucije. Slobodno prijavite: opština će prijavu proslediti.",
  institutionEn:
    "This is usually the job of the electricity network company. Report it all the same: the municipality passes it on.",
};
const mainRoads = {
  institutionSq:
    "Për rrugët magjistrale dhe regjionale kujdeset ministria përgjegjëse për infrastrukturën. Raportojeni lirisht: komuna ia përcjell.",
  institutionSr:
    "O magistralnim i regionalnim putevima brine ministarstvo nadležno za infrastrukturu. Slobodno prijavite: opština će prijavu proslediti.",
  institutionEn:
    "Main and regional roads are looked after by the ministry responsible for infrastructure. Report it all the same: the municipality passes it on.",
};
const own = { institutionSq: null, institutionSr: null, institutionEn: null };

/** ndreqe.com's seven first, then those every such service gets. `icon` names a drawing in components/ui/category-icon.tsx. */
export const categories: {
  slug: string;
  icon: string;
  department: DepartmentCode;
  nameSq: string;
  nameSr: string;
  nameEn: string;
  institutionSq: string | null;
  institutionSr: string | null;
  institutionEn: string | null;
}[] = [
  {
    slug: "waste",
    icon: "trash",
    department: "services",
    nameSq: "Mbeturina",
    nameSr: "Otpad",
    nameEn: "Waste",
    ...wasteCompany,
  },
  {
    slug: "sewage",
    icon: "waves",
    department: "services",
    nameSq: "Ujëra të zeza",
    nameSr: "Otpadne vode",
    nameEn: "Sewage",
    ...waterCompany,
  },
  {
    slug: "potholes",
    icon: "cone",
    department: "infrastructure",
    nameSq: "Gropa në rrugë",
    nameSr: "Rupe na putu",
    nameEn: "Potholes",
    ...own,
  },
  {
    slug: "lighting",
    icon: "lamp",
    department: "services",
    nameSq: "Ndriçim publik",
    nameSr: "Javna rasveta",
    nameEn: "Public lighting",
    ...own,
  },
  {
    slug: "pavement",
    icon: "footprints",
    department: "infrastructure",
    nameSq: "Trotuar i dëmtuar",
    nameSr: "Oštećen trotoar",
    nameEn: "Damaged pavement",
    ...own,
  },
  {
    slug: "signs",
    icon: "signpost",
    department: "infrastructure",
    nameSq: "Shenja të rrugës",
    nameSr: "Saobraćajni znaci",
    nameEn: "Road signs",
    ...own,
  },
  {
    slug: "accessibility",
    icon: "accessibility",
    department: "infrastructure",
    nameSq: "Pengesa për persona me aftësi të kufizuar",
    nameSr: "Prepreke za osobe sa invaliditetom",
    nameEn: "Obstacles for people with disabilities",
    ...own,
  },
  {
    slug: "dump",
    icon: "dump",
    department: "inspection",
    nameSq: "Deponi ilegale",
    nameSr: "Divlja deponija",
    nameEn: "Illegal dump",
    ...own,
  },
  {
    slug: "water",
    icon: "droplet",
    department: "services",
    nameSq: "Furnizim me ujë",
    nameSr: "Vodosnabdevanje",
    nameEn: "Water supply",
    ...waterCompany,
  },
  {
    slug: "animals",
    icon: "paw",
    department: "services",
    nameSq: "Kafshë endacake",
    nameSr: "Životinje lutalice",
    nameEn: "Stray animals",
    ...own,
  },
  {
    slug: "parks",
    icon: "tree",
    department: "services",
    nameSq: "Parqe dhe drunj",
    nameSr: "Parkovi i drveće",
    nameEn: "Parks and trees",
    ...own,
  },
  {
    slug: "bus-stop",
    icon: "bus",
    department: "services",
    nameSq: "Stacion autobusi",
    nameSr: "Autobusko stajalište",
    nameEn: "Bus stop",
    ...own,
  },
  {
    slug: "parking",
    icon: "parking",
    department: "inspection",
    nameSq: "Parkim i kundërligjshëm",
    nameSr: "Nepropisno parkiranje",
    nameEn: "Illegal parking",
    ...own,
  },
  { slug: "noise", icon: "noise", department: "inspection", nameSq: "Zhurmë", nameSr: "Buka", nameEn: "Noise", ...own },
  {
    slug: "power",
    icon: "power",
    department: "services",
    nameSq: "Furnizim me rrymë",
    nameSr: "Snabdevanje strujom",
    nameEn: "Power supply",
    ...powerCompany,
  },
  {
    slug: "main-road",
    icon: "road",
    department: "infrastructure",
    nameSq: "Rrugë magjistrale dhe regjionale",
    nameSr: "Magistralni i regionalni putevi",
    nameEn: "Main and regional roads",
    ...mainRoads,
  },
  { slug: "other", icon: "other", department: "services", nameSq: "Tjetër", nameSr: "Ostalo", nameEn: "Other", ...own },
];

const runoff = {
  source: "European Western Balkans, 10.11.2025; Prishtina Insight, 9–10.11.2025",
  sourceUrl: "https://europeanwesternbalkans.com",
};
const firstRound = { source: "Komisioni Qendror i Zgjedhjeve, 12.10.2025", sourceUrl: null };

/** Mandates 2025–2029: mayors as reported after the elections; their six commitments are for D+ to write. */
export const mandates = [
  { municipalityId: "prishtina", mayorName: "Përparim Rama", party: "LDK", ...runoff },
  { municipalityId: "mitrovica", mayorName: "Faton Peci", party: "LVV", ...runoff },
  { municipalityId: "gjakova", mayorName: "Ardian Gjini", party: "AAK", ...runoff },
  { municipalityId: "peja", mayorName: "Gazmend Muhaxheri", party: "LDK", ...runoff },
  { municipalityId: "gjilan", mayorName: "Alban Hyseni", party: "LVV", ...runoff },
  { municipalityId: "ferizaj", mayorName: "Agim Aliu", party: "PDK", ...firstRound },
  { municipalityId: "prizren", mayorName: "Shaqir Totaj", party: "PDK", ...runoff },
] as const;

/** Local elections of 12 October 2025; four years. */
export const mandate2025 = { key: "2025", fromDate: new Date("2025-10-12"), toDate: new Date("2029-10-12") };
