-- Schema 1 as it was released, in the words of SQLite. Never changed.
create table meta (key text primary key, value text not null);
create table document (id text primary key, format text not null, title text, authors text not null, date text, date_basis text, language text, address text, publisher text, text text not null, structure text not null, recorded_at text not null);
create table reading (id integer primary key, source text not null, document text not null references document (id), version integer not null, recorded_at text not null, superseded_at text, unique (source, version));
create index reading_by_document on reading (document);
create table file (path text primary key, size integer not null, modified real not null, extractor text not null, documents integer not null, read_at text not null);
create table extraction (id integer primary key, document text not null references document (id), extractor text not null, claims integer not null, recorded_at text not null, retired_at text);
create index extraction_by_document on extraction (document);
create table claim (row integer primary key, id text not null, document text not null references document (id), extraction integer not null references extraction (id), type text not null, phase text not null, factuality text not null, date_edtf text, date_text text, date_basis text not null, valid_from text, valid_to text, place_text text, place_actor text, details text not null, plover_event text, plover_mode text, start integer not null, "end" integer not null, quote text not null, section text, rule text not null, confidence real not null, recorded_at text not null, retired_at text);
create index claim_by_id on claim (id);
create index claim_by_document on claim (document, start);
create table participant (claim integer not null references claim (row), position integer not null, role text not null, actor text not null, text text not null, person text, office text, body text, primary key (claim, position));
create index participant_by_actor on participant (actor, claim);
