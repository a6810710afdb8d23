import type { Node, Template } from "./wikitext-nodes.ts";
import type { Note, Page } from "./wikitext-page.ts";
import { treatmentOf } from "./wikitext-template-names.ts";
import { plainText } from "./wikitext-templates.ts";

export interface Cited {
  readonly label: string | null;
  readonly text: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Names of fields in other spellings and languages, by the name they are kept under. */
const FIELD_NAMES: Readonly<Record<string, string>> = {
  titulo: "title",
  título: "title",
  titre: "title",
  titel: "title",
  titolo: "title",
  script_title: "title",
  fecha: "date",
  data: "date",
  datum: "date",
  jahr: "date",
  año: "year",
  ano: "year",
  année: "year",
  anno: "year",
  autor: "author",
  auteur: "author",
  autore: "author",
  authors: "author",
  author1: "author",
  vauthors: "author",
  apellido: "last",
  apellidos: "last",
  apellido1: "last",
  apellidos1: "last",
  ultimo: "last",
  último: "last",
  sobrenome: "last",
  nom: "last",
  nom1: "last",
  last1: "last",
  surname: "last",
  surname1: "last",
  cognome: "last",
  nombre: "first",
  nombre1: "first",
  primeiro: "first",
  nome: "first",
  prénom: "first",
  prénom1: "first",
  first1: "first",
  given: "first",
  given1: "first",
  editorial: "publisher",
  editora: "publisher",
  éditeur: "publisher",
  verlag: "publisher",
  publicado: "publisher",
  institution: "publisher",
  herausgeber: "publisher",
  editore: "publisher",
  institución: "publisher",
  obra: "work",
  newspaper: "work",
  journal: "work",
  magazine: "work",
  website: "work",
  periodical: "work",
  periódico: "work",
  periodico: "work",
  jornal: "work",
  publicación: "work",
  publicação: "work",
  revista: "work",
  périodique: "work",
  site: "work",
  werk: "work",
  "sitio web": "work",
  sitioweb: "work",
  encyclopedia: "work",
  zeitung: "work",
  sammelwerk: "work",
  agency: "agency",
  accessdate: "access-date",
  fechaacceso: "access-date",
  acessodata: "access-date",
  acessadoem: "access-date",
  consulté: "access-date",
  "consulté le": "access-date",
  abruf: "access-date",
  zugriff: "access-date",
  "fecha-acceso": "access-date",
  archiveurl: "archive-url",
  urlarchivo: "archive-url",
  arquivourl: "archive-url",
  archivedate: "archive-date",
  fechaarchivo: "archive-date",
  arquivodata: "archive-date",
  idioma: "language",
  langue: "language",
  língua: "language",
  lingua: "language",
  sprache: "language",
  página: "page",
  páginas: "pages",
  páginas2: "pages",
  ubicación: "location",
  local: "location",
  lieu: "location",
  ort: "location",
  place: "location",
  "url-status": "url-status",
  deadurl: "url-status",
};

/** The reference as text with its cite fields and the number or name its mark shows. Takes the next number of its group when it is new. */
export function citeReference(note: Note, page: Page): Cited {
  const { group, name } = note.reference;
  if (group === "cite") return { label: null, ...describe(note.reference.content, page) };
  const key = `${group}\n${name ?? `#${note.reference.at}`}`;
  const label = labelOf(key, group, page);
  const given = note.reuse ? page.references.get(`${group}\n${name}`) : note.reference;
  if (!given) {
    page.complain("reference-undefined", `The reference "${name}" has no content on the page.`, note.start);
    return { label, text: "", fields: {} };
  }
  return { label, ...describe(given.content, page) };
}

function labelOf(key: string, group: string, page: Page): string {
  const prefix = group ? `${group} ` : "";
  const known = page.numbers.get(key);
  if (known) return `${prefix}${known}`;
  const next = (page.numbers.get(group) ?? 0) + 1;
  page.numbers.set(group, next);
  page.numbers.set(key, next);
  return `${prefix}${next}`;
}

const described = new WeakMap<readonly Node[], Omit<Cited, "label">>();

function describe(content: readonly Node[], page: Page): Omit<Cited, "label"> {
  const known = described.get(content);
  if (known) return known;
  const texts: string[] = [];
  let fields: Record<string, string> = {};
  let run: Node[] = [];
  const endRun = (): void => {
    const text = plainText(run, page);
    if (/[\p{L}\p{N}]/u.test(text)) texts.push(text);
    run = [];
  };
  for (const node of content) {
    if (node.kind !== "template") {
      run.push(node);
      if (node.kind === "external" && !fields.url) fields = { ...externalFields(node.url, plainText(node.label, page)), ...fields };
      continue;
    }
    const treatment = treatmentOf(node.name);
    if (treatment === "cite" || treatment === "short") {
      endRun();
      const own = treatment === "cite" ? citeFields(node, page) : shortFields(node, page);
      if (!fields.title && !fields.author) fields = { ...fields, ...own };
      texts.push(treatment === "cite" ? citeText(own) : shortText(own));
    } else run.push(node);
  }
  endRun();
  const text = texts.join(" ").trim();
  const bare = /^(?:https?|ftp):\/\/\S+/.exec(text)?.[0];
  if (bare && !fields.url) fields = { ...fields, url: bare };
  const result = { text, fields };
  described.set(content, result);
  return result;
}

function externalFields(url: string, label: string): Record<string, string> {
  return label ? { url, title: label } : { url };
}

function citeFields(template: Template, page: Page): Record<string, string> {
  const fields: Record<string, string> = {};
  const kind = /^(?:cite|cita|citar)[ -](.+)$/.exec(template.name)?.[1];
  if (kind) fields.kind = kind;
  for (const part of template.parts) {
    if (part.name === null) continue;
    const value = plainText(part.value, page);
    const name = FIELD_NAMES[part.name] ?? part.name;
    if (value && (!fields[name] || name === part.name)) fields[name] = value;
  }
  if (!fields.author && fields.last) fields.author = authors(fields).join("; ");
  if (!fields.date && fields.year) fields.date = fields.year;
  return fields;
}

function authors(fields: Record<string, string>): string[] {
  const all = [[fields.last, fields.first].filter(Boolean).join(", ")];
  for (let i = 2; i < 20 && fields[`last${i}`]; i++) all.push([fields[`last${i}`], fields[`first${i}`]].filter(Boolean).join(", "));
  return all;
}

function citeText(fields: Record<string, string>): string {
  const { author, date, title, work, publisher, location, page, pages, url } = fields;
  const said = [
    author ? `${author}${date ? ` (${date})` : ""}` : "",
    title ? `"${title}"` : "",
    work ?? fields["trans-work"] ?? "",
    [location, publisher].filter(Boolean).join(": "),
    author ? "" : (date ?? ""),
    page ? `p. ${page}` : pages ? `pp. ${pages}` : "",
  ].filter(Boolean);
  return said.length ? `${said.join(". ")}.` : (url ?? "");
}

function shortFields(template: Template, page: Page): Record<string, string> {
  const values = template.parts
    .filter((p) => p.name === null)
    .map((p) => plainText(p.value, page))
    .filter(Boolean);
  const year = values.findLast((value) => /^\d{4}[a-z]?$/.test(value));
  const fields: Record<string, string> = {};
  const author = values.filter((value) => value !== year).join(", ");
  if (author) fields.author = author;
  if (year) fields.date = year;
  for (const part of template.parts)
    if (part.name === "p" || part.name === "pp" || part.name === "loc")
      fields[part.name === "loc" ? "location" : part.name === "p" ? "page" : "pages"] = plainText(part.value, page);
  return fields;
}

function shortText(fields: Record<string, string>): string {
  const place = fields.page ? `, p. ${fields.page}` : fields.pages ? `, pp. ${fields.pages}` : "";
  return `${[fields.author, fields.date].filter(Boolean).join(" ")}${place}`;
}
