-- Runs of the embossing desk.
CREATE TABLE embossing (
  id TEXT NOT NULL PRIMARY KEY,
  -- may be gone by now; the run keeps the bytes
  rendition TEXT NOT NULL,
  title TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  embosser TEXT NOT NULL,
  device TEXT NOT NULL,
  first_page INTEGER NOT NULL,
  last_page INTEGER NOT NULL,
  volumes TEXT,
  copies INTEGER NOT NULL,
  sheets INTEGER NOT NULL,
  state TEXT NOT NULL,
  -- where it goes on: the first page that is not stored as handed over; NULL when there is none
  copy INTEGER,
  page INTEGER,
  resume_page INTEGER,
  cause TEXT,
  who TEXT NOT NULL,
  decided_by TEXT,
  asked BIGINT NOT NULL,
  -- when it last began to wait
  queued BIGINT NOT NULL,
  changed BIGINT NOT NULL
);
CREATE INDEX embossing_queue ON embossing (embosser, state, asked);
CREATE INDEX embossing_asked ON embossing (asked);
CREATE INDEX embossing_sha256 ON embossing (sha256);

-- Pages that a device's side has acknowledged.
CREATE TABLE embossing_page (
  run TEXT NOT NULL REFERENCES embossing (id) ON DELETE CASCADE,
  copy INTEGER NOT NULL,
  page INTEGER NOT NULL,
  -- more than once only where staff asked for it
  times INTEGER NOT NULL,
  PRIMARY KEY (run, copy, page)
);
