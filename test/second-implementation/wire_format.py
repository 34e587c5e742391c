"""The wire format, second version, as docs/wire-format.md describes it, with PyNaCl and Python's own library alone.

Nothing here was taken from the project's code: what this opens, anybody can open with the document in hand.
"""

import base64
import hashlib
import json
import unicodedata
from dataclasses import dataclass

from nacl.bindings import crypto_sign_seed_keypair
from nacl.exceptions import BadSignatureError, CryptoError
from nacl.public import Box, PrivateKey, PublicKey, SealedBox
from nacl.pwhash import argon2id
from nacl.secret import SecretBox
from nacl.signing import VerifyKey

KIB = 1024
BUCKETS = [1 * KIB, 2 * KIB, 4 * KIB, 8 * KIB, 16 * KIB, 32 * KIB, 64 * KIB]
SEALED, BOXED = 0x01, 0x02
OVERHEAD = {SEALED: 48, BOXED: 104}
FIRST_KINDS = {"referral", "request", "drill"}


class Fault(Exception):
    """Why something does not open, by the code that the document gives it."""


def unbase64url(text):
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def base64url(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def blake2b(data, key=b""):
    return hashlib.blake2b(data, digest_size=32, key=key).digest()


def digest_of(envelope):
    return base64url(blake2b(envelope))


@dataclass
class CentreKey:
    """A centre key: an X25519 pair and an Ed25519 pair with one id."""

    secret: PrivateKey
    signing: bytes

    @property
    def public(self):
        return bytes(self.secret.public_key)

    @property
    def whole(self):
        return blake2b(self.public + self.signing)

    @property
    def key_id(self):
        return self.whole[:8]

    @property
    def fingerprint(self):
        runs = [self.whole[start : start + 5] for start in range(0, 30, 5)]
        return " ".join(f"{int.from_bytes(run, 'big') % 100_000:05d}" for run in runs)


def passphrase_text(typed):
    """A passphrase in its one spelling; a drawn one is twelve syllables in four groups of three."""
    text = " ".join(unicodedata.normalize("NFKC", typed).split())
    letters = text.replace(" ", "").replace("-", "").lower()
    syllables = [letters[at : at + 2] for at in range(0, len(letters), 2)]
    drawn = len(letters) == 24 and all(a in "bdfgjklmnprstvwz" and b in "aeiou" for a, b in syllables)
    return " ".join(letters[at : at + 6] for at in range(0, 24, 6)) if drawn else text


def open_key_file(text, passphrase):
    """The centre's keys, newest first, from a key file."""
    file = json.loads(text)
    kdf = file["kdf"]
    stretched = argon2id.kdf(
        64,
        passphrase_text(passphrase).encode(),
        unbase64url(kdf["salt"]),
        opslimit=kdf["passes"],
        memlimit=kdf["memoryKiB"] * KIB,
    )
    vault = json.loads(SecretBox(stretched[:32]).decrypt(unbase64url(file["vault"])))
    if vault["v"] != 2:
        raise Fault("vault_version")
    keys = []
    for key in vault["keys"]:
        signing, _ = crypto_sign_seed_keypair(unbase64url(key["signingSeed"]))
        keys.append(CentreKey(PrivateKey(unbase64url(key["secretKey"])), signing))
    for key, described in zip(keys, file["keys"]):
        if key.fingerprint != described["fingerprint"] or base64url(key.key_id) != described["keyId"]:
            raise Fault("fingerprint")
    return keys


def unpad(padded):
    """ISO/IEC 7816-4: one byte 0x80, then zeros."""
    text, mark, zeros = padded.rpartition(b"\x80")
    if len(padded) not in BUCKETS or not mark or zeros.strip(b"\x00"):
        raise Fault("item_malformed")
    return text


def read_outside(envelope):
    version, key_id, box = envelope[0], envelope[1:9], envelope[9:]
    if version not in OVERHEAD:
        raise Fault("envelope_version")
    if len(box) - OVERHEAD[version] not in BUCKETS:
        raise Fault("envelope_size")
    return version, key_id, box


def key_of(keys, key_id):
    for key in keys:
        if key.key_id == key_id:
            return key
    raise Fault("key_unknown")


def read_item(padded, thread, own_id):
    item = json.loads(unpad(padded))
    if item["v"] != 2:
        raise Fault("item_unknown")
    if (item["thread"], item["id"]) != (thread, own_id):
        raise Fault("item_elsewhere")
    return item


def open_sealed(envelope, keys, thread, own_id):
    """What anyone sealed to the centre."""
    version, key_id, box = read_outside(envelope)
    if version != SEALED:
        raise Fault("envelope_version")
    try:
        padded = SealedBox(key_of(keys, key_id).secret).decrypt(box)
    except CryptoError as error:
        raise Fault("box_broken") from error
    return read_item(padded, thread, own_id)


def open_boxed(envelope, keys, other, thread, own_id):
    """What the centre boxed to `other`, an X25519 public key, or to itself where that is None."""
    version, key_id, box = read_outside(envelope)
    if version != BOXED:
        raise Fault("envelope_version")
    key = key_of(keys, key_id)
    try:
        signed = Box(key.secret, PublicKey(other or key.public)).decrypt(box)
    except CryptoError as error:
        raise Fault("box_broken") from error
    signature, padded = signed[:64], signed[64:]
    text = b"PAG-ASA desk item v2\x00" + bytes([version]) + key_id + padded
    try:
        VerifyKey(key.signing).verify(text, signature)
    except BadSignatureError as error:
        raise Fault("signature_broken") from error
    return read_item(padded, thread, own_id)


class Chain:
    """The chain of a thread, message by message."""

    def __init__(self, first):
        self.newest = {"reporter": (0, first), "desk": (0, None)}
        self.known = {"reporter": {first}, "desk": set()}

    def add(self, side, item, digest):
        """What a message shows to be wrong with what lies before it; None for nothing."""
        seq, before = self.newest[side]
        if item["seq"] <= seq:
            return "misplaced"
        self.newest[side] = (item["seq"], digest)
        self.known[side].add(digest)
        if item["seq"] > seq + 1:
            return "missing"
        if item["prev"] != before:
            return "changed"
        other = self.known["desk" if side == "reporter" else "reporter"]
        return "unseen" if item["seen"] and item["seen"] not in other else None


@dataclass
class Link:
    """What of an act remains when its case is gone: its place in the trail of its member."""

    member: str
    seq: int
    prev: str | None
    act: str
    seen: list
    key_id: bytes
    signed: bytes
    signature: bytes
    digest: str


def read_link(raw):
    count = raw[88]
    named = [raw[89 + 52 * at : 141 + 52 * at] for at in range(count)]
    if len(raw) != 89 + 52 * count + 72 or count > 16:
        raise Fault("unreadable")
    seen = [(base64url(one[:16]), int.from_bytes(one[16:20], "big"), base64url(one[20:])) for one in named]
    return Link(
        member=base64url(raw[:16]),
        seq=int.from_bytes(raw[16:20], "big"),
        prev=base64url(raw[20:52]) if raw[20:52].strip(b"\x00") else None,
        act=base64url(raw[52:84]),
        seen=seen,
        key_id=raw[-72:-64],
        signed=raw[:-64],
        signature=raw[-64:],
        digest=digest_of(raw),
    )


def trail_fault(link, before, keys):
    """What is wrong with a link behind the one before of its trail; None for nothing."""
    seq, digest = before
    try:
        VerifyKey(key_of(keys, link.key_id).signing).verify(b"PAG-ASA desk audit v1\x00" + link.signed, link.signature)
    except (BadSignatureError, Fault):
        return "forged"
    if link.seq == seq:
        return "repeated"
    if link.seq != seq + 1:
        return "missing"
    return "changed" if link.prev != digest else None


def unseen_faults(links):
    """What some link has seen that is not there as it was seen, by member and number."""
    there = {(link.member, link.seq): link.digest for link in links}
    last = {}
    for member, seq in there:
        last[member] = max(seq, last.get(member, 0))
    for member, seq, digest in sorted({one for link in links for one in link.seen}):
        if seq > last.get(member, 0):
            yield member, seq, "cut"
        elif (member, seq) in there and there[member, seq] != digest:
            yield member, seq, "forked"
