-- What a server keeps that is no decision: accounts, sessions, scan reports. Each is replaced as a whole.
CREATE TABLE document (
    name    text   PRIMARY KEY,
    version bigint NOT NULL CHECK (version > 0),
    content bytea  NOT NULL
);
