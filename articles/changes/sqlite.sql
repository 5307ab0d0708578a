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
  WHERE NEW.source_ref <> '' AND source_ref <> '' AND publication_id = NEW.publication_id AND source_ref = NEW.source_ref;
END;
-- next
DROP TRIGGER IF EXISTS articles_article_pushed_out_by_update;
-- next
CREATE TRIGGER articles_article_pushed_out_by_update
BEFORE UPDATE OF id, published_on, slug, publication_id, source_ref ON articles_article BEGIN
  INSERT INTO articles_change (article_id) SELECT id FROM articles_article
  WHERE (published_on = NEW.published_on AND slug = NEW.slug) AND id <> OLD.id;
  INSERT INTO articles_change (article_id) SELECT id FROM articles_article
  WHERE NEW.source_ref <> '' AND source_ref <> '' AND publication_id = NEW.publication_id AND source_ref = NEW.source_ref
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
