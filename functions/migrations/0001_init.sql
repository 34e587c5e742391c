-- Times are Unix seconds unless the name says otherwise; ids are 128 random bits in base64url (22 characters).
-- A BLOB that can be large stands last in its row, so that the columns before it are read without it.

CREATE TABLE members (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  name TEXT NOT NULL,
  -- The name in the one spelling that counts when names are compared (src/protocol/wire/member-name.ts).
  name_key TEXT NOT NULL UNIQUE,
  -- How the name looks as it is written, and in that spelling: no two members look alike (functions/members/name-look.ts).
  look TEXT NOT NULL UNIQUE,
  look_key TEXT NOT NULL UNIQUE,
  role TEXT NOT NULL CHECK (role IN ('administrator', 'member')),
  -- The public half of their own key, X25519: what is meant for them alone is sealed to it.
  box_key BLOB NOT NULL CHECK (length(box_key) = 32),
  created_at INTEGER NOT NULL,
  -- Since when they may do nothing here; and since when they are no member any more, which none comes back from unless by a
  -- new way in.
  suspended_at INTEGER,
  left_at INTEGER CHECK (left_at IS NULL OR suspended_at IS NOT NULL),
  -- Counts the changes of the row that an administrator must have seen before the next.
  rev INTEGER NOT NULL DEFAULT 0
) STRICT;

-- How a member gets in: what checks the sign-in, and the centre's secret keys wrapped for this way alone.
CREATE TABLE ways_in (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('passphrase', 'passkey')),
  -- Ed25519, 32 bytes, for a passphrase; a COSE key for a passkey.
  public_key BLOB NOT NULL,
  -- JSON: how the passphrase was stretched. The same for all passphrases of a member.
  kdf TEXT,
  -- What an authenticator calls a passkey, and to what it had counted when it last signed.
  credential BLOB UNIQUE,
  counter INTEGER,
  -- What the member calls a passkey.
  name TEXT NOT NULL DEFAULT '',
  -- The newest of the centre's keys in the vault; unknown until it was wrapped anew or added by the member.
  key_id BLOB CHECK (length(key_id) = 8),
  -- The day on which it last let somebody in, in days since 1970.
  used_day INTEGER,
  created_at INTEGER NOT NULL,
  vault BLOB NOT NULL,
  CHECK ((kind = 'passphrase') = (kdf IS NOT NULL)),
  CHECK ((kind = 'passkey') = (credential IS NOT NULL AND counter IS NOT NULL))
) STRICT;
CREATE INDEX ways_in_member ON ways_in (member_id, created_at, id);

-- The centre's word that an own key is a member's, given in their own vault by the key that is named.
CREATE TABLE vouches (
  member_id TEXT PRIMARY KEY REFERENCES members (id) ON DELETE CASCADE,
  box_key BLOB NOT NULL CHECK (length(box_key) = 32),
  key_id BLOB NOT NULL CHECK (length(key_id) = 8),
  signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

-- A next key of the centre, sealed to a member's own key, until the vault of each of their ways in has it.
CREATE TABLE next_keys (
  member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  key_id BLOB NOT NULL CHECK (length(key_id) = 8),
  signature BLOB NOT NULL CHECK (length(signature) = 64),
  box BLOB NOT NULL,
  PRIMARY KEY (member_id, key_id)
) STRICT;
CREATE TRIGGER next_keys_own_key AFTER UPDATE OF box_key ON members WHEN NEW.box_key <> OLD.box_key BEGIN
  DELETE FROM next_keys WHERE member_id = NEW.id;
  DELETE FROM vouches WHERE member_id = NEW.id;
END;
CREATE TRIGGER next_keys_suspended AFTER UPDATE OF suspended_at ON members WHEN NEW.suspended_at IS NOT NULL BEGIN
  DELETE FROM next_keys WHERE member_id = NEW.id;
END;

-- The challenges that were used, by their random bytes, until they would expire anyway: each is good once.
CREATE TABLE used_challenges (
  nonce BLOB PRIMARY KEY CHECK (length(nonce) = 16),
  expires_at_ms INTEGER NOT NULL
) STRICT;
CREATE INDEX used_challenges_expiry ON used_challenges (expires_at_ms);

-- The cookie's token is not here, only its SHA-256: who reads this table cannot sign in with it.
CREATE TABLE sessions (
  token_hash BLOB PRIMARY KEY CHECK (length(token_hash) = 32),
  member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX sessions_expiry ON sessions (expires_at);
CREATE INDEX sessions_member ON sessions (member_id);

-- Who is suspended has no session any more, nor is anybody let in by what they began; who has left has no way in, and none to be rung.
CREATE TRIGGER members_suspended AFTER UPDATE OF suspended_at ON members WHEN NEW.suspended_at IS NOT NULL BEGIN
  DELETE FROM sessions WHERE member_id = NEW.id;
  DELETE FROM invites WHERE used_at IS NULL AND (created_by = NEW.id OR for_member = NEW.id);
END;
CREATE TRIGGER members_left AFTER UPDATE OF left_at ON members WHEN NEW.left_at IS NOT NULL BEGIN
  DELETE FROM ways_in WHERE member_id = NEW.id;
  DELETE FROM bell_ways WHERE member_id = NEW.id;
END;

-- An invitation carries no key. It is bound to the own key of who opens it first, and a member then seals the centre's keys
-- to that one.
CREATE TABLE invites (
  -- Of the SHA-256 of its code, which only who is invited has.
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  -- What the member that it makes may do.
  role TEXT NOT NULL CHECK (role IN ('administrator', 'member')),
  -- The member whom it gives a new way in; empty for somebody new.
  for_member TEXT REFERENCES members (id) ON DELETE CASCADE,
  -- Who invited; empty for the holder of the key.
  created_by TEXT REFERENCES members (id) ON DELETE CASCADE,
  created_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  -- Who opened it: under which name, with which own key (X25519, 32 bytes) and when.
  name TEXT,
  name_key TEXT,
  look TEXT,
  look_key TEXT,
  box_key BLOB CHECK (length(box_key) = 32),
  opened_at INTEGER,
  -- How often somebody else tried to open it after that.
  seen INTEGER NOT NULL DEFAULT 0,
  let_in_by TEXT REFERENCES members (id) ON DELETE SET NULL,
  let_in_at INTEGER CHECK (let_in_at IS NULL OR box_key IS NOT NULL),
  used_at INTEGER,
  -- The member that it made, and the way in.
  used_by TEXT REFERENCES members (id) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  way TEXT CHECK (length(way) = 22),
  -- The centre's secret keys, sealed to that own key. Emptied when the invitation is used.
  box BLOB,
  CHECK ((box_key IS NULL) = (opened_at IS NULL) AND (box_key IS NULL) = (name IS NULL)),
  CHECK ((used_at IS NULL) = (used_by IS NULL) AND (used_at IS NULL) = (way IS NULL)),
  CHECK (used_at IS NULL OR box IS NULL)
) STRICT;
CREATE INDEX invites_expiry ON invites (expires_at);

-- The last number that was given to a change which the desk sees: one row. Every write of such a row takes the next
-- number into its `changed` in the same statement, so that a desk asks only for what lies beyond the last that it knows.
-- A number is never given twice, also when the row that had it is gone.
CREATE TABLE changes (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  n INTEGER NOT NULL
) STRICT;
INSERT INTO changes (one, n) VALUES (1, 0);

CREATE TABLE threads (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  key_id BLOB NOT NULL CHECK (length(key_id) = 8),
  -- HMAC-SHA256 of the mailbox, which is SHA-256 of its token, and the salt of the mailbox's keys in AES-256-GCM. Both
  -- under a secret of the worker's: no receipt code can be tried on this table alone.
  mailbox_hash BLOB NOT NULL UNIQUE CHECK (length(mailbox_hash) = 32),
  salt BLOB NOT NULL CHECK (length(salt) = 44),
  state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'taken', 'open', 'closed')),
  received_at INTEGER NOT NULL,
  -- When a member first had it open before them.
  read_at INTEGER,
  taken_by TEXT REFERENCES members (id),
  taken_at INTEGER,
  -- The entry with the newest state: a member's own word for what stands here.
  state_entry TEXT CHECK (length(state_entry) = 22),
  -- The day on which it was closed, in days since 1970; no hour.
  closed_day INTEGER,
  -- The day on which it is deleted, drawn when it was closed.
  purge_day INTEGER,
  -- The `changed` in which its times were rounded to days.
  rounded INTEGER,
  -- Counts the changes of the row that a member must have seen before the next.
  rev INTEGER NOT NULL DEFAULT 0,
  -- The number of the last change of any kind.
  changed INTEGER NOT NULL UNIQUE,
  -- What can't be opened may be thrown away: under which id, by whom and when. After a day the row is deleted.
  thrown_id TEXT CHECK (length(thrown_id) = 22),
  thrown_by TEXT REFERENCES members (id),
  thrown_at INTEGER,
  -- The length of the envelope in bytes, and its BLAKE2b-256.
  bytes INTEGER NOT NULL CHECK (bytes = length(sealed)),
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  sealed BLOB NOT NULL,
  CHECK ((thrown_id IS NULL) = (thrown_by IS NULL) AND (thrown_id IS NULL) = (thrown_at IS NULL)),
  CHECK ((state = 'closed') = (closed_day IS NOT NULL)),
  CHECK (purge_day IS NULL OR closed_day IS NOT NULL)
) STRICT;
-- The desk's list from its beginning: what is not closed or thrown away.
CREATE INDEX threads_waiting ON threads (changed) WHERE state <> 'closed' AND thrown_id IS NULL;
-- What was closed, by day.
CREATE INDEX threads_closed ON threads (closed_day) WHERE closed_day IS NOT NULL;
-- What is closed and to be deleted, by day; and what is closed and not yet rounded.
CREATE INDEX threads_ending ON threads (purge_day) WHERE closed_day IS NOT NULL AND read_at IS NOT NULL;
CREATE INDEX threads_exact ON threads (closed_day) WHERE closed_day IS NOT NULL AND rounded IS NOT changed;
-- What nobody has taken or read, with its size: how hard the intake is pressed. It has every column that is asked for, so
-- that no row is read to count it.
CREATE INDEX threads_untaken ON threads (state, read_at, thrown_id, bytes)
  WHERE state = 'new' AND read_at IS NULL AND thrown_id IS NULL;
-- What was thrown away: to bring it back together, and to delete it after a day.
CREATE INDEX threads_thrown ON threads (thrown_id, thrown_at) WHERE thrown_id IS NOT NULL;
CREATE INDEX threads_thrown_at ON threads (thrown_at) WHERE thrown_id IS NOT NULL;

CREATE TRIGGER threads_came AFTER INSERT ON threads BEGIN
  UPDATE changes SET n = max(n, NEW.changed) WHERE one = 1;
END;
CREATE TRIGGER threads_changed AFTER UPDATE OF changed ON threads BEGIN
  UPDATE changes SET n = max(n, NEW.changed) WHERE one = 1;
END;
-- A change without a number would stay unseen by every open desk.
CREATE TRIGGER threads_numbered BEFORE UPDATE OF rev ON threads WHEN NEW.changed <= OLD.changed BEGIN
  SELECT RAISE(ABORT, 'a change of a thread takes the next number');
END;

-- What stays of a thread that the person deleted: that it was, when it came, and whether a member had read it.
CREATE TABLE tombstones (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  received_at INTEGER NOT NULL,
  read_at INTEGER,
  deleted_at INTEGER NOT NULL,
  changed INTEGER NOT NULL UNIQUE,
  -- Whether R2 has it too.
  copied INTEGER NOT NULL DEFAULT 0 CHECK (copied IN (0, 1)),
  -- When another centre accepted what was passed on of it: that one still has it.
  handed_at INTEGER
) STRICT;
CREATE INDEX tombstones_old ON tombstones (deleted_at);
CREATE INDEX tombstones_uncopied ON tombstones (copied) WHERE copied = 0;
CREATE TRIGGER tombstones_came AFTER INSERT ON tombstones BEGIN
  UPDATE changes SET n = max(n, NEW.changed) WHERE one = 1;
END;
-- What was deleted comes back by no retry, and by no sweep.
CREATE TRIGGER threads_not_revived BEFORE INSERT ON threads
WHEN EXISTS (SELECT 1 FROM tombstones WHERE id = NEW.id) BEGIN
  SELECT RAISE(IGNORE);
END;

CREATE TABLE messages (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  -- The revision that this message gave its thread. It orders a thread, also within one second.
  rev INTEGER NOT NULL,
  author TEXT NOT NULL CHECK (author IN ('reporter', 'desk')),
  -- Its number among those of its side: of two that are written at once the second is refused.
  seq INTEGER NOT NULL CHECK (seq > 0),
  -- Who of the desk wrote it.
  member_id TEXT REFERENCES members (id),
  at INTEGER NOT NULL,
  -- Of the reporter's: the digest of their envelope before, and by what they know that this one is theirs.
  prev BLOB CHECK (length(prev) = 32),
  mac BLOB CHECK (length(mac) = 32),
  -- BLAKE2b-256 of the envelope.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  sealed BLOB NOT NULL,
  CHECK ((author = 'desk') = (member_id IS NOT NULL)),
  CHECK ((author = 'reporter') = (prev IS NOT NULL) AND (prev IS NULL) = (mac IS NULL)),
  UNIQUE (thread_id, rev),
  UNIQUE (thread_id, author, seq)
) STRICT;
-- Which each side wrote last, and when.
CREATE INDEX messages_latest ON messages (thread_id, author, rev, at);

-- What has come from outside and no member has looked at, by the number of its change, for the bell. When somebody looks,
-- everything up to there goes. Nothing in it may keep a thread or a message from being stored.
CREATE TABLE arrivals (
  change INTEGER PRIMARY KEY,
  at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER arrivals_first AFTER INSERT ON threads BEGIN
  INSERT INTO arrivals (change, at) VALUES (NEW.changed, NEW.received_at) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER arrivals_message AFTER UPDATE OF rev ON threads BEGIN
  INSERT INTO arrivals (change, at)
  SELECT NEW.changed, at FROM messages WHERE thread_id = NEW.id AND rev = NEW.rev AND author = 'reporter'
  ON CONFLICT DO NOTHING;
END;

-- What the desk keeps for itself in a thread: nothing here tells of what kind it is.
CREATE TABLE entries (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  -- Its number among the entries of the thread.
  seq INTEGER NOT NULL CHECK (seq > 0),
  member_id TEXT NOT NULL REFERENCES members (id),
  at INTEGER NOT NULL,
  -- BLAKE2b-256 of the envelope.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  sealed BLOB NOT NULL,
  UNIQUE (thread_id, seq)
) STRICT;

-- One thread that a member leaves to a colleague, or to whoever comes. It goes with its thread, or after two days.
CREATE TABLE handovers (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  from_member TEXT NOT NULL REFERENCES members (id),
  to_member TEXT REFERENCES members (id) CHECK (to_member <> from_member),
  at INTEGER NOT NULL,
  accepted_by TEXT REFERENCES members (id) CHECK (accepted_by <> from_member),
  accepted_at INTEGER,
  sealed BLOB NOT NULL,
  CHECK ((accepted_by IS NULL) = (accepted_at IS NULL))
) STRICT;
CREATE INDEX handovers_thread ON handovers (thread_id);
CREATE INDEX handovers_at ON handovers (at);
-- Open desks hear of it as of any change of the thread; its revision stays.
CREATE TRIGGER handovers_came AFTER INSERT ON handovers BEGIN
  UPDATE threads SET changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = NEW.thread_id;
END;
CREATE TRIGGER handovers_went AFTER DELETE ON handovers BEGIN
  UPDATE threads SET changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = OLD.thread_id;
END;

-- One for the figures of a year each. A month, and no thread, day, member or order of arrival: it has no hidden number.
CREATE TABLE tallies (
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 22),
  month TEXT NOT NULL CHECK (length(month) = 7),
  sealed BLOB NOT NULL,
  PRIMARY KEY (month, id)
) STRICT, WITHOUT ROWID;

-- What a member has begun to write in a thread, sealed, so that it is there on another device. It goes when it is sent or
-- discarded, and with its thread. No time: the sealed item has it.
CREATE TABLE drafts (
  member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  id TEXT NOT NULL CHECK (length(id) = 22),
  sealed BLOB NOT NULL,
  PRIMARY KEY (member_id, thread_id)
) STRICT;
CREATE INDEX drafts_thread ON drafts (thread_id);
CREATE TRIGGER drafts_left AFTER UPDATE OF left_at ON members WHEN NEW.left_at IS NOT NULL BEGIN
  DELETE FROM drafts WHERE member_id = NEW.id;
END;

-- The answers that the team has saved. Of one that was deleted its number stays, so that an open desk hears of it.
CREATE TABLE saved_answers (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  rev INTEGER NOT NULL,
  -- The number of its last change among those of all saved answers.
  changed INTEGER NOT NULL UNIQUE,
  -- BLAKE2b-256 of the envelope.
  digest BLOB CHECK (length(digest) = 32),
  sealed BLOB,
  CHECK ((digest IS NULL) = (sealed IS NULL))
) STRICT;

-- What was passed on to another centre, by a code like a receipt's. To whom and what stands inside.
CREATE TABLE handoffs (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  thread_id TEXT NOT NULL REFERENCES threads (id) ON DELETE CASCADE,
  member_id TEXT NOT NULL REFERENCES members (id),
  -- Of the mailbox of its code, as threads have them.
  mailbox_hash BLOB NOT NULL UNIQUE CHECK (length(mailbox_hash) = 32),
  salt BLOB NOT NULL CHECK (length(salt) = 44),
  made_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL CHECK (expires_at > made_at),
  -- When the other centre first read it, and when it said that it has it.
  opened_at INTEGER,
  accepted_at INTEGER,
  revoked_at INTEGER,
  -- BLAKE2b-256 of both envelopes, one behind the other.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  -- The same for the centre itself, which keeps what left it and who agreed.
  own BLOB NOT NULL,
  -- For the other centre. Emptied when it is revoked or has expired.
  sealed BLOB,
  CHECK (accepted_at IS NULL OR (opened_at IS NOT NULL AND revoked_at IS NULL)),
  CHECK (revoked_at IS NULL OR sealed IS NULL)
) STRICT;
CREATE INDEX handoffs_of_thread ON handoffs (thread_id, made_at);
CREATE INDEX handoffs_expiry ON handoffs (expires_at) WHERE sealed IS NOT NULL;
-- What becomes of a handoff is a change of its thread, which every open desk sees.
CREATE TRIGGER handoffs_came AFTER INSERT ON handoffs BEGIN
  UPDATE threads SET changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = NEW.thread_id;
END;
CREATE TRIGGER handoffs_changed AFTER UPDATE ON handoffs
WHEN (NEW.opened_at, NEW.accepted_at, NEW.revoked_at) IS NOT (OLD.opened_at, OLD.accepted_at, OLD.revoked_at) BEGIN
  UPDATE threads SET changed = (SELECT n + 1 FROM changes WHERE one = 1) WHERE id = NEW.thread_id;
END;

-- By what members are rung: a device that takes Web Push, or a telephone. Where it is lies sealed under a secret of the
-- worker's: this table alone names no number and no device.
CREATE TABLE bell_ways (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  member_id TEXT NOT NULL REFERENCES members (id) ON DELETE CASCADE,
  channel TEXT NOT NULL CHECK (channel IN ('push', 'call')),
  made_at INTEGER NOT NULL,
  -- The last ring that went out by it: when, and when it arrived on the device, which only a push tells.
  ring_id TEXT UNIQUE CHECK (length(ring_id) = 22),
  rung_at INTEGER,
  arrived_at INTEGER,
  -- Whether that was tried by its member, and rang for nothing that waits.
  trial INTEGER NOT NULL DEFAULT 0 CHECK (trial IN (0, 1)),
  -- When its member was last seen to answer a ring.
  proved_at INTEGER,
  address BLOB NOT NULL,
  CHECK ((ring_id IS NULL) = (rung_at IS NULL))
) STRICT;
CREATE INDEX bell_ways_member ON bell_ways (member_id);

-- Who has duty when, as it was said: of two rows for the same time and rank the later (`n`) counts. Without a member it is
-- nobody's.
CREATE TABLE duty (
  n INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length(id) = 22),
  rank TEXT NOT NULL CHECK (rank IN ('first', 'backup')),
  member_id TEXT REFERENCES members (id) ON DELETE SET NULL,
  from_at INTEGER NOT NULL,
  until_at INTEGER NOT NULL CHECK (until_at > from_at),
  said_by TEXT REFERENCES members (id) ON DELETE SET NULL,
  said_at INTEGER NOT NULL
) STRICT;
CREATE INDEX duty_until ON duty (until_at);

-- On which day the coordinator was last told that duty has a gap: one row.
CREATE TABLE duty_told (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  day INTEGER NOT NULL
) STRICT;
INSERT INTO duty_told (one, day) VALUES (1, 0);
-- What members did: of each a trail of links, in which every one names the one before (src/protocol/wire/audit-link.ts).
-- A link tells of no thread and outlives all of them.
CREATE TABLE audit (
  n INTEGER PRIMARY KEY,
  member_id TEXT NOT NULL REFERENCES members (id),
  -- Its number in the trail.
  seq INTEGER NOT NULL CHECK (seq > 0),
  -- BLAKE2b-256 of the link.
  digest BLOB NOT NULL CHECK (length(digest) = 32),
  link BLOB NOT NULL,
  UNIQUE (member_id, seq)
) STRICT;
-- Bytes 21 to 52 of a link are the digest of the one before. Whatever came in the same batch is undone too.
CREATE TRIGGER audit_next BEFORE INSERT ON audit
WHEN NEW.seq <> 1 + coalesce((SELECT max(seq) FROM audit WHERE member_id = NEW.member_id), 0)
  OR substr(NEW.link, 21, 32) IS NOT
    coalesce((SELECT digest FROM audit WHERE member_id = NEW.member_id AND seq = NEW.seq - 1), zeroblob(32))
BEGIN
  SELECT RAISE(ABORT, 'a link is the next of its trail');
END;
CREATE TRIGGER audit_stays BEFORE UPDATE ON audit BEGIN
  SELECT RAISE(ABORT, 'a link stays as it is');
END;

-- What it was that a link stands for, sealed. It goes with its thread, where it is about one.
CREATE TABLE acts (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  n INTEGER NOT NULL UNIQUE REFERENCES audit (n),
  thread_id TEXT REFERENCES threads (id) ON DELETE CASCADE,
  sealed BLOB NOT NULL
) STRICT;
CREATE INDEX acts_of_thread ON acts (thread_id);

-- For how many days a closed thread is kept, more or less: one row.
CREATE TABLE retention (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  days INTEGER NOT NULL CHECK (days BETWEEN 14 AND 365),
  rev INTEGER NOT NULL,
  changed_by TEXT REFERENCES members (id) ON DELETE SET NULL,
  changed_at INTEGER
) STRICT;
INSERT INTO retention (one, days, rev) VALUES (1, 90, 0);

-- Which closed threads a member deleted for good of late: an open desk that still had one is told that nobody else did it.
CREATE TABLE purged (
  id TEXT PRIMARY KEY CHECK (length(id) = 22),
  at INTEGER NOT NULL,
  changed INTEGER NOT NULL UNIQUE
) STRICT;
CREATE INDEX purged_old ON purged (at);
CREATE TRIGGER purged_came AFTER INSERT ON purged BEGIN
  UPDATE changes SET n = max(n, NEW.changed) WHERE one = 1;
END;

-- How many closed threads were deleted on which day (days since 1970).
CREATE TABLE purges (
  day INTEGER PRIMARY KEY,
  count INTEGER NOT NULL
) STRICT;

CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value BLOB NOT NULL
) STRICT;
-- Authenticates sign-in challenges, and makes up salts for names that nobody has.
INSERT INTO settings (key, value) VALUES ('sign_in_pepper', randomblob(32));
