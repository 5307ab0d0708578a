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
CREATE TABLE organisations (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL,
  parent_id INTEGER REFERENCES organisations (id),
  wikidata_id TEXT NOT NULL
);
CREATE TABLE posts (
  id INTEGER PRIMARY KEY,
  slug TEXT NOT NULL UNIQUE,
  title TEXT NOT NULL,
  organisation_id INTEGER NOT NULL REFERENCES organisations (id),
  rank INTEGER NOT NULL,
  principal INTEGER NOT NULL,
  styles TEXT NOT NULL
);
CREATE TABLE offices (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  post_id INTEGER NOT NULL REFERENCES posts (id),
  party TEXT NOT NULL,
  state TEXT NOT NULL,
  district TEXT NOT NULL,
  manner TEXT NOT NULL,
  held_from TEXT NOT NULL,
  from_precision TEXT NOT NULL,
  held_to TEXT,
  to_precision TEXT NOT NULL,
  source TEXT NOT NULL
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
CREATE TABLE quotations (
  id INTEGER PRIMARY KEY,
  article_id INTEGER NOT NULL REFERENCES articles (id),
  person_id INTEGER REFERENCES people (id),
  speaker TEXT NOT NULL,
  words TEXT NOT NULL,
  verb TEXT NOT NULL,
  start INTEGER NOT NULL
);
-- next
CREATE INDEX articles_by_date ON articles (published_on);
CREATE INDEX articles_by_section ON articles (section_id, published_on);
CREATE INDEX articles_by_publication ON articles (publication_id, published_on);
CREATE INDEX people_by_name ON people (sort_name);
CREATE INDEX aliases_by_person ON aliases (person_id);
CREATE INDEX aliases_by_name ON aliases (name);
CREATE INDEX organisations_by_parent ON organisations (parent_id);
CREATE INDEX posts_by_organisation ON posts (organisation_id);
CREATE INDEX offices_by_person ON offices (person_id);
CREATE INDEX offices_by_post ON offices (post_id, held_from);
CREATE INDEX topics_by_parent ON topics (parent_id);
CREATE INDEX mentions_by_person ON mentions (person_id);
CREATE INDEX article_topics_by_topic ON article_topics (topic_id);
CREATE INDEX quotations_by_article ON quotations (article_id, start);
CREATE INDEX quotations_by_person ON quotations (person_id);
CREATE VIRTUAL TABLE articles_fts USING fts5 (
  headline, body_text, content="articles", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO articles_fts (articles_fts) VALUES ('rebuild');
CREATE VIRTUAL TABLE quotations_fts USING fts5 (
  words, content="quotations", content_rowid="id", tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO quotations_fts (quotations_fts) VALUES ('rebuild');
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
CREATE VIEW offices_with_names AS
SELECT offices.id, people.name AS person, posts.title AS post, organisations.name AS organisation,
  party, state, district, manner, held_from, from_precision, held_to, to_precision, source
FROM offices
JOIN people ON people.id = person_id
JOIN posts ON posts.id = post_id
JOIN organisations ON organisations.id = organisation_id;
CREATE VIEW quotations_with_names AS
SELECT quotations.id, people.name AS person, speaker, verb, words, published_on, headline, permalink
FROM quotations
JOIN articles ON articles.id = article_id
LEFT JOIN people ON people.id = person_id;
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
