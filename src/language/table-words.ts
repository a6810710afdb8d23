import type { Document, Table } from "../document/document.ts";

/**
 * What headers and labels of tables say in Spanish, Portuguese and French: the English of it, then how each language says it.
 * The sentences of such a page are not read; rows of its tables hold names and dates, which are.
 */
const HEADERS = `
country: es país, nación, estado parte | pt país, nação | fr pays
countries: es países | pt países
member state: es estado miembro, país miembro, miembro | pt estado-membro, estado membro, país-membro, país membro, membro | fr état membre, pays membre, membre
state: fr état, états
host country: es país anfitrión, anfitrión, país receptor, país sede | pt país anfitrião, anfitrião, país-sede, país sede | fr pays hôte, hôte, pays d'accueil
organization: es organización, organismo, institución | pt organização, organismo, instituição | fr institution
date of accession: es fecha de adhesión, fecha de ingreso, fecha de incorporación, fecha de entrada, fecha de admisión, año de ingreso, año de adhesión, año de incorporación, adhesión, ingreso, incorporación, admisión, miembro desde | pt data de adesão, data de ingresso, data de entrada, data de admissão, ano de adesão, ano de ingresso, adesão, ingresso, admissão, membro desde | fr date d'adhésion, date d'entrée, date d'admission, année d'adhésion, année d'entrée, adhésion, admission, membre depuis
application: es fecha de solicitud, solicitud | pt data de candidatura, data do pedido, pedido | fr date de candidature, date de demande, candidature
date: es fecha, fechas | pt data, datas | fr dates
year: es año, años | pt ano, anos | fr année, années
withdrawal: es fecha de salida, salida, retiro, retirada, fecha de retiro, abandono | pt data de saída, saída, retirada | fr date de retrait, date de sortie, retrait, sortie, départ
since: es desde | pt desde | fr depuis
until: es hasta | pt até | fr jusqu'en, jusqu'à, jusqu'au
start: es inicio, comienzo, toma de posesión | pt início, posse | fr début, entrée en fonction
end: es fin, final, término, cese | pt fim, término | fr fin
term: es mandato, período, periodo | pt mandato, período | fr mandat, période
status: es situación, estatus, condición, estado | pt situação, estatuto, status, estado | fr statut
notes: es notas, observaciones, comentarios | pt notas, observações | fr remarques, observations
name: es nombre | pt nome | fr nom
city: es ciudad | pt cidade | fr ville
place: es lugar, sede | pt local, lugar | fr lieu
embassy: es embajada | pt embaixada | fr ambassade
type: es tipo, tipo de misión, misión | pt tipo, missão
number: es número, n.º, nº, núm | pt número, n.º, nº | fr numéro, no, n°
agreement: es acuerdo, convenio | pt acordo | fr accord
treaty: es tratado | pt tratado | fr traité
parties: es partes | pt partes | fr parties
date of signature: es fecha de firma, firma, firmado | pt data de assinatura, assinatura, assinado | fr date de signature, signé
entry into force: es entrada en vigor, fecha de entrada en vigor, en vigor desde | pt entrada em vigor, data de entrada em vigor | fr entrée en vigueur, date d'entrée en vigueur
relations established: es establecimiento de relaciones, establecimiento de relaciones diplomáticas, inicio de relaciones, inicio de relaciones diplomáticas, relaciones diplomáticas desde | pt estabelecimento de relações, estabelecimento de relações diplomáticas, início das relações | fr établissement des relations, établissement des relations diplomatiques, établissement de relations diplomatiques
date of establishment: es fecha de establecimiento | pt data de estabelecimento | fr date d'établissement
date of recognition: es fecha de reconocimiento, reconocimiento | pt data de reconhecimento, reconhecimento | fr date de reconnaissance, reconnaissance
summit: es cumbre | pt cúpula, cimeira | fr sommet
country or organization: es país u organización, país o bloque, país u organismo | pt país ou organização | fr pays ou organisation
measure: es medida, medidas | pt medida, medidas | fr mesure, mesures
visitor: es visitante, visitantes, dignatario, mandatario | pt visitante, visitantes | fr visiteur, visiteurs, invité
nationality: es nacionalidad, país de origen | pt nacionalidade, país de origem | fr nationalité, pays d'origine
opened: es apertura, fecha de apertura, inauguración | pt abertura, data de abertura | fr ouverture, date d'ouverture
exports: es exportaciones | pt exportações | fr exportations
imports: es importaciones | pt importações | fr importations
`;
/** What captions, headings and cells of a kind say; not what may be a part of a name: "Organización". */
const LABELS = `
founding members: es miembros fundadores, estados fundadores, países fundadores | pt membros fundadores, estados fundadores, países fundadores | fr membres fondateurs, états fondateurs, pays fondateurs
former members: es antiguos miembros, miembros anteriores, exmiembros, antiguos estados miembros | pt antigos membros, ex-membros | fr anciens membres, anciens états membres
full members: es miembros plenos | pt membros plenos | fr membres à part entière, membres de plein droit
associate members: es miembros asociados, estados asociados | pt membros associados, estados associados | fr membres associés
member states: es estados miembros, países miembros, miembros | pt estados-membros, estados membros, países membros, países-membros, membros | fr états membres, pays membres, membres
observer states: es estados observadores, países observadores, observadores | pt estados observadores, países observadores, observadores | fr états observateurs, pays observateurs, observateurs
member: es miembro, miembro pleno | pt membro, membro pleno | fr membre
observer: es observador, observadora | pt observador | fr observateur
associate: es asociado | pt associado | fr associé
candidates: es candidatos, países candidatos, solicitantes | pt candidatos, países candidatos | fr candidats, pays candidats
diplomatic relations: es relaciones diplomáticas | pt relações diplomáticas | fr relations diplomatiques
foreign relations: es relaciones exteriores, relaciones internacionales | pt relações exteriores, relações externas, relações internacionais | fr relations extérieures, relations internationales, politique étrangère
bilateral relations: es relaciones bilaterales | pt relações bilaterais | fr relations bilatérales
diplomatic missions: es misiones diplomáticas, representaciones diplomáticas | pt missões diplomáticas | fr missions diplomatiques, représentations diplomatiques
embassy: es embajada | pt embaixada | fr ambassade
embassies: es embajadas | pt embaixadas | fr ambassades
agreements: es acuerdos, convenios | pt acordos | fr accords
treaties: es tratados | pt tratados | fr traités
summits: es cumbres | pt cúpulas, cimeiras | fr sommets
secretaries general: es secretarios generales, secretario general | pt secretários-gerais, secretários gerais | fr secrétaires généraux, secrétaire général
presidency: es presidencia, presidencia pro tempore | pt presidência | fr présidence
membership: es membresía, adhesión, ampliación | pt adesão, alargamento | fr adhésion, élargissement
recognition of: es reconocimiento de | pt reconhecimento de, reconhecimento do, reconhecimento da | fr reconnaissance de, reconnaissance du
sanctions on: es sanciones contra, sanciones a, sanciones sobre | pt sanções contra, sanções a | fr sanctions contre, sanctions à l'encontre
sanctions: es sanciones | pt sanções
visits to: es visitas a, visitas de estado a, visitas oficiales a | pt visitas a, visitas de estado a, visitas oficiais a | fr visites au, visites en, visites à, visites d'état au, visites d'état en, visites d'état à, visites officielles au, visites officielles en
visits: es visitas | pt visitas | fr visites
`;

type Vocabulary = ReadonlyMap<string, string>;

/** Words that English has as well, or that say another thing within a name. */
const AMBIGUOUS: ReadonlySet<string> = new Set("data fin no local nom ano status partes estado fim misión missão état".split(" "));
const TONGUES = ["es", "pt", "fr"] as const;
const headers = vocabularies(HEADERS);
const labels = vocabularies(LABELS);
const patterns = new Map(
  TONGUES.map((tongue) => {
    const phrases = [...labels.get(tongue)!.keys()].filter((p) => !AMBIGUOUS.has(p)).sort((a, b) => b.length - a.length);
    return [
      tongue as string,
      new RegExp(
        `(?<![\\p{L}'’-])(${phrases.join("|")})(?![\\p{L}-])(\\s(?:de la|de los|de las|del|de l'|du|des|da|do|das|dos|de|d')(?:(?<=')|\\s))?`,
        "giu",
      ),
    ];
  }),
);

function vocabularies(lines: string): ReadonlyMap<string, Vocabulary> {
  const found = new Map<string, Map<string, string>>(TONGUES.map((tongue) => [tongue, new Map()]));
  for (const line of lines.trim().split("\n").filter(Boolean)) {
    const [english, said] = line.split(": ") as [string, string];
    for (const one of said.split(" | "))
      for (const phrase of one.slice(3).split(", "))
        if (!found.get(one.slice(0, 2))!.has(phrase)) found.get(one.slice(0, 2))!.set(phrase, english);
  }
  return found;
}

const plain = (words: string): string =>
  words
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}'.º°-]+/gu, " ")
    .trim();

/**
 * The document with the headers of its tables in English, where they are in Spanish, Portuguese or French; that language is then the
 * document's, unless it states one, for names in the rows are written in it. Any other document as it is.
 *
 * @example
 * "País | Fecha de adhesión" // "country | date of accession"
 */
export function withEnglishHeaders(document: Document): Document {
  let tongue: string | null = null;
  const tables = document.tables.map((table) => {
    const own = languageOfHeaders(table);
    if (own === null) return table;
    tongue ??= own;
    return { ...table, columns: inEnglish(table.columns, headers.get(own)!) };
  });
  return tongue === null ? document : { ...document, tables, language: isTongue(document.language) ? document.language : tongue };
}

/** A caption, heading or cell of a document in one of these languages, the words that say what a table is about in English. */
export function labelInEnglish(words: string, language: string | null): string {
  const tongue = isTongue(language) ? language.slice(0, 2) : null;
  if (tongue === null) return words;
  const known = labels.get(tongue)!;
  return words
    .replace(/’/g, "'")
    .replace(patterns.get(tongue)!, (_, phrase: string, of?: string) => `${known.get(phrase.toLowerCase()) ?? phrase}${of ? " of " : ""}`);
}

function isTongue(language: string | null): language is string {
  return language !== null && TONGUES.some((tongue) => language.slice(0, 2).toLowerCase() === tongue);
}

/** The language that most headers are in; null where fewer than two are in one, or English has them as well. */
function languageOfHeaders(table: Table): string | null {
  const cells = table.columns.map(plain).filter(Boolean);
  let best: { tongue: string; count: number } | null = null;
  for (const tongue of TONGUES) {
    const known = cells.filter((cell) => headers.get(tongue)!.has(cell));
    const isTold = known.some((cell) => !AMBIGUOUS.has(cell));
    const isEnough = known.length >= 2 || (known.length >= 1 && cells.length <= 2);
    if (isTold && isEnough && known.length > (best?.count ?? 0)) best = { tongue, count: known.length };
  }
  return best?.tongue ?? null;
}

/** "País | Estado" is a country and its status; "Estado | Fecha" a state and a date. */
function inEnglish(columns: readonly string[], known: Vocabulary): string[] {
  const said = columns.map((c) => known.get(plain(c)) ?? c);
  if (said.some((c) => /^(?:country|member state|organization|agreement|treaty)$/.test(c))) return said;
  return said.map((c, i) => (/^estado$/.test(plain(columns[i]!)) ? "state" : c));
}
