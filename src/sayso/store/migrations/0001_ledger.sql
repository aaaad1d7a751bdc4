-- The ledger, first version. Tables are STRICT: SQLite refuses values of another type.

CREATE TABLE inputs (                       -- a file or stream that intake was given
    n INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,                   -- path as given, or "-"
    sha256 TEXT NOT NULL,                   -- of its bytes as they came
    bytes INTEGER NOT NULL,
    taken TEXT NOT NULL,                    -- ISO 8601, UTC
    outcomes INTEGER NOT NULL DEFAULT 0,    -- documents and rejections of it that are kept so far
    forgotten INTEGER NOT NULL DEFAULT 0,   -- outcomes among these that were forgotten since
    complete INTEGER NOT NULL DEFAULT 0 CHECK (complete IN (0, 1)),
    UNIQUE (origin, sha256)
) STRICT;

CREATE TABLE documents (                    -- one text, however often it was met
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    text TEXT NOT NULL,
    format TEXT NOT NULL,
    language TEXT NOT NULL,
    body_begin INTEGER NOT NULL,
    -- facts of the sighting that speaks for the document: the earliest dated one, see sightings
    sighting INTEGER,
    title TEXT,
    publisher TEXT,
    published TEXT,
    url TEXT
) STRICT;
CREATE INDEX documents_by_url ON documents (url) WHERE url IS NOT NULL;
CREATE INDEX documents_by_date ON documents (published);
CREATE INDEX documents_by_outlet ON documents (publisher IS NULL, publisher COLLATE NOCASE, published DESC, n DESC);
CREATE INDEX documents_by_title ON documents (title IS NULL, title COLLATE NOCASE, n DESC);

CREATE TABLE sightings (                    -- where a text was met, and what was known of it there
    n INTEGER PRIMARY KEY,
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    input INTEGER NOT NULL REFERENCES inputs (n) ON DELETE CASCADE,
    place INTEGER NOT NULL,                 -- its number among the outcomes of the input, from 0
    origin TEXT NOT NULL,
    format TEXT NOT NULL,
    language TEXT NOT NULL,
    body_begin INTEGER NOT NULL,
    title TEXT, title_basis TEXT,
    publisher TEXT, publisher_basis TEXT,
    published TEXT, published_basis TEXT,
    url TEXT, url_basis TEXT,
    UNIQUE (input, place)
) STRICT;
CREATE INDEX sightings_by_document ON sightings (document);

CREATE TABLE rejections (                   -- what was set aside, and why
    n INTEGER PRIMARY KEY,
    input INTEGER REFERENCES inputs (n) ON DELETE CASCADE,
    place INTEGER,
    document TEXT REFERENCES documents (id) ON DELETE CASCADE,
    origin TEXT NOT NULL,
    stage TEXT NOT NULL,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    taken TEXT NOT NULL,
    UNIQUE (input, place)
) STRICT;
CREATE INDEX rejections_by_reason ON rejections (stage, reason);
CREATE UNIQUE INDEX one_rejection_a_document ON rejections (document) WHERE document IS NOT NULL;

CREATE TABLE queue (                        -- documents that wait to be read
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    attempts INTEGER NOT NULL DEFAULT 0     -- readings that were begun and never ended
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (                     -- all that was read from a document, by the producer named
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    producer TEXT NOT NULL,
    report BLOB NOT NULL                    -- zlib, JSON; the document's text is not in it again
) STRICT, WITHOUT ROWID;
CREATE INDEX readings_by_producer ON readings (producer);

CREATE TABLE voices (                       -- who speaks in a document
    document TEXT NOT NULL REFERENCES readings (document) ON DELETE CASCADE,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT,
    key TEXT,                               -- same for one public actor everywhere; NULL keeps it inside the document
    attributions INTEGER NOT NULL,
    published TEXT,                         -- of the document
    PRIMARY KEY (document, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX voices_by_key ON voices (key, kind, published);

-- Who speaks across articles, as triggers count it: one row for each name that means the same one everywhere, and with
-- the key '' one for all others of a kind. Only those with a key have their names here, which private persons have not.
CREATE TABLE speakers (
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    voices INTEGER NOT NULL, attributions INTEGER NOT NULL, articles INTEGER NOT NULL,
    PRIMARY KEY (kind, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX speakers_by_attributions ON speakers (attributions DESC, articles DESC, kind, key) WHERE key <> '';

CREATE TABLE spellings (                    -- how articles write the names of speakers
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    name TEXT NOT NULL,
    voices INTEGER NOT NULL,
    PRIMARY KEY (kind, key, name)
) STRICT, WITHOUT ROWID;

CREATE TABLE heard (                        -- how often a speaker is made to say something, by the day of the article
    kind TEXT NOT NULL,
    key TEXT NOT NULL,
    day TEXT NOT NULL,                      -- ISO 8601; what is known of the year, month and day
    attributions INTEGER NOT NULL,
    PRIMARY KEY (kind, key, day)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER voices_counted AFTER INSERT ON voices WHEN new.kind <> 'article' BEGIN
    INSERT INTO speakers (kind, key, voices, attributions, articles)
    SELECT new.kind, coalesce(new.key, ''), 1, new.attributions, NOT EXISTS (
        SELECT 1 FROM voices WHERE document = new.document AND kind = new.kind AND key IS new.key AND id <> new.id)
    WHERE 1 ON CONFLICT DO UPDATE SET
        voices = voices + 1, attributions = attributions + excluded.attributions,
        articles = articles + excluded.articles;
    INSERT INTO spellings (kind, key, name, voices) SELECT new.kind, new.key, new.name, 1
    WHERE new.key IS NOT NULL AND new.name IS NOT NULL ON CONFLICT DO UPDATE SET voices = voices + 1;
    INSERT INTO heard (kind, key, day, attributions)
    SELECT new.kind, coalesce(new.key, ''), substr(new.published, 1, 10), new.attributions
    WHERE new.published IS NOT NULL AND new.attributions > 0
    ON CONFLICT DO UPDATE SET attributions = attributions + excluded.attributions;
END;
CREATE TRIGGER voices_uncounted AFTER DELETE ON voices WHEN old.kind <> 'article' BEGIN
    UPDATE speakers SET voices = voices - 1, attributions = attributions - old.attributions,
        articles = articles - NOT EXISTS (
        SELECT 1 FROM voices WHERE document = old.document AND kind = old.kind AND key IS old.key AND id <> old.id)
    WHERE kind = old.kind AND key = coalesce(old.key, '');
    UPDATE spellings SET voices = voices - 1 WHERE kind = old.kind AND key = old.key AND name = old.name;
    UPDATE heard SET attributions = attributions - old.attributions
    WHERE kind = old.kind AND key = coalesce(old.key, '') AND day = substr(old.published, 1, 10);
    DELETE FROM speakers WHERE kind = old.kind AND key = coalesce(old.key, '') AND voices = 0;
    DELETE FROM spellings WHERE kind = old.kind AND key = old.key AND name = old.name AND voices = 0;
    DELETE FROM heard WHERE kind = old.kind AND key = coalesce(old.key, '') AND day = substr(old.published, 1, 10)
        AND attributions = 0;
END;
CREATE TRIGGER voices_recounted AFTER UPDATE ON voices WHEN new.kind <> 'article' BEGIN
    UPDATE speakers SET voices = voices - 1, attributions = attributions - old.attributions,
        articles = articles - NOT EXISTS (
        SELECT 1 FROM voices WHERE document = old.document AND kind = old.kind AND key IS old.key AND id <> old.id)
    WHERE kind = old.kind AND key = coalesce(old.key, '');
    UPDATE spellings SET voices = voices - 1 WHERE kind = old.kind AND key = old.key AND name = old.name;
    UPDATE heard SET attributions = attributions - old.attributions
    WHERE kind = old.kind AND key = coalesce(old.key, '') AND day = substr(old.published, 1, 10);
    DELETE FROM speakers WHERE kind = old.kind AND key = coalesce(old.key, '') AND voices = 0;
    DELETE FROM spellings WHERE kind = old.kind AND key = old.key AND name = old.name AND voices = 0;
    DELETE FROM heard WHERE kind = old.kind AND key = coalesce(old.key, '') AND day = substr(old.published, 1, 10)
        AND attributions = 0;
    INSERT INTO speakers (kind, key, voices, attributions, articles)
    SELECT new.kind, coalesce(new.key, ''), 1, new.attributions, NOT EXISTS (
        SELECT 1 FROM voices WHERE document = new.document AND kind = new.kind AND key IS new.key AND id <> new.id)
    WHERE 1 ON CONFLICT DO UPDATE SET
        voices = voices + 1, attributions = attributions + excluded.attributions,
        articles = articles + excluded.articles;
    INSERT INTO spellings (kind, key, name, voices) SELECT new.kind, new.key, new.name, 1
    WHERE new.key IS NOT NULL AND new.name IS NOT NULL ON CONFLICT DO UPDATE SET voices = voices + 1;
    INSERT INTO heard (kind, key, day, attributions)
    SELECT new.kind, coalesce(new.key, ''), substr(new.published, 1, 10), new.attributions
    WHERE new.published IS NOT NULL AND new.attributions > 0
    ON CONFLICT DO UPDATE SET attributions = attributions + excluded.attributions;
END;
CREATE TRIGGER documents_redated AFTER UPDATE OF published ON documents WHEN new.published IS NOT old.published BEGIN
    UPDATE voices SET published = new.published WHERE document = new.id;
END;

CREATE TABLE claims (                       -- one line for each claim of a reading
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL,
    document TEXT NOT NULL REFERENCES readings (document) ON DELETE CASCADE,
    place INTEGER NOT NULL,                 -- its number in the document, from 0
    text TEXT NOT NULL,
    kind TEXT NOT NULL,
    type TEXT, mode TEXT,
    occurrence TEXT, phase TEXT, reality TEXT,
    polarity TEXT NOT NULL DEFAULT 'affirmed',          -- what the source that tells it does with it
    certainty TEXT NOT NULL,
    stance TEXT NOT NULL,
    probability REAL NOT NULL,
    "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL,   -- code points of the document's text
    voice TEXT NOT NULL,                    -- the root's name, '' where it has none
    voice_kind TEXT NOT NULL,
    voice_key TEXT,
    voice_public INTEGER NOT NULL DEFAULT 0 CHECK (voice_public IN (0, 1)),     -- 0 for private persons
    -- keys as words of the index (see sayso.store.keys): of the participants, of the root
    keys TEXT NOT NULL DEFAULT '',
    voice_keys TEXT NOT NULL DEFAULT '',
    chain TEXT NOT NULL,                    -- names from the root to the article, parted by ' > '
    since TEXT, until TEXT,                 -- half-open interval, ISO 8601; both NULL when unknown
    edtf TEXT,
    site TEXT, country TEXT, latitude REAL, longitude REAL, site_precision TEXT
) STRICT;
CREATE INDEX claims_by_id ON claims (id);
CREATE UNIQUE INDEX claims_by_document ON claims (document, place);
CREATE INDEX claims_by_type ON claims (type, mode);
CREATE INDEX claims_of_type ON claims (type);    -- gives those of one type in the order of their numbers
CREATE INDEX claims_by_voice ON claims (voice_key) WHERE voice_key IS NOT NULL;
CREATE INDEX claims_of_type_by_time ON claims (type, since);
CREATE INDEX claims_by_time ON claims (since);
CREATE INDEX claims_by_confidence ON claims (probability);
CREATE INDEX claims_by_country ON claims (country) WHERE country IS NOT NULL;
CREATE INDEX claims_by_site ON claims (site COLLATE NOCASE) WHERE site IS NOT NULL;

CREATE TABLE participants (                 -- who acts and who is acted upon in a claim's event
    claim INTEGER NOT NULL REFERENCES claims (n) ON DELETE CASCADE,
    role TEXT NOT NULL,
    place INTEGER NOT NULL,
    name TEXT NOT NULL,
    key TEXT,
    country TEXT,
    PRIMARY KEY (claim, role, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX participants_by_key ON participants (key) WHERE key IS NOT NULL;

-- The quotation marks of content= are those by which Datasette knows which table an index belongs to.
-- prefix: how words begin has an index of its own, without which "a*" takes seconds.
CREATE VIRTUAL TABLE documents_index USING fts5 (
    title, text, content="documents", content_rowid = 'n', prefix = '1 2', tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER documents_indexed AFTER INSERT ON documents BEGIN
    INSERT INTO documents_index (rowid, title, text) VALUES (new.n, new.title, new.text);
END;
CREATE TRIGGER documents_unindexed AFTER DELETE ON documents BEGIN
    INSERT INTO documents_index (documents_index, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
END;
CREATE TRIGGER documents_retitled AFTER UPDATE OF title, text ON documents WHEN old.title IS NOT new.title BEGIN
    INSERT INTO documents_index (documents_index, rowid, title, text) VALUES ('delete', old.n, old.title, old.text);
    INSERT INTO documents_index (rowid, title, text) VALUES (new.n, new.title, new.text);
END;

CREATE VIRTUAL TABLE claims_index USING fts5 (
    text, voice, keys, voice_keys, content="claims", content_rowid = 'n', prefix = '1 2',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER claims_indexed AFTER INSERT ON claims BEGIN
    INSERT INTO claims_index (rowid, text, voice, keys, voice_keys)
    VALUES (new.n, new.text, new.voice, new.keys, new.voice_keys);
END;
CREATE TRIGGER claims_unindexed AFTER DELETE ON claims BEGIN
    INSERT INTO claims_index (claims_index, rowid, text, voice, keys, voice_keys)
    VALUES ('delete', old.n, old.text, old.voice, old.keys, old.voice_keys);
END;

CREATE TABLE receipts (                     -- what was forgotten: how much, never what or whom
    n INTEGER PRIMARY KEY,
    forgotten_at TEXT NOT NULL,             -- ISO 8601, UTC
    kind TEXT NOT NULL CHECK (kind IN ('document', 'name')),
    documents INTEGER NOT NULL,
    sha256 TEXT NOT NULL,                   -- of the ids in order, one a line
    wiped INTEGER NOT NULL DEFAULT 0 CHECK (wiped IN (0, 1))    -- whether the bytes are gone from the file
) STRICT;

CREATE TABLE forgotten (                    -- ids of documents that are not taken in again
    id TEXT PRIMARY KEY
) STRICT, WITHOUT ROWID;

CREATE TABLE visits (                       -- addresses that were fetched, and what to ask their servers by next time
    url TEXT PRIMARY KEY,                   -- as it was asked for
    answered TEXT NOT NULL,                 -- the address that answered, behind all redirects
    etag TEXT,
    last_modified TEXT,
    taken TEXT NOT NULL                     -- ISO 8601, UTC
) STRICT, WITHOUT ROWID;

-- For people who look at the ledger with other tools. Private persons are not
-- named where lists across articles could be made of names.

CREATE VIEW articles AS
SELECT
    d.id AS document, d.published, d.publisher AS outlet, d.title, d.url, d.language, d.format,
    CASE
        WHEN EXISTS (SELECT 1 FROM readings r WHERE r.document = d.id) THEN 'read'
        WHEN EXISTS (SELECT 1 FROM queue q WHERE q.document = d.id) THEN 'waiting'
        ELSE 'set aside'
    END AS state,
    (SELECT count(*) FROM sightings s WHERE s.document = d.id) AS met,
    (SELECT count(*) FROM claims c WHERE c.document = d.id) AS claims,
    (SELECT s.origin FROM sightings s WHERE s.n = d.sighting) AS origin
FROM documents d;

CREATE VIEW article_claims AS
SELECT
    c.document, d.published, d.publisher AS outlet, d.title, c.text AS claim, c.kind, c.type, c.mode,
    c.occurrence, c.phase, c.reality,
    (SELECT group_concat(p.name, '; ') FROM participants p WHERE p.claim = c.n AND p.role = 'actor') AS who,
    (SELECT group_concat(p.name, '; ') FROM participants p WHERE p.claim = c.n AND p.role = 'recipient') AS to_whom,
    CASE
        WHEN c.voice_kind = 'article' THEN 'this article'
        WHEN c.voice_kind = 'person' AND NOT c.voice_public THEN 'a person of this article'
        ELSE coalesce(nullif(c.voice, ''), 'nobody named')
    END AS on_whose_word,
    c.voice_kind, c.chain, c.since, c.until, c.edtf, c.site AS place, c.country, c.latitude, c.longitude,
    c.site_precision AS "precision", c.certainty, c.stance, c.probability, c.id AS claim_id
FROM claims c JOIN documents d ON d.id = c.document;

CREATE VIEW article_voices AS
SELECT
    v.document, d.published, d.publisher AS outlet, d.title,
    CASE
        WHEN v.kind = 'article' THEN 'this article'
        WHEN v.kind = 'person' AND v.key IS NULL THEN 'a person of this article'
        ELSE coalesce(v.name, 'nobody named')
    END AS voice,
    v.kind, v.key, v.attributions
FROM voices v JOIN documents d ON d.id = v.document;

CREATE VIEW set_aside AS                    -- what could not be weighed stands behind all others
SELECT r.origin, r.stage, r.reason, r.message, r.document, r.taken, r.n FROM rejections r
UNION ALL
SELECT s.origin, 'weighing', f.reason, f.message, f.document, i.taken, 1 << 60
FROM document_faults f JOIN documents d ON d.id = f.document
JOIN sightings s ON s.n = d.sighting JOIN inputs i ON i.n = s.input
UNION ALL
SELECT f.claim, 'weighing', f.reason, f.message, NULL, max(i.taken), 1 << 60
FROM claim_faults f JOIN assertions a ON a.number = f.number JOIN documents d ON d.id = a.document
JOIN sightings s ON s.n = d.sighting JOIN inputs i ON i.n = s.input
GROUP BY f.claim, f.reason, f.message;

-- How texts derive from each other: by which features relatives are found, what two texts share, and what follows.

CREATE TABLE sketches (                     -- documents that were compared with those before them
    number INTEGER PRIMARY KEY,             -- stands for the document in features; from its id, not from the order of intake
    document TEXT NOT NULL UNIQUE REFERENCES documents (id) ON DELETE CASCADE,
    size INTEGER NOT NULL                   -- number of features
) STRICT;

CREATE TABLE features (                     -- hashes of words that relatives have in common
    feature INTEGER NOT NULL,
    number INTEGER NOT NULL,
    PRIMARY KEY (feature, number)
) STRICT, WITHOUT ROWID;

CREATE TABLE links (                        -- what two texts share; first < second
    first TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    second TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    joins INTEGER NOT NULL CHECK (joins IN (0, 1)),     -- whether they are one text, and not only share passages
    first_share REAL NOT NULL, second_share REAL NOT NULL,
    wording REAL NOT NULL, "order" REAL NOT NULL,
    passages TEXT NOT NULL,                 -- JSON: [begin and end in first, begin and end in second] each
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX links_by_second ON links (second, joins);

CREATE TABLE families (                     -- documents that come from one original
    first TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,     -- the one that the others derive from
    root TEXT,                              -- an outlet that members credit and that has no document here
    articles INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX families_by_articles ON families (articles);

CREATE TABLE members (
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    family TEXT NOT NULL REFERENCES families (first) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX members_by_family ON members (family);

CREATE TABLE derivations (                  -- child was made from parent
    child TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    parent TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    family TEXT NOT NULL REFERENCES families (first) ON DELETE CASCADE,
    place INTEGER NOT NULL,                 -- its number in the family, from 0
    kind TEXT NOT NULL,
    probability REAL NOT NULL,              -- that they are related at all
    direction REAL NOT NULL,                -- that this one is the parent
    reasons TEXT NOT NULL,                  -- JSON: what speaks for it, for a person
    PRIMARY KEY (child, parent)
) STRICT, WITHOUT ROWID;
CREATE INDEX derivations_by_parent ON derivations (parent);
CREATE INDEX derivations_by_family ON derivations (family, place);

CREATE TABLE quotes (                       -- quotations of a child that stand in its parent, too
    child TEXT NOT NULL,
    parent TEXT NOT NULL,
    place INTEGER NOT NULL,                 -- its number in the derivation, from 0
    child_begin INTEGER NOT NULL, child_end INTEGER NOT NULL,       -- code points of the child's text
    parent_begin INTEGER NOT NULL, parent_end INTEGER NOT NULL,     -- code points of the parent's text
    alteration TEXT,                        -- NULL where it is word for word
    PRIMARY KEY (child, parent, place),
    FOREIGN KEY (child, parent) REFERENCES derivations (child, parent) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX quotes_altered ON quotes (alteration) WHERE alteration IS NOT NULL;

CREATE TABLE unlinked (                     -- documents that wait to be compared with the others
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE unsettled (                    -- documents whose family waits to be found anew
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER documents_to_link AFTER INSERT ON documents BEGIN
    INSERT INTO unlinked (document) VALUES (new.id);
END;
CREATE TRIGGER documents_to_settle AFTER UPDATE OF published, publisher, title, url, body_begin ON documents
WHEN (new.published, new.publisher, new.title, new.url, new.body_begin)
    IS NOT (old.published, old.publisher, old.title, old.url, old.body_begin)
    AND EXISTS (SELECT 1 FROM links WHERE first = new.id OR second = new.id)
BEGIN
    INSERT INTO unsettled (document) VALUES (new.id) ON CONFLICT DO NOTHING;
END;
-- A family that loses a member is found anew from what is left: what is known of the others may rest on it.
CREATE TRIGGER documents_unlinked BEFORE DELETE ON documents BEGIN
    INSERT INTO unsettled (document)
    SELECT second FROM links WHERE first = old.id UNION SELECT first FROM links WHERE second = old.id
    UNION SELECT document FROM members WHERE document <> old.id AND family IN (
        SELECT family FROM members WHERE document = old.id
        UNION SELECT family FROM derivations WHERE parent = old.id)
    ON CONFLICT DO NOTHING;
    DELETE FROM families WHERE first IN (
        SELECT family FROM members WHERE document = old.id
        UNION SELECT family FROM derivations WHERE parent = old.id);
END;

CREATE VIEW article_lineage AS              -- one row for each parent of an article
SELECT
    x.child AS document, c.published, c.publisher AS outlet, c.title, x.kind, x.parent, p.published AS parent_published,
    p.publisher AS parent_outlet, p.title AS parent_title, x.probability, x.direction, x.family, f.root AS credited,
    (SELECT group_concat(r.value, '; ') FROM json_each(x.reasons) r) AS reasons,
    (SELECT count(*) FROM quotes q WHERE q.child = x.child AND q.parent = x.parent AND q.alteration IS NOT NULL)
        AS altered_quotes
FROM derivations x JOIN documents c ON c.id = x.child JOIN documents p ON p.id = x.parent
JOIN families f ON f.first = x.family;

CREATE VIEW article_quotes AS               -- one row for each quotation that an article has from its parent
SELECT
    q.child AS document, c.published, c.publisher AS outlet, q.alteration,
    substr(c.text, q.child_begin + 1, q.child_end - q.child_begin) AS words, q.parent,
    substr(p.text, q.parent_begin + 1, q.parent_end - q.parent_begin) AS parent_words
FROM quotes q JOIN documents c ON c.id = q.child JOIN documents p ON p.id = q.parent;

-- Claims across articles: what each article asserts, which assertions are about one thing, and on whose word it is.

CREATE TABLE assertions (                   -- claims of articles, as they are compared with each other
    number INTEGER PRIMARY KEY,             -- stands for the claim; from its id, not from the order of intake
    id TEXT NOT NULL UNIQUE,                -- that of the claim
    document TEXT NOT NULL REFERENCES readings (document) ON DELETE CASCADE,
    place INTEGER NOT NULL,                 -- its number in the document, from 0
    modality TEXT NOT NULL,
    told BLOB NOT NULL                      -- zlib, JSON: see sayso.store.packing
) STRICT;
CREATE INDEX assertions_by_document ON assertions (document, place);

CREATE TABLE blocks (                       -- hashes of what assertions about one event have in common
    key INTEGER NOT NULL,
    day INTEGER NOT NULL,                   -- on which the article was published, from 1 Jan 1; undated ones come last
    number INTEGER NOT NULL REFERENCES assertions (number) ON DELETE CASCADE,
    PRIMARY KEY (key, day, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX blocks_by_number ON blocks (number);

CREATE TABLE matches (                      -- two assertions that may be about one thing; first < second
    first INTEGER NOT NULL REFERENCES assertions (number) ON DELETE CASCADE,
    second INTEGER NOT NULL REFERENCES assertions (number) ON DELETE CASCADE,
    related INTEGER NOT NULL CHECK (related IN (0, 1)),     -- 1: of one event, but a deed and a plan, for instance
    probability REAL NOT NULL,
    reasons TEXT NOT NULL,                  -- JSON: what speaks for it and against it, for a person
    PRIMARY KEY (first, second),
    CHECK (first < second)
) STRICT, WITHOUT ROWID;
CREATE INDEX matches_by_second ON matches (second);

CREATE TABLE carried (                      -- assertions whose words were taken over from another article
    child INTEGER PRIMARY KEY REFERENCES assertions (number) ON DELETE CASCADE,
    parent INTEGER REFERENCES assertions (number) ON DELETE CASCADE,   -- NULL where nothing was read there
    source TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    "begin" INTEGER NOT NULL, "end" INTEGER NOT NULL        -- code points of the source's text
) STRICT;
CREATE INDEX carried_by_parent ON carried (parent) WHERE parent IS NOT NULL;
CREATE INDEX carried_by_source ON carried (source);

CREATE TABLE propositions (                 -- claims across articles
    n INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,                -- that of the earliest assertion, with p_ for c_
    basis BLOB NOT NULL,                    -- hash of all that it was found from
    text TEXT NOT NULL,                     -- of the assertion that tells it best
    type TEXT, mode TEXT,
    modality TEXT NOT NULL,
    articles INTEGER NOT NULL, texts INTEGER NOT NULL, assertions INTEGER NOT NULL,
    -- 1: read in copies only, in words of which their originals have no claim
    copied INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1)),
    whole INTEGER NOT NULL DEFAULT 1 CHECK (whole IN (0, 1)),           -- 0: its text is a fragment
    least INTEGER NOT NULL, most INTEGER NOT NULL,                      -- independent origins for it
    against_least INTEGER NOT NULL, against_most INTEGER NOT NULL,
    standing TEXT NOT NULL, standing_reason TEXT NOT NULL, standing_since TEXT,
    first_seen TEXT, last_seen TEXT,        -- dates of the earliest and the latest article
    since TEXT, until TEXT,                 -- of the event: half-open, ISO 8601; both NULL when unknown
    site TEXT, country TEXT, latitude REAL, longitude REAL, site_precision TEXT,
    weighed BLOB NOT NULL,                  -- zlib, JSON: origins, steps, reasons
    -- 1: found among what stronger matches hold together, as all that it is tied to is too much to look at
    within INTEGER NOT NULL DEFAULT 0 CHECK (within IN (0, 1))
) STRICT;
CREATE INDEX propositions_by_articles ON propositions (articles, whole, against_most, most, id);
CREATE INDEX propositions_by_dispute ON propositions (against_most, articles, id);
CREATE INDEX propositions_by_origins ON propositions (least, most, articles, id);
CREATE INDEX propositions_by_first ON propositions (first_seen, id);
CREATE INDEX propositions_by_last ON propositions (last_seen, id);
CREATE INDEX propositions_by_standing ON propositions (standing, articles, against_most, most, id);
CREATE INDEX propositions_by_type ON propositions (type, mode, articles);
CREATE INDEX propositions_by_time ON propositions (since);
-- These two hold all that may be asked for: sums are made of them alone (sayso.store.places).
CREATE INDEX propositions_by_place ON propositions (
    latitude, longitude, site_precision, site, country, least, most, standing, since, until, copied, type, mode, first_seen
) WHERE latitude IS NOT NULL;
CREATE INDEX propositions_by_interval ON propositions (
    since, until, standing, copied, type, mode, least, first_seen, site, country, latitude, longitude,
    articles, whole, against_most, most, last_seen, id
) WHERE since IS NOT NULL OR until IS NOT NULL;
CREATE INDEX propositions_by_country ON propositions (country) WHERE country IS NOT NULL;
CREATE INDEX propositions_by_site ON propositions (site COLLATE NOCASE) WHERE site IS NOT NULL;
CREATE INDEX propositions_copied ON propositions (copied) WHERE copied = 1;

CREATE TABLE origins (                      -- whose word it is in the end
    proposition INTEGER NOT NULL REFERENCES propositions (n) ON DELETE CASCADE,
    place INTEGER NOT NULL,
    id TEXT NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    camp TEXT,
    public INTEGER NOT NULL CHECK (public IN (0, 1)),       -- 0 for private persons
    supports INTEGER NOT NULL, denies INTEGER NOT NULL, leaves_open INTEGER NOT NULL,  -- assertions that rest on it
    PRIMARY KEY (proposition, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX origins_by_id ON origins (id);

CREATE TABLE tellings (                     -- which assertions are about which claim
    number INTEGER PRIMARY KEY REFERENCES assertions (number) ON DELETE CASCADE,
    proposition INTEGER NOT NULL REFERENCES propositions (n) ON DELETE CASCADE,
    side TEXT NOT NULL                      -- for, against or open, of the claim across articles
) STRICT;
CREATE INDEX tellings_by_proposition ON tellings (proposition);

CREATE TABLE kinship (                      -- of which relatives was known when an article's assertions were compared
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    family TEXT,
    parents TEXT
) STRICT, WITHOUT ROWID;

CREATE TABLE namings (                      -- who is named with an office in what an article asserts, packed
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE,
    told BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE unasserted (                   -- read documents whose assertions wait to be made
    document TEXT PRIMARY KEY REFERENCES readings (document) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE unmatched (                    -- documents whose assertions wait to be compared with others
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE unweighed (                    -- assertions whose claim across articles waits to be found anew
    number INTEGER PRIMARY KEY REFERENCES assertions (number) ON DELETE CASCADE
) STRICT;

CREATE TABLE document_faults (              -- documents whose claims could not be worked out or compared, and why
    document TEXT NOT NULL REFERENCES documents (id) ON DELETE CASCADE,
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    version TEXT NOT NULL,                  -- of Sayso: another one tries again
    PRIMARY KEY (document, reason)
) STRICT, WITHOUT ROWID;

CREATE TABLE claim_faults (                 -- assertions whose claim across articles could not be weighed, and why
    number INTEGER PRIMARY KEY REFERENCES assertions (number) ON DELETE CASCADE,
    claim TEXT NOT NULL,                    -- the id that it would have
    reason TEXT NOT NULL,
    message TEXT NOT NULL,
    version TEXT NOT NULL
) STRICT;

CREATE TABLE rekinned (                     -- documents whose relatives were found anew, and may be the same
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TRIGGER readings_to_assert AFTER INSERT ON readings BEGIN
    INSERT INTO unasserted (document) VALUES (new.document) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER documents_to_match AFTER UPDATE OF published, publisher, title, url ON documents
WHEN (new.published, new.publisher, new.title, new.url) IS NOT (old.published, old.publisher, old.title, old.url)
BEGIN
    INSERT INTO unmatched (document) SELECT document FROM readings WHERE document = new.id ON CONFLICT DO NOTHING;
    INSERT INTO unweighed (number) SELECT number FROM assertions WHERE document = new.id ON CONFLICT DO NOTHING;
END;
-- Words that a forgotten article lent are those of their next source, or the child's own.
CREATE TRIGGER documents_lent BEFORE DELETE ON documents BEGIN
    INSERT INTO unweighed (number) SELECT child FROM carried WHERE source = old.id ON CONFLICT DO NOTHING;
    INSERT INTO unmatched (document)
    SELECT DISTINCT a.document FROM carried c JOIN assertions a ON a.number = c.child WHERE c.source = old.id
    ON CONFLICT DO NOTHING;
END;
-- What an assertion was tied to is found anew without it; what was told with its words is not told any more.
CREATE TRIGGER assertions_leave BEFORE DELETE ON assertions BEGIN
    INSERT INTO unweighed (number)
    SELECT second FROM matches WHERE first = old.number UNION SELECT first FROM matches WHERE second = old.number
    UNION SELECT child FROM carried WHERE parent = old.number
    UNION SELECT parent FROM carried WHERE child = old.number AND parent IS NOT NULL
    ON CONFLICT DO NOTHING;
    INSERT INTO unmatched (document)
    SELECT DISTINCT a.document FROM carried c JOIN assertions a ON a.number = c.child
    JOIN documents d ON d.id = a.document WHERE c.parent = old.number
    ON CONFLICT DO NOTHING;
    DELETE FROM propositions WHERE n = (SELECT proposition FROM tellings WHERE number = old.number);
END;
-- Only the first 12 of a block are compared with all others of it (FIRST of sayso.store.matches): who comes to be, or
-- no longer is, one of them is compared anew.
CREATE TRIGGER blocks_grow AFTER INSERT ON blocks BEGIN
    INSERT INTO unmatched (document)
    SELECT a.document FROM documents d JOIN assertions a ON a.document = d.id JOIN (
        SELECT day, number FROM blocks WHERE key = new.key ORDER BY day, number LIMIT 1 OFFSET 12
    ) b ON a.number = b.number WHERE (new.day, new.number) < (b.day, b.number)
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER blocks_shrink BEFORE DELETE ON blocks BEGIN
    INSERT INTO unmatched (document)
    SELECT a.document FROM documents d JOIN assertions a ON a.document = d.id JOIN (
        SELECT day, number FROM blocks WHERE key = old.key ORDER BY day, number LIMIT 1 OFFSET 12
    ) b ON a.number = b.number WHERE (old.day, old.number) < (b.day, b.number)
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER members_rekinned AFTER INSERT ON members BEGIN
    INSERT INTO rekinned (document) VALUES (new.document) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER members_parted BEFORE DELETE ON members BEGIN
    INSERT INTO rekinned (document) SELECT id FROM documents WHERE id = old.document ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER derivations_rekinned AFTER INSERT ON derivations BEGIN
    INSERT INTO rekinned (document) VALUES (new.child) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER derivations_parted BEFORE DELETE ON derivations BEGIN
    INSERT INTO rekinned (document) SELECT id FROM documents WHERE id = old.child ON CONFLICT DO NOTHING;
END;

CREATE VIEW claims_across_articles AS       -- private persons are not named
SELECT
    p.id AS claim_id, p.text AS claim, p.articles, p.texts, p.least AS origins_at_least, p.most AS origins_at_most,
    p.against_least, p.against_most, p.standing, p.standing_reason,
    (SELECT group_concat(CASE WHEN o.public THEN o.name ELSE 'a person of one article' END, '; ')
        FROM origins o WHERE o.proposition = p.n AND o.supports > 0) AS who_is_for,
    (SELECT group_concat(CASE WHEN o.public THEN o.name ELSE 'a person of one article' END, '; ')
        FROM origins o WHERE o.proposition = p.n AND o.denies > 0) AS who_is_against,
    p.type, p.mode, p.modality, p.since, p.until, p.site AS place, p.country, p.latitude, p.longitude,
    p.site_precision AS "precision", p.first_seen, p.last_seen, p.standing_since
FROM propositions p;

CREATE VIEW claim_tellings AS               -- one row for each assertion of a claim across articles
SELECT
    p.id AS claim_id, t.side, c.text AS told_as, c.document, d.published, d.publisher AS outlet, d.title, a.id AS telling_id
FROM tellings t JOIN propositions p ON p.n = t.proposition JOIN assertions a ON a.number = t.number
JOIN claims c ON c.document = a.document AND c.place = a.place JOIN documents d ON d.id = a.document;

-- What people decided about claims: only added to. What was read stands beside it, as it was.

CREATE TABLE reviews (
    n INTEGER PRIMARY KEY,
    at TEXT NOT NULL,                       -- ISO 8601, UTC
    "by" TEXT NOT NULL,                     -- as the person calls himself
    action TEXT NOT NULL CHECK (action IN ('accept', 'note', 'side', 'apart', 'with', 'root', 'same', 'undo')),
    target TEXT,                            -- the id that was named: p_ or c_
    detail TEXT NOT NULL,                   -- JSON: side, words, kind, public; one, other: [assertion, place in its chain]
    undoes INTEGER REFERENCES reviews (n),
    undone_by INTEGER REFERENCES reviews (n)
) STRICT;

CREATE TABLE reviewed (                     -- the assertions that a decision is about; they may not be here any more
    review INTEGER NOT NULL REFERENCES reviews (n),
    part TEXT NOT NULL CHECK (part IN ('about', 'into', 'from', 'names')),
    assertion TEXT NOT NULL,
    document TEXT NOT NULL,
    PRIMARY KEY (review, part, assertion)
) STRICT, WITHOUT ROWID;
CREATE INDEX reviewed_by_assertion ON reviewed (assertion);
CREATE INDEX reviewed_by_document ON reviewed (document);

CREATE TRIGGER reviews_stay BEFORE DELETE ON reviews BEGIN
    SELECT RAISE(ABORT, 'decisions stay; undo them with another one');
END;
-- Words that a person wrote may be taken away, as they may tell of what is forgotten; all else stays as it was written.
CREATE TRIGGER reviews_unchanged BEFORE UPDATE ON reviews
WHEN (new.n, new.at, new."by", new.action, new.target, new.undoes)
    IS NOT (old.n, old.at, old."by", old.action, old.target, old.undoes)
    OR old.undone_by IS NOT NULL AND new.undone_by IS NOT old.undone_by
    OR new.detail IS NOT old.detail AND new.detail IS NOT json_remove(old.detail, '$.words')
BEGIN
    SELECT RAISE(ABORT, 'decisions are not changed; undo them with another one');
END;
CREATE TRIGGER documents_unreviewed BEFORE DELETE ON documents BEGIN
    UPDATE reviews SET detail = json_remove(detail, '$.words')
    WHERE n IN (SELECT review FROM reviewed WHERE document = old.id) AND NOT EXISTS (
        SELECT 1 FROM reviewed r JOIN documents d ON d.id = r.document WHERE r.review = reviews.n AND d.id <> old.id);
END;

-- What was decided together with an assertion that leaves, or comes back as it is read anew, is found anew.
CREATE TRIGGER reviewed_leave BEFORE DELETE ON assertions BEGIN
    INSERT INTO unweighed (number)
    SELECT DISTINCT a.number FROM reviewed r JOIN reviewed o ON o.review = r.review JOIN assertions a ON a.id = o.assertion
    WHERE r.assertion = old.id AND a.id <> old.id
    ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER reviewed_come AFTER INSERT ON assertions BEGIN
    INSERT INTO unweighed (number)
    SELECT DISTINCT a.number FROM reviewed r JOIN reviewed o ON o.review = r.review JOIN assertions a ON a.id = o.assertion
    WHERE r.assertion = new.id
    ON CONFLICT DO NOTHING;
END;

CREATE VIEW decisions AS                    -- one row for each decision
SELECT
    r.n, r.at, r."by", r.action, r.target, json_extract(r.detail, '$.side') AS side,
    json_extract(r.detail, '$.words') AS words, u.at AS undone_at, u."by" AS undone_by
FROM reviews r LEFT JOIN reviews u ON u.n = r.undone_by;

-- What sayso watch has told of; before somebody watches, nothing is kept here.

CREATE TABLE watched (                      -- one row: since when that is
    since TEXT NOT NULL                     -- ISO 8601, UTC
) STRICT;

CREATE TABLE fresh (                        -- articles that came since, until all their claims were told of
    document TEXT PRIMARY KEY REFERENCES documents (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE untold (                       -- claims across articles that may not be as they were told of
    proposition INTEGER PRIMARY KEY REFERENCES propositions (n) ON DELETE CASCADE
) STRICT;

CREATE TABLE told (                         -- how claims across articles stood when they were last told of
    n INTEGER PRIMARY KEY,
    claim TEXT NOT NULL,                    -- the id that it had then
    standing TEXT NOT NULL,
    least INTEGER NOT NULL, most INTEGER NOT NULL,
    against_least INTEGER NOT NULL, against_most INTEGER NOT NULL
) STRICT;

-- Which assertions they held then. An article that is read anew has them again: so these may be of none for a while.
CREATE TABLE told_members (
    number INTEGER PRIMARY KEY,
    told INTEGER NOT NULL REFERENCES told (n)
) STRICT;
CREATE INDEX told_members_by_told ON told_members (told);

CREATE TABLE said (                         -- news that were told of a claim that more is to be told of
    key BLOB PRIMARY KEY                    -- hash of what they say
) STRICT, WITHOUT ROWID;

CREATE TABLE unsent (                       -- news that could not be handed on
    n INTEGER PRIMARY KEY,
    event TEXT NOT NULL,                    -- JSON
    attempts INTEGER NOT NULL
) STRICT;

CREATE TRIGGER documents_fresh AFTER INSERT ON documents WHEN EXISTS (SELECT 1 FROM watched) BEGIN
    INSERT INTO fresh (document) VALUES (new.id);
END;
CREATE TRIGGER propositions_untold AFTER INSERT ON propositions WHEN EXISTS (SELECT 1 FROM watched) BEGIN
    INSERT INTO untold (proposition) VALUES (new.n);
END;
CREATE TRIGGER told_gone AFTER DELETE ON told_members BEGIN
    DELETE FROM told WHERE n = old.told AND NOT EXISTS (SELECT 1 FROM told_members WHERE told = old.told);
END;
-- News that wait may tell of what is forgotten.
CREATE TRIGGER documents_untold BEFORE DELETE ON documents BEGIN
    DELETE FROM told_members WHERE number IN (SELECT number FROM assertions WHERE document = old.id);
    DELETE FROM unsent;
END;
