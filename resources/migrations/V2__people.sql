CREATE TABLE person (
  id TEXT NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  -- by which two names are the same
  folded TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL,
  -- Argon2id, as the PHC string
  password TEXT NOT NULL,
  -- 1: made up by us, to be changed at the first sign-in
  one_time SMALLINT NOT NULL,
  made BIGINT NOT NULL
);

CREATE TABLE token (
  id TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL UNIQUE,
  made BIGINT NOT NULL,
  used BIGINT
);
CREATE INDEX token_person ON token (person);

CREATE TABLE session (
  sha256 TEXT NOT NULL PRIMARY KEY,
  person TEXT NOT NULL REFERENCES person (id) ON DELETE CASCADE,
  made BIGINT NOT NULL,
  used BIGINT NOT NULL
);
CREATE INDEX session_person ON session (person);

CREATE TABLE secret (
  name TEXT NOT NULL PRIMARY KEY,
  value TEXT NOT NULL
);

-- what was made under an Idempotency-Key
CREATE TABLE repeat (
  person TEXT NOT NULL,
  repeat_key TEXT NOT NULL,
  request_sha256 TEXT NOT NULL,
  result TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (person, repeat_key)
);
CREATE INDEX repeat_made ON repeat (made);
