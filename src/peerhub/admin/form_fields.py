"""The form of a kind of record, made from the schema that editors of YAML have as well."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from peerhub.catalogue.kinds import Kind
from peerhub.catalogue.schemas import model_schema

Field = dict[str, Any]
"""A field, as JSON for the page. `widget` says what it is: "text", "number", "day", "yes-no",
"choice", "many" (ticks), "list" (of `item`), "group" (of `fields`), "either" (of `options`).
"named" has an `item` for each name. `choices` are its answers, or `of` names the list of records
whose ids they are."""

TONGUES = {"cy": "in Welsh", "gd": "in Gaelic"}
FORMATS = {"date": "day"}
TYPES = {"string": "text", "integer": "number", "boolean": "yes-no"}
LATE = ("translation", "checked_by", "checked_on", "checked_words", "owner", "review_by")
"""The fields that stand last in a form: who looks after a record, and who signed it off."""
CARRIED = {
    "pattern": "pattern",
    "patternErrorMessage": "wording",
    "errorMessage": "wording",
    "maxLength": "longest",
    "minimum": "least",
    "maximum": "most",
}
"""What a form says of a field as its schema does, by the word of the schema."""


def form_of(kind: Kind) -> Field:
    """Return the form of a kind of record: a group of fields."""
    schema = model_schema(kind.model)
    held = {f"/{name.replace('.', '/')}": key for name, key in kind.links.items()}
    if kind.is_reviewed:
        held["/owner"] = "owners"
    return _Reader(schema.get("definitions", {}), held).field("", schema, "")


def label_of(name: str) -> str:
    """Return what a field is called in a form: "last_checked" is "Last checked"."""
    words = name.rstrip("_").split("_")
    if len(words) > 1 and words[-1] in TONGUES:
        words[-1] = TONGUES[words[-1]]
    said = " ".join(words)
    return said[:1].upper() + said[1:]


def _is_late(field: Field) -> bool:
    """Say whether a field stands after all that a record is about."""
    return field["name"] in LATE


class _Reader:
    """Reads a schema; `links` says which fields hold the ids of which list."""

    def __init__(self, parts: Mapping[str, Any], links: Mapping[str, str]) -> None:
        self.parts = parts
        self.links = links

    def field(self, name: str, given: Mapping[str, Any], path: str) -> Field:
        """Return a field of a schema; `path` is that of its names, as "/days/items"."""
        schema = self._followed(given)
        found: Field = {"name": name, "label": label_of(name)}
        if schema.get("description"):
            found["help"] = schema["description"]
        found |= {ours: schema[word] for word, ours in CARRIED.items() if word in schema}
        return found | self._widget(schema, path)

    def _widget(self, schema: Mapping[str, Any], path: str) -> Field:
        options = schema.get("oneOf") or schema.get("anyOf")
        if options:
            return {"widget": "either", "options": [self._option(one, path) for one in options]}
        if isinstance(schema.get("additionalProperties"), Mapping):
            return self._named(schema, path)
        if schema.get("type") == "object":
            needed = schema.get("required", ())
            fields = [
                {**self.field(name, one, f"{path}/{name}"), "needed": name in needed}
                for name, one in schema.get("properties", {}).items()
            ]
            return {"widget": "group", "fields": sorted(fields, key=_is_late)}
        if schema.get("type") == "array":
            item = self.field("", schema.get("items", {"type": "string"}), path)
            if "choices" in item:
                return {"widget": "many", "choices": item["choices"]}
            return {"widget": "list", "item": item}
        if path in self.links:
            return {"widget": "choice", "of": self.links[path]}
        choices = schema.get("enum") or ([schema["const"]] if "const" in schema else None)
        if choices:
            return {"widget": "choice", "choices": list(choices)}
        kind = str(schema.get("type", "string"))
        return {"widget": FORMATS.get(schema.get("format", ""), TYPES.get(kind, "text"))}

    def _named(self, schema: Mapping[str, Any], path: str) -> Field:
        """Return a field that holds values by names of their own, such as words by language."""
        inner = f"{path}/*"
        found: Field = {
            "widget": "named",
            "item": self.field("", schema["additionalProperties"], inner),
        }
        names = schema.get("propertyNames", {}).get("enum")
        if names:
            found["choices"] = list(names)
        elif inner in self.links:
            found["of"] = self.links[inner]
        return found

    def _option(self, given: Mapping[str, Any], path: str) -> Field:
        """Return one of several shapes of a value, called by the key that only it has."""
        field = self.field("", given, path)
        if field["widget"] == "group":
            needed = [one["name"] for one in field["fields"] if one["needed"]]
            field["label"] = label_of(needed[0]) if needed else "Part"
        else:
            field["label"] = "Words"
        return field

    def _followed(self, schema: Mapping[str, Any]) -> Mapping[str, Any]:
        """Return a schema with what it leads to; its own words go before those."""
        lead = schema.get("$ref") or next((one["$ref"] for one in schema.get("allOf", ())), None)
        if not lead:
            return schema
        own = {key: value for key, value in schema.items() if key not in ("$ref", "allOf")}
        return {**self.parts[lead.rpartition("/")[2]], **own}
