"""Opens a whole store with the key file, by docs/wire-format.md alone.

    python3 read_store.py STORE.sql KEY_FILE      (the passphrase comes on standard input)

STORE.sql is what `wrangler d1 export` writes. Prints a JSON object a line for each envelope: what is in it, or the code of
what is wrong; for a message also what it shows to be wrong with its thread, for a state what no longer fits it. The exit
code is 1 when anything is wrong.
"""

import json
import sqlite3
import sys

from wire_format import FIRST_KINDS, Chain, Fault, digest_of, open_boxed, open_key_file, open_sealed, read_link
from wire_format import trail_fault, unbase64url, unseen_faults


def rows_of(store, sql, *values):
    store.row_factory = sqlite3.Row
    return store.execute(sql, values).fetchall()


def opened(open_it):
    try:
        return {"item": open_it()}
    except Fault as fault:
        return {"fault": str(fault)}


def read_thread(store, keys, row):
    """Everything of one thread, a dictionary a line."""
    thread = row["id"]
    first = digest_of(row["sealed"])
    line = opened(lambda: open_sealed(row["sealed"], keys, thread, thread))
    if "item" in line and line["item"]["kind"] not in FIRST_KINDS:
        line = {"fault": "item_unknown"}
    yield {"table": "threads", "id": thread, **line}
    if "item" not in line:
        return
    mailbox = line["item"]["mailbox"]
    chain = Chain(first)
    for message in rows_of(store, "SELECT * FROM messages WHERE thread_id = ? ORDER BY rev", thread):
        yield read_message(message, keys, thread, mailbox, chain)
    yield from read_states(store, keys, row, {"first": first, "mailbox": mailbox})


def read_message(row, keys, thread, mailbox, chain):
    line = {"table": "messages", "id": row["id"]}
    if row["author"] == "desk":
        line |= opened(lambda: open_boxed(row["sealed"], keys, unbase64url(mailbox), thread, row["id"]))
    else:
        line |= opened(lambda: open_sealed(row["sealed"], keys, thread, row["id"]))
    item = line.get("item")
    if item is None:
        return line
    if item["kind"] == "message" and item["author"] != row["author"]:
        return {"table": "messages", "id": row["id"], "fault": "item_unknown"}
    if item.get("mailbox", mailbox) != mailbox:
        return {**line, "warning": "other_mailbox"}
    warning = chain.add(row["author"], item, digest_of(row["sealed"]))
    return {**line, "warning": warning} if warning else line


def read_states(store, keys, row, pins):
    """The entries of a thread, and whether its row fits the newest state."""
    state, before = None, None
    for entry in rows_of(store, "SELECT * FROM entries WHERE thread_id = ? ORDER BY seq", row["id"]):
        line = opened(lambda: open_boxed(entry["sealed"], keys, None, row["id"], entry["id"]))
        item = line.get("item")
        if item and item["kind"] == "state":
            if item["seq"] != entry["seq"] or item["prev"] != before:
                line["warning"] = "changed"
            elif item["pins"] != pins:
                line["warning"] = "replaced"
            else:
                state = item
        before = digest_of(entry["sealed"])
        yield {"table": "entries", "id": entry["id"], **line}
    owner = state and state["owner"] and state["owner"]["id"]
    closed = bool(state and state["closed"])
    if row["taken_by"] != owner or (row["state"] == "closed" and not closed):
        yield {"table": "threads", "id": row["id"], "warning": "unfit"}


def read_trails(store, keys):
    """What members did, and what is wrong with the trails of it."""
    sql = "SELECT a.link, d.id, d.thread_id, d.sealed FROM audit a LEFT JOIN acts d ON d.n = a.n ORDER BY a.n"
    links, ends = [], {}
    for row in rows_of(store, sql):
        link = read_link(row["link"])
        line = {"table": "audit", "id": f"{link.member} {link.seq}"}
        if row["id"] is not None:
            place = (row["thread_id"] or row["id"], row["id"])
            line |= opened(lambda: open_boxed(row["sealed"], keys, None, *place))
            if digest_of(row["sealed"]) != link.act:
                line["warning"] = "other"
        warning = trail_fault(link, ends.get(link.member, (0, None)), keys)
        ends[link.member] = (link.seq, link.digest)
        links.append(link)
        yield {**line, "warning": warning} if warning else line
    for member, seq, warning in unseen_faults(links):
        yield {"table": "audit", "id": f"{member} {seq}", "warning": warning}


def main(store_file, key_file):
    keys = open_key_file(open(key_file, encoding="utf-8").read(), sys.stdin.readline().rstrip("\n"))
    store = sqlite3.connect(":memory:")
    store.executescript(open(store_file, encoding="utf-8").read())
    wrong = 0
    for row in rows_of(store, "SELECT * FROM threads ORDER BY received_at, id"):
        for line in read_thread(store, keys, row):
            wrong += "fault" in line or "warning" in line
            print(json.dumps(line, ensure_ascii=False))
    for line in read_trails(store, keys):
        wrong += "fault" in line or "warning" in line
        print(json.dumps(line, ensure_ascii=False))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
