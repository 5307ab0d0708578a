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
  FOREACH name IN ARRAY ARRAY['articles_article', 'articles_mention', 'articles_articletopic', 'articles_quotation'] LOOP
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
-- Names, by kind: 0 person, 1 topic, 2 section, 3 publication. Called with the kind and the column of the record's id.
CREATE OR REPLACE FUNCTION articles_note_name() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  rows text := CASE TG_OP
    WHEN 'INSERT' THEN 'SELECT %I AS record FROM new_rows'
    WHEN 'DELETE' THEN 'SELECT %I AS record FROM old_rows'
    ELSE 'SELECT %1$I AS record FROM new_rows UNION SELECT %1$I FROM old_rows'
  END;
BEGIN
  EXECUTE format('INSERT INTO articles_change (kind, record_id) SELECT DISTINCT %s::smallint, record FROM (', TG_ARGV[0])
    || format(rows, TG_ARGV[1]) || ') AS changed';
  RETURN NULL;
END
$$;
-- next
DO $$
DECLARE
  name text;
  kind text;
  record text;
BEGIN
  FOR name, kind, record IN VALUES
    ('articles_person', '0', 'id'), ('articles_alias', '0', 'person_id'), ('articles_office', '0', 'person_id'),
    ('articles_topic', '1', 'id'), ('articles_topicalias', '1', 'topic_id'),
    ('articles_section', '2', 'id'), ('articles_publication', '3', 'id')
  LOOP
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER INSERT ON %I REFERENCING NEW TABLE AS new_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_name(%L, %L)', name || '_named', name, kind, record);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER UPDATE ON %I REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_name(%L, %L)', name || '_renamed', name, kind, record);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER DELETE ON %I REFERENCING OLD TABLE AS old_rows '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_name(%L, %L)', name || '_unnamed', name, kind, record);
    EXECUTE format('CREATE OR REPLACE TRIGGER %I AFTER TRUNCATE ON %I '
      'FOR EACH STATEMENT EXECUTE FUNCTION articles_note_change()', name || '_truncated', name);
  END LOOP;
END
$$;
-- next
-- A post that is renamed changes what its holders are called.
CREATE OR REPLACE FUNCTION articles_note_post() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO articles_change (kind, record_id)
  SELECT DISTINCT 0::smallint, person_id FROM articles_office WHERE post_id IN (SELECT id FROM new_rows);
  RETURN NULL;
END
$$;
-- next
CREATE OR REPLACE TRIGGER articles_post_renamed AFTER UPDATE ON articles_post
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION articles_note_post();
-- next
UPDATE articles_change SET xid = pg_current_xact_id() WHERE xid > pg_current_xact_id();
