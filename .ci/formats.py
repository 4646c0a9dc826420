"""formats.py FOLDER   validates the reports in a folder; see .ci/formats."""

import json
import pathlib
import sys

import jsonschema
import xmlschema

folder = pathlib.Path(sys.argv[1])
SEVERITIES = {"info", "minor", "major", "critical", "blocker"}


def read(name):
    return json.loads((folder / name).read_text(encoding="utf-8"))


def told(name, findings):
    print(f"{name}: {findings} findings, valid")
    if not findings:
        sys.exit(f"formats: {name} holds nothing, so nothing was shown")


sarif = read("report.sarif")
jsonschema.validate(sarif, read("package/lib/schemas/sarif-2.1.0-rtm.5.json"))
results = sarif["runs"][0]["results"]
rules = {rule["id"] for rule in sarif["runs"][0]["tool"]["driver"]["rules"]}
assert {result["ruleId"] for result in results} == rules, "the rules are not those of the results"
prints = [result["partialFingerprints"]["pakt/v1"] for result in results]
assert len(set(prints)) == len(prints), "two findings have one fingerprint"
told("sarif", len(results))

schema = next(folder.rglob("junit-10.xsd"))
xmlschema.XMLSchema(str(schema)).validate(str(folder / "report.junit"))
told("junit", (folder / "report.junit").read_text(encoding="utf-8").count("<testcase "))

gitlab = read("report.gitlab")
for entry in gitlab:
    assert entry["description"] and entry["check_name"] and entry["fingerprint"], entry
    assert entry["severity"] in SEVERITIES and entry["location"]["lines"]["begin"] >= 1, entry
    assert not entry["location"]["path"].startswith(("/", "./")), entry
assert len({entry["fingerprint"] for entry in gitlab}) == len(gitlab), "two findings have one fingerprint"
told("gitlab", len(gitlab))

report = read("report.json")
jsonschema.Draft202012Validator.check_schema(read("report.schema.json"))
jsonschema.validate(report, read("report.schema.json"))
told("json", sum(len(entry["findings"]) for entry in report["inputs"]))
