/** English names by ISO 3166-1 alpha-3 code, as the English Wikipedia's flag templates show them (and XKX). */
const NAMES = `
ABW Aruba; AFG Afghanistan; AGO Angola; AIA Anguilla; ALA Åland Islands; ALB Albania; AND Andorra; ARE United Arab Emirates;
ARG Argentina; ARM Armenia; ASM American Samoa; ATA Antarctica; ATF French Southern Territories; ATG Antigua and Barbuda; AUS Australia;
AUT Austria; AZE Azerbaijan; BDI Burundi; BEL Belgium; BEN Benin; BES Bonaire; BFA Burkina Faso; BGD Bangladesh; BGR Bulgaria;
BHR Bahrain; BHS The Bahamas; BIH Bosnia and Herzegovina; BLM Saint Barthélemy; BLR Belarus; BLZ Belize; BMU Bermuda; BOL Bolivia;
BRA Brazil; BRB Barbados; BRN Brunei; BTN Bhutan; BVT Bouvet Island; BWA Botswana; CAF Central African Republic; CAN Canada;
CCK Cocos (Keeling) Islands; CHE Switzerland; CHL Chile; CHN China; CIV Ivory Coast; CMR Cameroon; COD Democratic Republic of the Congo;
COG Republic of the Congo; COK Cook Islands; COL Colombia; COM Comoros; CPV Cape Verde; CRI Costa Rica; CUB Cuba; CUW Curaçao;
CXR Christmas Island; CYM Cayman Islands; CYP Cyprus; CZE Czech Republic; DEU Germany; DJI Djibouti; DMA Dominica; DNK Denmark;
DOM Dominican Republic; DZA Algeria; ECU Ecuador; EGY Egypt; ERI Eritrea; ESH Western Sahara; ESP Spain; EST Estonia; ETH Ethiopia;
FIN Finland; FJI Fiji; FLK Falkland Islands; FRA France; FRO Faroe Islands; FSM Federated States of Micronesia; GAB Gabon;
GBR United Kingdom; GEO Georgia; GGY Guernsey; GHA Ghana; GIB Gibraltar; GIN Guinea; GLP Guadeloupe; GMB The Gambia; GNB Guinea-Bissau;
GNQ Equatorial Guinea; GRC Greece; GRD Grenada; GRL Greenland; GTM Guatemala; GUF French Guiana; GUM Guam; GUY Guyana; HKG Hong Kong;
HMD Heard Island and McDonald Islands; HND Honduras; HRV Croatia; HTI Haiti; HUN Hungary; IDN Indonesia; IMN Isle of Man; IND India;
IOT British Indian Ocean Territory; IRL Ireland; IRN Iran; IRQ Iraq; ISL Iceland; ISR Israel; ITA Italy; JAM Jamaica; JEY Jersey;
JOR Jordan; JPN Japan; KAZ Kazakhstan; KEN Kenya; KGZ Kyrgyzstan; KHM Cambodia; KIR Kiribati; KNA Saint Kitts and Nevis; KOR South Korea;
KWT Kuwait; LAO Laos; LBN Lebanon; LBR Liberia; LBY Libya; LCA Saint Lucia; LIE Liechtenstein; LKA Sri Lanka; LSO Lesotho; LTU Lithuania;
LUX Luxembourg; LVA Latvia; MAC Macau; MAF Saint Martin (French part); MAR Morocco; MCO Monaco; MDA Moldova; MDG Madagascar;
MDV Maldives; MEX Mexico; MHL Marshall Islands; MKD North Macedonia; MLI Mali; MLT Malta; MMR Myanmar; MNE Montenegro; MNG Mongolia;
MNP Northern Mariana Islands; MOZ Mozambique; MRT Mauritania; MSR Montserrat; MTQ Martinique; MUS Mauritius; MWI Malawi; MYS Malaysia;
MYT Mayotte; NAM Namibia; NCL New Caledonia; NER Niger; NFK Norfolk Island; NGA Nigeria; NIC Nicaragua; NIU Niue; NLD Netherlands;
NOR Norway; NPL Nepal; NRU Nauru; NZL New Zealand; OMN Oman; PAK Pakistan; PAN Panama; PCN Pitcairn; PER Peru; PHL Philippines;
PLW Palau; PNG Papua New Guinea; POL Poland; PRI Puerto Rico; PRK North Korea; PRT Portugal; PRY Paraguay; PSE Palestine;
PYF French Polynesia; QAT Qatar; REU Reunion; ROU Romania; RUS Russia; RWA Rwanda; SAU Saudi Arabia; SDN Sudan; SEN Senegal;
SGP Singapore; SGS South Georgia and the South Sandwich Islands; SHN Saint Helena; SJM Svalbard and Jan Mayen; SLB Solomon Islands;
SLE Sierra Leone; SLV El Salvador; SMR San Marino; SOM Somalia; SPM Saint Pierre and Miquelon; SRB Serbia; SSD South Sudan;
STP São Tomé and Príncipe; SUR Suriname; SVK Slovakia; SVN Slovenia; SWE Sweden; SWZ Eswatini; SXM Sint Maarten (Dutch part);
SYC Seychelles; SYR Syria; TCA Turks and Caicos Islands; TCD Chad; TGO Togo; THA Thailand; TJK Tajikistan; TKL Tokelau; TKM Turkmenistan;
TLS Timor-Leste; TON Tonga; TTO Trinidad and Tobago; TUN Tunisia; TUR Turkey; TUV Tuvalu; TWN Taiwan; TZA Tanzania; UGA Uganda;
UKR Ukraine; UMI United States Minor Outlying Islands; URY Uruguay; USA United States; UZB Uzbekistan; VAT Vatican City;
VCT Saint Vincent and the Grenadines; VEN Venezuela; VGB British Virgin Islands; VIR U.S. Virgin Islands; VNM Vietnam; VUT Vanuatu;
WLF Wallis and Futuna; WSM Samoa; XKK Kosovo; XKX Kosovo; YEM Yemen; ZAF South Africa; ZMB Zambia; ZWE Zimbabwe
`;

/** Codes of the International Olympic Committee and common abbreviations that wikis use as template names, where they differ. */
const ALIASES =
  "ALG DZA, ANG AGO, ANT ATG, ARU ABW, BAH BHS, BAN BGD, BAR BRB, BER BMU, BHU BTN, BIZ BLZ, BOT BWA, BRU BRN, BUL BGR, " +
  "BUR BFA, CAM KHM, CHA TCD, CHI CHL, CRC CRI, CRO HRV, DEN DNK, ESA SLV, FIJ FJI, GAM GMB, GBS GNB, GEQ GNQ, GER DEU, " +
  "GRE GRC, GRN GRD, GUA GTM, GUI GIN, HAI HTI, HON HND, INA IDN, IRI IRN, ISV VIR, IVB VGB, KOS XKX, KSA SAU, KUW KWT, " +
  "LAT LVA, LES LSO, LIB LBN, MAD MDG, MAS MYS, MAW MWI, MGL MNG, MON MCO, MRI MUS, MTN MRT, MYA MMR, NCA NIC, NED NLD, " +
  "NEP NPL, NGR NGA, NIG NER, OMA OMN, PAR PRY, PHI PHL, PLE PSE, POR PRT, PUR PRI, ROC TWN, ROK KOR, DPRK PRK, PRC CHN, " +
  "RSA ZAF, SAM WSM, SEY SYC, SIN SGP, SKN KNA, SLO SVN, SOL SLB, SRI LKA, SUD SDN, SUI CHE, TAN TZA, TGA TON, TOG TGO, " +
  "TPE TWN, TRI TTO, UAE ARE, UK GBR, US USA, URU URY, VAN VUT, VIE VNM, VIN VCT, ZAM ZMB, ZIM ZWE, DRC COD, CAR CAF";

/** Bodies that have a flag template of their own, and former states. */
const OTHERS: Readonly<Record<string, string>> = {
  EU: "European Union",
  UN: "United Nations",
  UNO: "United Nations",
  NATO: "NATO",
  ASEAN: "ASEAN",
  AU: "African Union",
  OAS: "Organization of American States",
  URS: "Soviet Union",
  USSR: "Soviet Union",
  SUN: "Soviet Union",
  YUG: "Yugoslavia",
  TCH: "Czechoslovakia",
  GDR: "East Germany",
  FRG: "West Germany",
};

const COUNTRIES = new Map<string, string>(Object.entries(OTHERS));
for (const entry of NAMES.split(/[;\n]/)) {
  const [, code, name] = /^\s*(\w+) (.+)$/.exec(entry) ?? [];
  if (code && name) COUNTRIES.set(code, name);
}
for (const pair of ALIASES.split(", ")) {
  const [alias, code] = pair.split(" ");
  if (alias && code) COUNTRIES.set(alias, COUNTRIES.get(code) ?? code);
}

/** The country a code stands for ("ECU", "ger", "UK"), or null when it is no code known here. */
export function countryOfCode(code: string): string | null {
  return COUNTRIES.get(code.trim().toUpperCase()) ?? null;
}
