-- One row an entry. The body is kept as text, not as JSON: the hash is over exactly these bytes.
CREATE TABLE entry (
    sequence bigint PRIMARY KEY CHECK (sequence >= 1),
    hash     text   NOT NULL UNIQUE CHECK (hash ~ '^[0-9a-f]{64}$'),
    body     text   NOT NULL
);

-- Keeps honest programs from changing what was recorded. The owner of the table can take it away; the hashes then tell.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the ledger is append-only';
END;
$$;

CREATE TRIGGER entry_is_append_only
    BEFORE UPDATE OR DELETE OR TRUNCATE ON entry
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
