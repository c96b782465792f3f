# SPDX-License-Identifier: MIT
"""Random histories of documents, and the register that holds them. A history is written as it would come about: events are
entered in the order of a file, the day of recording never goes back, and what is told may have happened long ago or be
still to come."""
import dataclasses
import datetime
from xml.sax.saxutils import quoteattr

NAMESPACE = "urn:policydoc:1"
FIRST, LAST = datetime.date(2016, 1, 1), datetime.date(2025, 12, 31)
SLOTS = 40 # so few days that many events fall on the same one

# Kind of event: how often.
KINDS = {"drafted": 4, "consultation-opened": 3, "responded": 1, "decided": 9, "effective": 3, "released": 3,
         "published": 1, "reviewed": 4, "review-started": 1, "superseded": 1, "withdrawn": 2, "archived": 1, "corrected": 5}
OUTCOMES = {"approved": 6, "with-amendments": 2, "rejected": 1, "deferred": 1, "referred-up": 1, None: 2}


@dataclasses.dataclass
class Event:
    id: str
    kind: str
    on: object
    recorded: object = None
    version: object = None
    outcome: object = None
    effective: object = None
    voids: object = None


def pick(rng, weights):
    return rng.choices(list(weights), weights=list(weights.values()))[0]


def any_day(rng):
    span = (LAST - FIRST).days
    return FIRST + datetime.timedelta(days=rng.randrange(SLOTS) * span // (SLOTS - 1))


def less_exact(rng, day):
    return rng.choice([day] * 9 + [(day.year, day.month), (day.year,)])


def event(rng, number, earlier, versions, clock):
    """One more event, entered on the day of the clock."""
    kind = pick(rng, KINDS)
    on = min(any_day(rng), clock) if rng.random() < 0.8 else any_day(rng)
    made = Event(f"e{number}", kind, less_exact(rng, on), clock)
    made.version = rng.choice([None, *range(1, versions + 1), versions])
    if kind == "decided":
        made.outcome = pick(rng, OUTCOMES)
        made.effective = less_exact(rng, any_day(rng)) if rng.random() < 0.3 else None
    if kind == "corrected":
        made.on = clock
        made.version = None
        made.voids = rng.choice(earlier).id if earlier else None
    if made.on == clock and rng.random() < 0.5:
        made.recorded = None # known since the day on which it happened
    return made


def history(rng, first_number):
    versions, events, clock = rng.randint(1, 3), [], FIRST
    for i in range(rng.randint(0, 14)):
        if rng.random() < 0.8:
            clock = max(clock, any_day(rng)) if rng.random() < 0.5 else min(LAST, clock + datetime.timedelta(days=rng.randrange(200)))
        events.append(event(rng, first_number + i, events, versions, clock))
    return versions, events


def written(day):
    if isinstance(day, datetime.date):
        return day.isoformat()
    return "-".join(f"{part:0{4 if i == 0 else 2}}" for i, part in enumerate(day))


def event_xml(event):
    """The attributes in the order of the canonical form matter to no reader, and so not here."""
    names = [("on", event.on), ("recorded", event.recorded), ("effective", event.effective)]
    texts = [(name, written(day)) for name, day in names if day]
    texts += [(name, str(value)) for name, value in [("id", event.id), ("version", event.version), ("outcome", event.outcome),
                                                     ("voids", event.voids)] if value]
    return f"<{event.kind} " + " ".join(f"{name}={quoteattr(text)}" for name, text in texts) + "/>"


def register_xml(histories, most=None):
    """The register of these histories; of each only so many events as `most` says."""
    out = [f'<register xmlns="{NAMESPACE}" schema-version="1.0"><title>Random histories</title><profile ref="histories"/>']
    for i, (versions, events) in enumerate(histories, 1):
        out.append(f'<document id="d{i}" type="policy"><title>Document {i}</title>')
        out += [f'<version n="{n}"/>' for n in range(1, versions + 1)]
        out.append("<history>" + "\n".join(event_xml(e) for e in events[:most]) + "</history></document>")
    return "\n".join(out) + "</register>\n"
