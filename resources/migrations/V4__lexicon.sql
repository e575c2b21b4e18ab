-- How words are said: in the lexicon of an item, or of the library where item is NULL.
CREATE TABLE lexeme (
  id TEXT NOT NULL PRIMARY KEY,
  item TEXT REFERENCES item (id) ON DELETE CASCADE,
  language TEXT NOT NULL,
  written TEXT NOT NULL,
  -- by which words are looked for and put in order
  folded TEXT NOT NULL,
  kind TEXT NOT NULL,
  said TEXT NOT NULL,
  version BIGINT NOT NULL,
  -- 0 once it was taken out
  present SMALLINT NOT NULL,
  -- what was changed together is undone together
  deed TEXT NOT NULL,
  who TEXT NOT NULL,
  changed BIGINT NOT NULL
);
CREATE UNIQUE INDEX lexeme_word ON lexeme ((COALESCE(item, '')), language, written);
CREATE INDEX lexeme_folded ON lexeme (folded, id);
CREATE INDEX lexeme_deed ON lexeme (deed);

-- Every state that a word has had, the present one among them.
CREATE TABLE lexeme_change (
  lexeme TEXT NOT NULL REFERENCES lexeme (id) ON DELETE CASCADE,
  version BIGINT NOT NULL,
  language TEXT NOT NULL,
  written TEXT NOT NULL,
  kind TEXT NOT NULL,
  said TEXT NOT NULL,
  present SMALLINT NOT NULL,
  deed TEXT NOT NULL,
  who TEXT NOT NULL,
  changed BIGINT NOT NULL,
  PRIMARY KEY (lexeme, version)
);

-- Hash of the words of the lexicons that its text holds; empty where it holds none.
ALTER TABLE rendition ADD COLUMN lexicon TEXT NOT NULL DEFAULT '';
