-- The published part of an archive, to look into: SQLite 3.20 or newer.
CREATE TABLE metadata (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE publications (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  url TEXT NOT NULL,
  description TEXT NOT NULL
);
CREATE TABLE sections (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL
);
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  sort_name TEXT NOT NULL,
  description TEXT NOT NULL,
  wikidata_id TEXT NOT NULL,
  bioguide_id TEXT NOT NULL,
  born TEXT,
  died TEXT
);
CREATE TABLE aliases (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  used_from TEXT,
  used_to TEXT
);
CREATE TABLE topics (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  parent_id INTEGER REFERENCES topics (id)
);
CREATE TABLE articles (
  id INTEGER PRIMARY KEY,
  permalink TEXT NOT NULL,
  published_on TEXT NOT NULL,
  published_at TEXT,
  headline TEXT NOT NULL,
  standfirst TEXT NOT NULL,
  body_html TEXT NOT NULL,
  body_text TEXT NOT NULL,
  byline TEXT NOT NULL,
  section_id INTEGER REFERENCES sections (id),
  publication_id INTEGER NOT NULL REFERENCES publications (id),
  language TEXT NOT NULL,
  word_count INTEGER NOT NULL,
  source_url TEXT NOT NULL,
  source_ref TEXT NOT NULL
);
CREATE TABLE mentions (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  quoted INTEGER NOT NULL,
  count INTEGER NOT NULL,
  origin TEXT NOT NULL,
  certainty INTEGER NOT NULL,
  PRIMARY KEY (article_id, person_id)
) WITHOUT ROWID;
CREATE TABLE article_topics (
  article_id INTEGER NOT NULL REFERENCES articles (id),
  topic_id INTEGER NOT NULL REFERENCES topics (id),
  origin TEXT NOT NULL,
  PRIMARY KEY (article_id, topic_id)
) WITHOUT ROWID;
-- next
CREATE INDEX articles_by_date ON articles (published_on);
CREATE INDEX articles_by_section ON articles (section_id, published_on);
CREATE INDEX articles_by_publication ON articles (publication_id, published_on);
CREATE INDEX people_by_name ON people (sort_name);
CREATE INDEX aliases_by_person ON aliases (person_id);
CREATE INDEX aliases_by_name ON aliases (name);
CREATE INDEX topics_by_parent ON topics (parent_id);
CREATE INDEX mentions_by_person ON mentions (person_id);
CREATE INDEX article_topics_by_topic ON article_topics (topic_id);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  headline, body_text, content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
CREATE VIEW articles_with_names AS
SELECT
  articles.id, permalink, published_on, published_at, headline, standfirst, byline,
  sections.name AS section, publications.name AS publication,
  (SELECT group_concat(name, '; ') FROM mentions JOIN people ON people.id = person_id
   WHERE article_id = articles.id AND role = 'author') AS authors,
  (SELECT group_concat(name, '; ') FROM mentions JOIN people ON people.id = person_id
   WHERE article_id = articles.id AND role <> 'author') AS people,
  (SELECT group_concat(name, '; ') FROM article_topics JOIN topics ON topics.id = topic_id
   WHERE article_id = articles.id) AS topics,
  language, word_count, source_url
FROM articles
JOIN publications ON publications.id = publication_id
LEFT JOIN sections ON sections.id = section_id;
CREATE VIEW people_in_articles AS
SELECT people.id, people.name, people.slug, mentions.role,
  count(*) AS articles, min(published_on) AS first_on, max(published_on) AS last_on
FROM mentions
JOIN people ON people.id = person_id
JOIN articles ON articles.id = article_id
GROUP BY people.id, mentions.role;
CREATE VIEW topics_in_articles AS
SELECT topics.id, topics.name, topics.slug,
  count(*) AS articles, min(published_on) AS first_on, max(published_on) AS last_on
FROM article_topics
JOIN topics ON topics.id = topic_id
JOIN articles ON articles.id = article_id
GROUP BY topics.id;
CREATE VIEW articles_by_month AS
SELECT substr(published_on, 1, 7) AS month, count(*) AS articles, sum(word_count) AS words
FROM articles
GROUP BY month;
