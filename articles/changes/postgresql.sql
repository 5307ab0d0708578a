CREATE OR REPLACE FUNCTION articles_note_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'TRUNCATE' THEN
    INSERT INTO articles_change (article_id, topic_id) VALUES (NULL, NULL);
  ELSIF TG_TABLE_NAME = 'articles_article' THEN
    IF TG_OP = 'INSERT' THEN
      INSERT INTO articles_change (article_id) SELECT id FROM new_rows;
    ELSIF TG_OP = 'DELETE' THEN
      INSERT INTO articles_change (article_id) SELECT id FROM old_rows;
    ELSE
      INSERT INTO articles_change (article_id) SELECT id FROM new_rows UNION SELECT id FROM old_rows;
    END IF;
  ELSIF TG_TABLE_NAME = 'articles_topic' THEN
    INSERT INTO articles_change (topic_id)
    SELECT id FROM new_rows JOIN old_rows USING (id) WHERE new_rows.parent_id IS DISTINCT FROM old_rows.parent_id;
  ELSIF TG_OP = 'INSERT' THEN
    INSERT INTO articles_change (article_id) SELECT DISTINCT article_id FROM new_rows;
  ELSIF TG_OP = 'DELETE' THEN
    INSERT INTO articles_change (article_id) SELECT DISTINCT article_id FROM old_rows;
  ELSE
    INSERT INTO articles_change (article_id) SELECT article_id FROM new_rows UNION SELECT article_id FROM old_rows;
  END IF;
  RETURN NULL;
END
$$;
-- next
DO $$
DECLARE
  name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['articles_article', 'articles_mention', 'articles_articletopic'] LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_change()', name || '_inserted', name);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_change()', name || '_updated', name);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_change()', name || '_deleted', name);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER TRUNCATE ON %I '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_change()', name || '_truncated', name);
  END LOOP;
END
$$;
-- next
CREATE OR REPLACE TRIGGER articles_topic_moved AFTER UPDATE ON articles_topic
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION articles_note_change();
-- next
UPDATE articles_change SET xid = pg_current_xact_id() WHERE xid > pg_current_xact_id();
