-- Everything here is derived from the tables. Safe to run again, at every start.
--
-- Words are found as SQLite's FTS5 finds them with its tokenizer "porter unicode61 remove_diacritics 2": runs of
-- letters and digits, without case, Latin letters without accents, stemmed by M. F. Porter's algorithm, none left out.

DO $$ BEGIN
    CREATE TEXT SEARCH DICTIONARY corpus_stem (TEMPLATE = snowball, Language = porter);
EXCEPTION WHEN unique_violation THEN NULL; END $$;

DO $$ BEGIN
    CREATE TEXT SEARCH CONFIGURATION corpus (PARSER = "default");
    ALTER TEXT SEARCH CONFIGURATION corpus
        ADD MAPPING FOR asciiword, word, numword, int, uint, float, sfloat, version WITH corpus_stem;
EXCEPTION WHEN unique_violation THEN NULL; END $$;

CREATE OR REPLACE FUNCTION corpus_words(quote text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN
    regexp_replace(
        lower(normalize(
            regexp_replace(normalize(quote, NFD) COLLATE "und-x-icu", '([A-Za-z])[\u0300-\u036f]+', '\1', 'g'), NFC)
            COLLATE "und-x-icu"),
        '[^[:alnum:]]+', ' ', 'g');

-- The words of a term in their order, joined by spaces.
CREATE OR REPLACE FUNCTION corpus_lexemes(term text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (
    SELECT string_agg((ts_lexize('corpus_stem', word))[1], ' ' ORDER BY place)
    FROM regexp_split_to_table(btrim(corpus_words(term)), ' ') WITH ORDINALITY AS words (word, place));

CREATE OR REPLACE FUNCTION corpus_query(terms text[], any_of boolean) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    whole tsquery;
    phrase tsquery;
    term text;
BEGIN
    FOREACH term IN ARRAY terms LOOP
        phrase := phraseto_tsquery('corpus', corpus_words(term));
        whole := CASE WHEN whole IS NULL THEN phrase WHEN any_of THEN whole || phrase ELSE whole && phrase END;
    END LOOP;
    RETURN whole;
END $$;

-- How often a word, or several in a row, occurs.
CREATE OR REPLACE FUNCTION corpus_occurrences(words tsvector, lexemes text) RETURNS integer
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    sequence text[];
BEGIN
    IF position(' ' IN lexemes) = 0 THEN
        RETURN (SELECT cardinality(positions) FROM unnest(words) WHERE lexeme = lexemes);
    END IF;
    sequence := string_to_array(lexemes, ' ');
    RETURN (
        SELECT count(*)
        FROM unnest(words) AS opening, unnest(opening.positions) AS start
        WHERE opening.lexeme = sequence[1] AND NOT EXISTS (
            SELECT FROM generate_subscripts(sequence, 1) AS place
            WHERE NOT EXISTS (
                SELECT FROM unnest(words) AS other
                WHERE other.lexeme = sequence[place] AND start + place - 1 = ANY (other.positions))));
END $$;

CREATE TABLE IF NOT EXISTS "PassageSearch" (
    "PassageId" integer PRIMARY KEY REFERENCES "Passages" ("Id") ON DELETE CASCADE,
    "Length" integer NOT NULL,
    "Words" tsvector NOT NULL);
CREATE INDEX IF NOT EXISTS "IX_PassageSearch_Words" ON "PassageSearch" USING gin ("Words") WITH (fastupdate = off);

-- How many passages a document has and how many words they have: what ranking needs to know of the whole corpus.
CREATE TABLE IF NOT EXISTS "DocumentSizes" (
    "DocumentId" integer PRIMARY KEY,
    "Passages" integer NOT NULL,
    "Words" integer NOT NULL);

-- The average length of a passage, then the weight of each term: the ingredients of FTS5's bm25.
CREATE OR REPLACE FUNCTION corpus_weights(terms text[]) RETURNS double precision[]
LANGUAGE sql STABLE STRICT PARALLEL SAFE AS $$
    SELECT totals.words::double precision / greatest(totals.passages, 1) || ARRAY(
        SELECT CASE WHEN weight > 0 THEN weight ELSE 1e-6 END
        FROM unnest(terms) WITH ORDINALITY AS term (text, place)
        CROSS JOIN LATERAL (
            SELECT count(*) AS hits FROM "PassageSearch" WHERE "Words" @@ phraseto_tsquery('corpus', corpus_words(term.text))) AS frequency
        CROSS JOIN LATERAL (SELECT ln((totals.passages - hits + 0.5::float8) / (hits + 0.5::float8)) AS weight) AS weighed
        ORDER BY place)
    FROM (SELECT coalesce(sum("Passages"), 0) AS passages, coalesce(sum("Words"), 0) AS words FROM "DocumentSizes") AS totals
$$;

-- Lower is better.
CREATE OR REPLACE FUNCTION corpus_rank(words tsvector, length integer, phrases text[], weights double precision[])
RETURNS double precision
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
DECLARE
    rank double precision := 0;
    frequency double precision;
BEGIN
    FOR place IN 1 .. cardinality(phrases) LOOP
        frequency := coalesce(corpus_occurrences(words, phrases[place]), 0);
        rank := rank - weights[place + 1] * (frequency * 2.2 / (frequency + 1.2 * (0.25 + 0.75 * length / weights[1])));
    END LOOP;
    RETURN rank;
END $$;

CREATE OR REPLACE FUNCTION corpus_length(words tsvector) RETURNS integer
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE RETURN (
    SELECT coalesce(sum(cardinality(positions)), 0) FROM unnest(words));

CREATE OR REPLACE FUNCTION corpus_passages_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH added AS (
        INSERT INTO "PassageSearch" ("PassageId", "Length", "Words")
        SELECT "Id", corpus_length(words), words
        FROM (SELECT "Id", to_tsvector('corpus', corpus_words("Quote")) AS words FROM new_rows) AS quotes
        RETURNING "PassageId", "Length")
    INSERT INTO "DocumentSizes" AS sizes ("DocumentId", "Passages", "Words")
    SELECT "DocumentId", count(*), sum("Length")
    FROM added JOIN new_rows ON "Id" = "PassageId" GROUP BY "DocumentId" ORDER BY "DocumentId"
    ON CONFLICT ("DocumentId") DO UPDATE
    SET "Passages" = sizes."Passages" + excluded."Passages", "Words" = sizes."Words" + excluded."Words";
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_passages_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "DocumentSizes" AS sizes
    SET "Passages" = sizes."Passages" - gone.passages, "Words" = sizes."Words" - gone.words
    FROM (
        SELECT "DocumentId", count(*) AS passages, sum(corpus_length(to_tsvector('corpus', corpus_words("Quote")))) AS words
        FROM old_rows GROUP BY "DocumentId") AS gone
    WHERE sizes."DocumentId" = gone."DocumentId";
    DELETE FROM "DocumentSizes" WHERE "Passages" = 0 AND "DocumentId" IN (SELECT "DocumentId" FROM old_rows);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_passages_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH changed AS (
        SELECT "Id", new_rows."DocumentId", to_tsvector('corpus', corpus_words(new_rows."Quote")) AS words,
            corpus_length(to_tsvector('corpus', corpus_words(old_rows."Quote"))) AS length
        FROM old_rows JOIN new_rows USING ("Id")
        WHERE old_rows."Quote" <> new_rows."Quote"),
    searchable AS (
        UPDATE "PassageSearch" SET "Words" = words, "Length" = corpus_length(words)
        FROM changed WHERE "PassageId" = "Id")
    UPDATE "DocumentSizes" AS sizes SET "Words" = sizes."Words" + grown.words
    FROM (SELECT "DocumentId", sum(corpus_length(words) - length) AS words FROM changed GROUP BY "DocumentId") AS grown
    WHERE sizes."DocumentId" = grown."DocumentId";
    RETURN NULL;
END $$;

CREATE OR REPLACE TRIGGER "Passages_Inserted" AFTER INSERT ON "Passages"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passages_inserted();
CREATE OR REPLACE TRIGGER "Passages_Deleted" AFTER DELETE ON "Passages"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passages_deleted();
CREATE OR REPLACE TRIGGER "Passages_Updated" AFTER UPDATE ON "Passages"
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passages_updated();

-- Relations by kind: 0 supports, 1 rebuts, 2 undercuts, 3 exemplifies, 4 restates. Status 2 is rejected, of a relation as
-- of a passage: what nobody upholds bears on nothing.
CREATE OR REPLACE VIEW "PassageBearings" AS
SELECT "ToPassageId" AS "PassageId",
       count(*) FILTER (WHERE "Kind" IN (0, 3)) AS "Supports",
       count(*) FILTER (WHERE "Kind" IN (1, 2)) AS "Attacks"
FROM "Relations" JOIN "Passages" AS sources ON sources."Id" = "FromPassageId"
WHERE "Relations"."Status" <> 2 AND sources."Status" <> 2 AND "ToPassageId" IS NOT NULL
GROUP BY "ToPassageId";

-- Of two transactions that bear on one passage, neither sees the other's rows. So the second waits here until the first is
-- visible, as it does when one decides about a passage from which the other draws a relation. One order for all, so that
-- two never wait for each other.
CREATE OR REPLACE FUNCTION corpus_lock_passages(passages integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM "Passages" WHERE "Id" = ANY (passages) ORDER BY "Id" FOR NO KEY UPDATE;
END $$;

-- Each passage by itself: the view as a whole would count all relations of the corpus.
CREATE OR REPLACE FUNCTION corpus_count_bearings(passages integer[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "Passages" SET "SupportCount" = supports, "AttackCount" = attacks
    FROM (SELECT DISTINCT unnest(passages) AS passage) AS bearings
    CROSS JOIN LATERAL (
        SELECT coalesce(sum("Supports"), 0) AS supports, coalesce(sum("Attacks"), 0) AS attacks
        FROM "PassageBearings" WHERE "PassageId" = passage) AS counted
    WHERE "Id" = passage AND ("SupportCount", "AttackCount") <> (supports, attacks);
END $$;

-- Adds instead of counting again: a thesis may get thousands at once.
CREATE OR REPLACE FUNCTION corpus_relations_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_lock_passages((
        SELECT array_agg(passage)
        FROM (SELECT "FromPassageId" AS passage FROM new_rows UNION SELECT "ToPassageId" FROM new_rows) AS ends));
    UPDATE "Passages" SET "SupportCount" = "SupportCount" + supports, "AttackCount" = "AttackCount" + attacks
    FROM (
        SELECT "ToPassageId" AS passage, count(*) FILTER (WHERE "Kind" IN (0, 3)) AS supports,
            count(*) FILTER (WHERE "Kind" IN (1, 2)) AS attacks
        FROM new_rows JOIN "Passages" AS sources ON sources."Id" = "FromPassageId"
        WHERE new_rows."Status" <> 2 AND sources."Status" <> 2 AND "ToPassageId" IS NOT NULL
        GROUP BY "ToPassageId") AS bearings
    WHERE "Id" = passage AND (supports <> 0 OR attacks <> 0);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_relations_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    targets integer[] := (SELECT array_agg(DISTINCT "ToPassageId") FROM old_rows);
BEGIN
    PERFORM corpus_lock_passages(targets);
    PERFORM corpus_count_bearings(targets);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_relations_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    targets integer[] := (
        SELECT array_agg(passage)
        FROM (SELECT "ToPassageId" AS passage FROM old_rows UNION SELECT "ToPassageId" FROM new_rows) AS ends);
BEGIN
    PERFORM corpus_lock_passages(targets || (SELECT array_agg("FromPassageId") FROM new_rows));
    PERFORM corpus_count_bearings(targets);
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_passages_decided() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    targets integer[];
BEGIN
    IF EXISTS (SELECT FROM old_rows JOIN new_rows USING ("Id") WHERE (old_rows."Status" = 2) <> (new_rows."Status" = 2)) THEN
        targets := (
            SELECT array_agg(DISTINCT "ToPassageId")
            FROM old_rows JOIN new_rows USING ("Id") JOIN "Relations" ON "FromPassageId" = new_rows."Id"
            WHERE (old_rows."Status" = 2) <> (new_rows."Status" = 2));
        PERFORM corpus_lock_passages(targets);
        PERFORM corpus_count_bearings(targets);
    END IF;
    RETURN NULL;
END $$;

-- Of a former version.
DROP FUNCTION IF EXISTS corpus_bearings_changed(integer[], integer[], integer[]);

CREATE OR REPLACE TRIGGER "Passages_Decided" AFTER UPDATE ON "Passages"
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passages_decided();
CREATE OR REPLACE TRIGGER "Relations_Inserted" AFTER INSERT ON "Relations"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_relations_inserted();
CREATE OR REPLACE TRIGGER "Relations_Deleted" AFTER DELETE ON "Relations"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_relations_deleted();
CREATE OR REPLACE TRIGGER "Relations_Updated" AFTER UPDATE ON "Relations"
    REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_relations_updated();

-- Every change of what lists show gets the next stamp. It is given out at the very end of a transaction, and the
-- clock's row is locked from then until the transaction is visible: so stamps become visible in order.
CREATE TABLE IF NOT EXISTS "ChangeClock" ("Stamp" bigint NOT NULL);
INSERT INTO "ChangeClock" SELECT 0 WHERE NOT EXISTS (SELECT FROM "ChangeClock");

CREATE OR REPLACE FUNCTION corpus_stamp() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH clock AS (UPDATE "ChangeClock" SET "Stamp" = "Stamp" + 1 RETURNING "Stamp")
    UPDATE "DocumentChanges" AS changes SET "Stamp" = clock."Stamp" FROM clock
    WHERE changes."DocumentId" = NEW."DocumentId" AND changes."Stamp" = 0;
    RETURN NULL;
END $$;
DROP TRIGGER IF EXISTS "DocumentChanges_Stamp" ON "DocumentChanges";
CREATE CONSTRAINT TRIGGER "DocumentChanges_Stamp" AFTER INSERT OR UPDATE ON "DocumentChanges"
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW."Stamp" = 0) EXECUTE FUNCTION corpus_stamp();

-- Stamp 0 waits for the end of the transaction. The order keeps two transactions from waiting for each other.
CREATE OR REPLACE FUNCTION corpus_changed(documents integer[]) RETURNS void LANGUAGE sql AS $$
    INSERT INTO "DocumentChanges" ("DocumentId", "Stamp")
    SELECT DISTINCT document, 0 FROM unnest(documents) AS document WHERE document IS NOT NULL ORDER BY document
    ON CONFLICT ("DocumentId") DO UPDATE SET "Stamp" = 0
$$;

CREATE OR REPLACE FUNCTION corpus_documents_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT array_agg("Id") FROM new_rows));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_documents_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT array_agg("Id") FROM old_rows));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "DocumentChanges_Documents_Insert" AFTER INSERT ON "Documents"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_documents_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_Documents_Update" AFTER UPDATE ON "Documents"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_documents_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_Documents_Delete" AFTER DELETE ON "Documents"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_documents_gone();

CREATE OR REPLACE FUNCTION corpus_labels_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT array_agg("DocumentId") FROM new_rows));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_labels_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT array_agg("DocumentId") FROM old_rows));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "DocumentChanges_Passages_Insert" AFTER INSERT ON "Passages"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_labels_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_Passages_Update" AFTER UPDATE ON "Passages"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_labels_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_Passages_Delete" AFTER DELETE ON "Passages"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_labels_gone();

CREATE OR REPLACE FUNCTION corpus_passage_themes_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT array_agg("DocumentId") FROM "Passages" WHERE "Id" IN (SELECT "PassageId" FROM new_rows)));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_passage_themes_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT array_agg("DocumentId") FROM "Passages" WHERE "Id" IN (SELECT "PassageId" FROM old_rows)));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "DocumentChanges_PassageThemes_Insert" AFTER INSERT ON "PassageThemes"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passage_themes_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_PassageThemes_Update" AFTER UPDATE ON "PassageThemes"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passage_themes_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_PassageThemes_Delete" AFTER DELETE ON "PassageThemes"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_passage_themes_gone();

CREATE OR REPLACE FUNCTION corpus_themes_written() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT ARRAY[0] FROM new_rows LIMIT 1));
    RETURN NULL;
END $$;

CREATE OR REPLACE FUNCTION corpus_themes_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM corpus_changed((SELECT ARRAY[0] FROM old_rows LIMIT 1));
    RETURN NULL;
END $$;
CREATE OR REPLACE TRIGGER "DocumentChanges_Themes_Insert" AFTER INSERT ON "Themes"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_themes_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_Themes_Update" AFTER UPDATE ON "Themes"
    REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_themes_written();
CREATE OR REPLACE TRIGGER "DocumentChanges_Themes_Delete" AFTER DELETE ON "Themes"
    REFERENCING OLD TABLE AS old_rows FOR EACH STATEMENT EXECUTE FUNCTION corpus_themes_gone();

CREATE TABLE IF NOT EXISTS "DerivedVersion" ("Version" integer NOT NULL);

-- What people did is added to, never changed and never removed.
CREATE OR REPLACE FUNCTION corpus_refuse_rewriting() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'The history is never changed.';
END $$;

CREATE OR REPLACE TRIGGER "Changes_Rewrite" BEFORE UPDATE OR DELETE ON "Changes"
    FOR EACH ROW EXECUTE FUNCTION corpus_refuse_rewriting();
CREATE OR REPLACE TRIGGER "ChangedRows_Rewrite" BEFORE UPDATE OR DELETE ON "ChangedRows"
    FOR EACH ROW EXECUTE FUNCTION corpus_refuse_rewriting();
