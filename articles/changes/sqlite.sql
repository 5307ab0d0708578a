DROP TRIGGER IF EXISTS articles_article_inserted;
-- next
CREATE TRIGGER articles_article_inserted AFTER INSERT ON articles_article BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_article_updated;
-- next
CREATE TRIGGER articles_article_updated AFTER UPDATE ON articles_article BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.id);
  INSERT INTO articles_change (article_id) SELECT OLD.id WHERE OLD.id <> NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_article_deleted;
-- next
CREATE TRIGGER articles_article_deleted AFTER DELETE ON articles_article BEGIN
  INSERT INTO articles_change (article_id) VALUES (OLD.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_mention_inserted;
-- next
CREATE TRIGGER articles_mention_inserted AFTER INSERT ON articles_mention BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.article_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_mention_updated;
-- next
CREATE TRIGGER articles_mention_updated AFTER UPDATE ON articles_mention BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.article_id);
  INSERT INTO articles_change (article_id) SELECT OLD.article_id WHERE OLD.article_id <> NEW.article_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_mention_deleted;
-- next
CREATE TRIGGER articles_mention_deleted AFTER DELETE ON articles_mention BEGIN
  INSERT INTO articles_change (article_id) VALUES (OLD.article_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_articletopic_inserted;
-- next
CREATE TRIGGER articles_articletopic_inserted AFTER INSERT ON articles_articletopic BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.article_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_articletopic_updated;
-- next
CREATE TRIGGER articles_articletopic_updated AFTER UPDATE ON articles_articletopic BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.article_id);
  INSERT INTO articles_change (article_id) SELECT OLD.article_id WHERE OLD.article_id <> NEW.article_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_articletopic_deleted;
-- next
CREATE TRIGGER articles_articletopic_deleted AFTER DELETE ON articles_articletopic BEGIN
  INSERT INTO articles_change (article_id) VALUES (OLD.article_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_quotation_inserted;
-- next
CREATE TRIGGER articles_quotation_inserted AFTER INSERT ON articles_quotation BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.article_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_quotation_updated;
-- next
CREATE TRIGGER articles_quotation_updated AFTER UPDATE ON articles_quotation BEGIN
  INSERT INTO articles_change (article_id) VALUES (NEW.article_id);
  INSERT INTO articles_change (article_id) SELECT OLD.article_id WHERE OLD.article_id <> NEW.article_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_quotation_deleted;
-- next
CREATE TRIGGER articles_quotation_deleted AFTER DELETE ON articles_quotation BEGIN
  INSERT INTO articles_change (article_id) VALUES (OLD.article_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_topic_moved;
-- next
CREATE TRIGGER articles_topic_moved AFTER UPDATE OF parent_id ON articles_topic
WHEN OLD.parent_id IS NOT NEW.parent_id BEGIN
  INSERT INTO articles_change (topic_id) VALUES (NEW.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_article_pushed_out;
-- next
CREATE TRIGGER articles_article_pushed_out BEFORE INSERT ON articles_article BEGIN
  INSERT INTO articles_change (article_id) SELECT id FROM articles_article
  WHERE (published_on = NEW.published_on AND slug = NEW.slug);
  INSERT INTO articles_change (article_id) SELECT id FROM articles_article
  WHERE NEW.source_ref <> '' AND NOT (source_ref = '') AND publication_id = NEW.publication_id AND source_ref = NEW.source_ref;
END;
-- next
DROP TRIGGER IF EXISTS articles_article_pushed_out_by_update;
-- next
CREATE TRIGGER articles_article_pushed_out_by_update
BEFORE UPDATE OF id, published_on, slug, publication_id, source_ref ON articles_article BEGIN
  INSERT INTO articles_change (article_id) SELECT id FROM articles_article
  WHERE (published_on = NEW.published_on AND slug = NEW.slug) AND id <> OLD.id;
  INSERT INTO articles_change (article_id) SELECT id FROM articles_article
  WHERE NEW.source_ref <> '' AND NOT (source_ref = '') AND publication_id = NEW.publication_id AND source_ref = NEW.source_ref
    AND id <> OLD.id;
  INSERT INTO articles_change (article_id) SELECT NEW.id WHERE NEW.id <> OLD.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_mention_pushed_out;
-- next
CREATE TRIGGER articles_mention_pushed_out BEFORE INSERT ON articles_mention BEGIN
  INSERT INTO articles_change (article_id) SELECT article_id FROM articles_mention WHERE id = NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_articletopic_pushed_out;
-- next
CREATE TRIGGER articles_articletopic_pushed_out BEFORE INSERT ON articles_articletopic BEGIN
  INSERT INTO articles_change (article_id) SELECT article_id FROM articles_articletopic WHERE id = NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_quotation_pushed_out;
-- next
CREATE TRIGGER articles_quotation_pushed_out BEFORE INSERT ON articles_quotation BEGIN
  INSERT INTO articles_change (article_id) SELECT article_id FROM articles_quotation WHERE id = NEW.id;
END;
-- next
-- Names, by kind: 0 person, 1 topic, 2 section, 3 publication.
DROP TRIGGER IF EXISTS articles_person_named;
-- next
CREATE TRIGGER articles_person_named AFTER INSERT ON articles_person BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, NEW.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_person_renamed;
-- next
CREATE TRIGGER articles_person_renamed AFTER UPDATE ON articles_person BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, NEW.id);
  INSERT INTO articles_change (kind, record_id) SELECT 0, OLD.id WHERE OLD.id <> NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_person_unnamed;
-- next
CREATE TRIGGER articles_person_unnamed AFTER DELETE ON articles_person BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, OLD.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_person_pushed_out;
-- next
CREATE TRIGGER articles_person_pushed_out BEFORE INSERT ON articles_person BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE slug = NEW.slug;
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE lower(name) = lower(NEW.name);
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE NOT (wikidata_id = '') AND wikidata_id = NEW.wikidata_id;
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE NOT (bioguide_id = '') AND bioguide_id = NEW.bioguide_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_person_pushed_out_by_update;
-- next
CREATE TRIGGER articles_person_pushed_out_by_update BEFORE UPDATE OF id, name, slug, wikidata_id, bioguide_id ON articles_person BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE slug = NEW.slug AND id <> OLD.id;
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE lower(name) = lower(NEW.name) AND id <> OLD.id;
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE NOT (wikidata_id = '') AND wikidata_id = NEW.wikidata_id AND id <> OLD.id;
  INSERT INTO articles_change (kind, record_id) SELECT 0, id FROM articles_person WHERE NOT (bioguide_id = '') AND bioguide_id = NEW.bioguide_id AND id <> OLD.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_office_named;
-- next
CREATE TRIGGER articles_office_named AFTER INSERT ON articles_office BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, NEW.person_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_office_renamed;
-- next
CREATE TRIGGER articles_office_renamed AFTER UPDATE ON articles_office BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, NEW.person_id);
  INSERT INTO articles_change (kind, record_id) SELECT 0, OLD.person_id WHERE OLD.person_id <> NEW.person_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_office_unnamed;
-- next
CREATE TRIGGER articles_office_unnamed AFTER DELETE ON articles_office BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, OLD.person_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_office_pushed_out;
-- next
CREATE TRIGGER articles_office_pushed_out BEFORE INSERT ON articles_office BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 0, person_id FROM articles_office WHERE id = NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_post_renamed;
-- next
CREATE TRIGGER articles_post_renamed AFTER UPDATE ON articles_post BEGIN
  INSERT INTO articles_change (kind, record_id)
  SELECT DISTINCT 0, person_id FROM articles_office WHERE post_id = NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_topic_named;
-- next
CREATE TRIGGER articles_topic_named AFTER INSERT ON articles_topic BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (1, NEW.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_topic_renamed;
-- next
CREATE TRIGGER articles_topic_renamed AFTER UPDATE ON articles_topic BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (1, NEW.id);
  INSERT INTO articles_change (kind, record_id) SELECT 1, OLD.id WHERE OLD.id <> NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_topic_unnamed;
-- next
CREATE TRIGGER articles_topic_unnamed AFTER DELETE ON articles_topic BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (1, OLD.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_topic_pushed_out;
-- next
CREATE TRIGGER articles_topic_pushed_out BEFORE INSERT ON articles_topic BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 1, id FROM articles_topic WHERE slug = NEW.slug;
  INSERT INTO articles_change (kind, record_id) SELECT 1, id FROM articles_topic WHERE lower(name) = lower(NEW.name);
END;
-- next
DROP TRIGGER IF EXISTS articles_topic_pushed_out_by_update;
-- next
CREATE TRIGGER articles_topic_pushed_out_by_update BEFORE UPDATE OF id, name, slug ON articles_topic BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 1, id FROM articles_topic WHERE slug = NEW.slug AND id <> OLD.id;
  INSERT INTO articles_change (kind, record_id) SELECT 1, id FROM articles_topic WHERE lower(name) = lower(NEW.name) AND id <> OLD.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_section_named;
-- next
CREATE TRIGGER articles_section_named AFTER INSERT ON articles_section BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (2, NEW.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_section_renamed;
-- next
CREATE TRIGGER articles_section_renamed AFTER UPDATE ON articles_section BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (2, NEW.id);
  INSERT INTO articles_change (kind, record_id) SELECT 2, OLD.id WHERE OLD.id <> NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_section_unnamed;
-- next
CREATE TRIGGER articles_section_unnamed AFTER DELETE ON articles_section BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (2, OLD.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_section_pushed_out;
-- next
CREATE TRIGGER articles_section_pushed_out BEFORE INSERT ON articles_section BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 2, id FROM articles_section WHERE slug = NEW.slug;
  INSERT INTO articles_change (kind, record_id) SELECT 2, id FROM articles_section WHERE lower(name) = lower(NEW.name);
END;
-- next
DROP TRIGGER IF EXISTS articles_section_pushed_out_by_update;
-- next
CREATE TRIGGER articles_section_pushed_out_by_update BEFORE UPDATE OF id, name, slug ON articles_section BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 2, id FROM articles_section WHERE slug = NEW.slug AND id <> OLD.id;
  INSERT INTO articles_change (kind, record_id) SELECT 2, id FROM articles_section WHERE lower(name) = lower(NEW.name) AND id <> OLD.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_publication_named;
-- next
CREATE TRIGGER articles_publication_named AFTER INSERT ON articles_publication BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (3, NEW.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_publication_renamed;
-- next
CREATE TRIGGER articles_publication_renamed AFTER UPDATE ON articles_publication BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (3, NEW.id);
  INSERT INTO articles_change (kind, record_id) SELECT 3, OLD.id WHERE OLD.id <> NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_publication_unnamed;
-- next
CREATE TRIGGER articles_publication_unnamed AFTER DELETE ON articles_publication BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (3, OLD.id);
END;
-- next
DROP TRIGGER IF EXISTS articles_publication_pushed_out;
-- next
CREATE TRIGGER articles_publication_pushed_out BEFORE INSERT ON articles_publication BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 3, id FROM articles_publication WHERE slug = NEW.slug;
  INSERT INTO articles_change (kind, record_id) SELECT 3, id FROM articles_publication WHERE lower(name) = lower(NEW.name);
END;
-- next
DROP TRIGGER IF EXISTS articles_publication_pushed_out_by_update;
-- next
CREATE TRIGGER articles_publication_pushed_out_by_update BEFORE UPDATE OF id, name, slug ON articles_publication BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 3, id FROM articles_publication WHERE slug = NEW.slug AND id <> OLD.id;
  INSERT INTO articles_change (kind, record_id) SELECT 3, id FROM articles_publication WHERE lower(name) = lower(NEW.name) AND id <> OLD.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_alias_named;
-- next
CREATE TRIGGER articles_alias_named AFTER INSERT ON articles_alias BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, NEW.person_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_alias_renamed;
-- next
CREATE TRIGGER articles_alias_renamed AFTER UPDATE ON articles_alias BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, NEW.person_id);
  INSERT INTO articles_change (kind, record_id) SELECT 0, OLD.person_id WHERE OLD.person_id <> NEW.person_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_alias_unnamed;
-- next
CREATE TRIGGER articles_alias_unnamed AFTER DELETE ON articles_alias BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (0, OLD.person_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_alias_pushed_out;
-- next
CREATE TRIGGER articles_alias_pushed_out BEFORE INSERT ON articles_alias BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 0, person_id FROM articles_alias WHERE id = NEW.id;
END;
-- next
DROP TRIGGER IF EXISTS articles_topicalias_named;
-- next
CREATE TRIGGER articles_topicalias_named AFTER INSERT ON articles_topicalias BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (1, NEW.topic_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_topicalias_renamed;
-- next
CREATE TRIGGER articles_topicalias_renamed AFTER UPDATE ON articles_topicalias BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (1, NEW.topic_id);
  INSERT INTO articles_change (kind, record_id) SELECT 1, OLD.topic_id WHERE OLD.topic_id <> NEW.topic_id;
END;
-- next
DROP TRIGGER IF EXISTS articles_topicalias_unnamed;
-- next
CREATE TRIGGER articles_topicalias_unnamed AFTER DELETE ON articles_topicalias BEGIN
  INSERT INTO articles_change (kind, record_id) VALUES (1, OLD.topic_id);
END;
-- next
DROP TRIGGER IF EXISTS articles_topicalias_pushed_out;
-- next
CREATE TRIGGER articles_topicalias_pushed_out BEFORE INSERT ON articles_topicalias BEGIN
  INSERT INTO articles_change (kind, record_id) SELECT 1, topic_id FROM articles_topicalias WHERE id = NEW.id;
END;
