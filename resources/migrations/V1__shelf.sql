-- Ids are opaque text, times are milliseconds since 1970, truth is 0 or 1, lists and objects are JSON.

CREATE TABLE item (
  id TEXT NOT NULL PRIMARY KEY,
  title TEXT NOT NULL,
  authors TEXT NOT NULL,
  -- what a person said of the book, which a new reading must not undo: title, authors, language
  said TEXT NOT NULL,
  words TEXT NOT NULL,
  language TEXT NOT NULL,
  rights TEXT NOT NULL,
  source_name TEXT NOT NULL,
  source_type TEXT NOT NULL,
  source_bytes BIGINT NOT NULL,
  source_sha256 TEXT NOT NULL,
  state TEXT NOT NULL,
  refusal TEXT,
  publication TEXT,
  infos INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  version BIGINT NOT NULL,
  added BIGINT NOT NULL,
  deleted BIGINT
);
CREATE INDEX item_added ON item (added, id);
CREATE INDEX item_source ON item (source_sha256);

CREATE TABLE publication (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  schema_version INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  characters BIGINT NOT NULL,
  made BIGINT NOT NULL
);
CREATE INDEX publication_item ON publication (item);
CREATE INDEX publication_sha256 ON publication (sha256);

CREATE TABLE publication_part (
  publication TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  number INTEGER NOT NULL,
  sha256 TEXT NOT NULL,
  PRIMARY KEY (publication, number)
);
CREATE INDEX publication_part_sha256 ON publication_part (sha256);

CREATE TABLE rendition (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT NOT NULL REFERENCES item (id) ON DELETE CASCADE,
  publication TEXT,
  wish_key TEXT NOT NULL UNIQUE,
  format TEXT NOT NULL,
  options TEXT NOT NULL,
  state TEXT NOT NULL,
  stage TEXT NOT NULL,
  percent INTEGER NOT NULL,
  characters BIGINT NOT NULL,
  problem TEXT,
  infos INTEGER NOT NULL,
  warnings INTEGER NOT NULL,
  errors INTEGER NOT NULL,
  wished BIGINT NOT NULL,
  finished BIGINT
);
CREATE INDEX rendition_item ON rendition (item, wished);
CREATE INDEX rendition_state ON rendition (state, wished);

CREATE TABLE rendition_file (
  rendition TEXT NOT NULL REFERENCES rendition (id) ON DELETE CASCADE,
  -- 0 is the whole as one file, where it was asked for and is not one of the others
  number INTEGER NOT NULL,
  name TEXT NOT NULL,
  -- where it lies among the others when all are in one folder
  path TEXT NOT NULL,
  media_type TEXT NOT NULL,
  bytes BIGINT NOT NULL,
  sha256 TEXT NOT NULL,
  seconds DOUBLE PRECISION,
  PRIMARY KEY (rendition, number)
);
CREATE INDEX rendition_file_sha256 ON rendition_file (sha256);

-- Finished pieces of a book, shared by all renditions that need them.
CREATE TABLE checkpoint (
  publication TEXT NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
  piece TEXT NOT NULL,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  made BIGINT NOT NULL,
  PRIMARY KEY (publication, piece, name)
);
CREATE INDEX checkpoint_sha256 ON checkpoint (sha256);

-- Of a publication or of a rendition.
CREATE TABLE finding (
  owner TEXT NOT NULL,
  number INTEGER NOT NULL,
  code TEXT NOT NULL,
  severity TEXT NOT NULL,
  place TEXT NOT NULL,
  arguments TEXT NOT NULL,
  PRIMARY KEY (owner, number)
);

-- What making one character of a format has cost so far, in seconds of one worker.
CREATE TABLE pace (
  format TEXT NOT NULL PRIMARY KEY,
  characters BIGINT NOT NULL,
  millis BIGINT NOT NULL
);

-- Jobs, columns as the scheduler wants them: a queue for what somebody waits for, one for short and one for long work,
-- so that none holds up another.
CREATE TABLE job_prompt (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data ${bytes},
  execution_time ${timestamp} NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success ${timestamp},
  last_failure ${timestamp},
  consecutive_failures INTEGER,
  last_heartbeat ${timestamp},
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_prompt_time ON job_prompt (execution_time);
CREATE INDEX job_prompt_heartbeat ON job_prompt (last_heartbeat);

CREATE TABLE job_short (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data ${bytes},
  execution_time ${timestamp} NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success ${timestamp},
  last_failure ${timestamp},
  consecutive_failures INTEGER,
  last_heartbeat ${timestamp},
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_short_time ON job_short (execution_time);
CREATE INDEX job_short_heartbeat ON job_short (last_heartbeat);

CREATE TABLE job_long (
  task_name TEXT NOT NULL,
  task_instance TEXT NOT NULL,
  task_data ${bytes},
  execution_time ${timestamp} NOT NULL,
  picked BOOLEAN NOT NULL,
  picked_by TEXT,
  last_success ${timestamp},
  last_failure ${timestamp},
  consecutive_failures INTEGER,
  last_heartbeat ${timestamp},
  version BIGINT NOT NULL,
  priority SMALLINT,
  PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX job_long_time ON job_long (execution_time);
CREATE INDEX job_long_heartbeat ON job_long (last_heartbeat);
