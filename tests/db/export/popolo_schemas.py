"""What the schemas of Popolo 1.0 (popoloproject.com) ask, class by class, said again in today's JSON Schema.

They name the type of each property, the form of dates, and what must be there; more properties are allowed.
Each property that we write was held against the originals (popolo-project/popolo-spec, commit b6225682).
"""

TEXT = {"type": ["string", "null"]}
NUMBER = {"type": ["integer", "null"]}
DATE = {"type": ["string", "null"], "pattern": "^[0-9]{4}(-[0-9]{2}){0,2}$"}
TIME = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$",
}
EVENT_TIME = {
    "type": ["string", "null"],
    "pattern": "^[0-9]{4}((-[0-9]{2}){0,2}|"
    "(-[0-9]{2}){2}T[0-9]{2}(:[0-9]{2}){0,2}(Z|[+-][0-9]{2}(:[0-9]{2})?))$",
}


def array(**properties):
    return {"type": "array", "items": of(**properties)}


def of(required=(), **properties):
    return {"type": "object", "properties": properties, "required": list(required)}


SOURCES = array(required=["url"], url={"type": "string", "format": "uri"}, note=TEXT)
NAMES = array(required=["name"], name={"type": "string"}, start_date=DATE, end_date=DATE, note=TEXT)
IDENTIFIERS = array(required=["identifier"], identifier={"type": "string"}, scheme=TEXT)
COUNTS = array(
    required=["option", "value"], option={"type": "string"}, value={"type": "integer"}, group_id=TEXT
)
VOTES = array(voter_id=TEXT, option=TEXT, group_id=TEXT, role=TEXT, weight={"type": ["number", "null"]})

SCHEMAS = {
    "persons": of(
        id=TEXT, name=TEXT, other_names=NAMES, identifiers=IDENTIFIERS, family_name=TEXT, given_name=TEXT,
        birth_date=DATE, death_date=DATE, gender=TEXT, sources=SOURCES,
    ),
    "organizations": of(
        id=TEXT, name=TEXT, other_names=NAMES, classification=TEXT, parent_id=TEXT, founding_date=DATE,
        dissolution_date=DATE, sources=SOURCES,
    ),
    "memberships": of(
        id=TEXT, label=TEXT, role=TEXT, person_id=TEXT, organization_id=TEXT, on_behalf_of_id=TEXT,
        start_date=DATE, end_date=DATE, sources=SOURCES,
    ),
    "events": of(
        id=TEXT, name=TEXT, start_date=EVENT_TIME, end_date=EVENT_TIME, classification=TEXT,
        organization_id=TEXT, parent_id=TEXT, sources=SOURCES,
    ),
    "motions": of(
        id=TEXT, organization_id=TEXT, legislative_session_id=TEXT, creator_id=TEXT, text=TEXT,
        classification=TEXT, date=TIME, requirement=TEXT, result=TEXT, sources=SOURCES,
    ),
    "speeches": of(
        id=TEXT, creator_id=TEXT, role=TEXT, attribution_text=TEXT, text=TEXT, date=TIME, title=TEXT,
        type=TEXT, event_id=TEXT, position=NUMBER,
        sources=SOURCES,
    ),
    "vote_events": of(
        id=TEXT, organization_id=TEXT, legislative_session_id=TEXT, identifier=TEXT, motion_id=TEXT,
        start_date=TIME, end_date=TIME, result=TEXT, counts=COUNTS, votes=VOTES, sources=SOURCES,
    ),
}  # fmt: skip
