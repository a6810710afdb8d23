import { NO_SITE, type Site } from "./wikitext-page.ts";

/** What stands between `[[` and the first `|`, told apart by its prefix. */
export type Target =
  | { readonly kind: "page"; readonly page: string; readonly shown: string }
  | { readonly kind: "file"; readonly page: string }
  | { readonly kind: "category"; readonly page: string }
  | { readonly kind: "language"; readonly page: string }
  | { readonly kind: "none"; readonly shown: string };

const FILE =
  /^(?:file|image|media|archivo|imagen|ficheiro|imagem|arquivo|fichier|datei|bild|immagine|bestand|afbeelding|plik|grafika|файл|изображение|파일|그림|ファイル|画像|文件|图像|fitxer|imatge)\s*:/i;
const CATEGORY = /^(?:category|categoría|categoria|catégorie|kategorie|categorie|kategoria|категория|분류|カテゴリ|分类|分類)\s*:/i;
/** Prefixes that lead to another project, whose links are shown as text. */
const PROJECT =
  /^(?:w|wikipedia|wikt|wiktionary|s|wikisource|b|wikibooks|n|wikinews|q|wikiquote|v|wikiversity|voy|wikivoyage|c|commons|d|wikidata|m|meta|mw|species|foundation|doi|arxiv|iarchive|oclc|special|portal|help|template|user|project|wp)\s*:/i;
const LANGUAGE =
  /^(?:a[abfkmnrsvyz]|b[aceghimnors]|c[aehorsuvy]|d[aevz]|e[elnostu]|f[afijory]|g[adlnuv]|h[aeioruyz]|i[adegikostu]|j[av]|k[agijklmnorsuvwy]|l[abginotv]|m[ghiklnrsty]|n[abdeglnorvy]|o[cmrs]|p[ailst]|qu|r[mnouw]|s[acdegiklmnoqrstuvw]|t[aeghiklnorstwy]|u[grkz]|v[eio]|w[ao]|xh|y[io]|z[ahu]|simple|ast|ceb|war|nds|als|arz|azb|bar|bat-smg|be-tarask|be-x-old|bcl|bpy|bug|cdo|chr|chy|ckb|crh|csb|diq|dsb|eml|ext|fiu-vro|frp|frr|fur|gag|gan|glk|got|hak|haw|hif|hsb|ilo|io|jbo|kab|kbd|koi|krc|ksh|lad|lbe|lez|lij|lmo|ltg|mai|map-bms|mdf|mhr|min|mrj|mwl|myv|mzn|nah|nap|nds-nl|new|nov|nrm|nso|pag|pam|pap|pcd|pdc|pfl|pih|pms|pnb|pnt|rmy|roa-rup|roa-tara|rue|sah|scn|sco|srn|stq|szl|tet|tpi|tum|tyv|udm|vec|vep|vls|vro|wuu|xal|xmf|zea|zh-classical|zh-min-nan|zh-yue)\s*:/i;

/**
 * Tells what a link points to and how it shows when it has no text of its own.
 *
 * @example
 * readTarget("Foreign_relations of Chile#Peru") // { kind: "page", page: "Foreign relations of Chile", shown: "Foreign_relations of Chile#Peru" }
 * readTarget("Category:Treaties") // { kind: "category", page: "Treaties" }
 */
export function readTarget(raw: string, site: Site = NO_SITE): Target {
  const shown = raw.trim();
  const colon = shown.startsWith(":");
  const name = colon ? shown.slice(1).trim() : shown;
  const prefix = colon ? "" : /^([^:]{1,40}?)\s*:/.exec(name)?.[1]?.replaceAll("_", " ").toLowerCase();
  if (prefix && site.fileNames.includes(prefix)) return { kind: "file", page: pageName(name.slice(name.indexOf(":") + 1)) };
  if (prefix && site.categoryNames.includes(prefix)) return { kind: "category", page: pageName(name.slice(name.indexOf(":") + 1)) };
  if (!colon && FILE.test(name)) return { kind: "file", page: pageName(name.replace(FILE, "")) };
  if (!colon && CATEGORY.test(name)) return { kind: "category", page: pageName(name.replace(CATEGORY, "")) };
  if (!colon && LANGUAGE.test(name) && !PROJECT.test(name)) return { kind: "language", page: name };
  const page = pageName(name);
  return page ? { kind: "page", page, shown: name } : { kind: "none", shown: name.replace(/^#/, "") };
}

/** A page's name as the wiki keeps it: without section, spaces for underscores, first letter capital. */
export function pageName(raw: string): string {
  const page = raw
    .replace(/#.*$/s, "")
    .replaceAll("_", " ")
    .replace(/&nbsp;/g, " ")
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^\/|\/$/g, "");
  return page.charAt(0).toUpperCase() + page.slice(1);
}

/** `[[Boston (Lincolnshire)|]]` shows "Boston": without prefix, bracket and what follows a comma. */
export function pipeTrick(target: string): string {
  const name = target.replace(/^:?[^:]*:/, "").trim();
  const bare = name.replace(/\s*\([^()]*\)$/, "");
  return bare === name ? name.replace(/,\s.*$/s, "") : bare;
}

/** The country on a picture of a flag ("Flag of Chile.svg"), or null. */
export function countryOfFlagFile(page: string): string | null {
  const match = /^(?:Civil |State )?(?:flag of |bandera de |bandeira d[aeo]s? |flagge )(?:the )?(.+?)(?: \(.*\))?\.\w{3,4}$/i.exec(page);
  return match?.[1] ?? null;
}

const OPTION =
  /^(?:thumb|thumbnail|thumbnail.*|mini|miniatur|miniatura|miniaturadeimagen|miniaturaimagen|vignette|frame|framed|frameless|marco|border|borde|left|right|center|centre|none|derecha|izquierda|centro|centrado|direita|esquerda|droite|gauche|links|rechts|zentriert|hochkant.*|upright.*|\d*x?\d+\s*px|baseline|middle|top|bottom|sub|super|text-top|text-bottom|(?:alt|link|enlace|page|class|lang|lossy|start|end|thumb|thumbtime|upright|redresse|miniaturadeimagen)\s*=.*)$/is;
const SHOWS_CAPTION = /^(?:thumb|mini|vignette|frame$|framed|marco)/i;

/** Which of a picture's parts is its caption, by index, or -1 when it shows none. */
export function captionIndex(parts: readonly string[]): number {
  if (!parts.some((part) => SHOWS_CAPTION.test(part.trim()))) return -1;
  return parts.findLastIndex((part) => part.trim() !== "" && !OPTION.test(part.trim()));
}
