"""Compares what an unpacked archive holds with its SBOM and its list of licences; ends with 1 when they disagree."""

import hashlib
import json
import pathlib
import re
import sys
import zipfile

home = pathlib.Path(sys.argv[1])
sbom = json.loads((home / "winnow.cdx.json").read_text())
components = {f"{c['group']}:{c['name']}:{c['version']}": c for c in sbom["components"] if c["group"] != "io.winnow"}
listed = {}
for line in (home / "licences/THIRD-PARTY.txt").read_text().splitlines():
    found = re.match(r" *((?:\([^)]*\) )+).*\(([^:( ]+:[^: ]+:[^ )]+)( - .*)?\)$", line)
    if found:
        listed[found[2]] = found[1].strip().strip("()")
problems = [f"only in the SBOM: {name}" for name in components.keys() - listed.keys()]
problems += [f"only in THIRD-PARTY.txt: {name}" for name in listed.keys() - components.keys()]

sums = {h["content"] for c in components.values() for h in c["hashes"] if h["alg"] == "SHA-256"}
jars = sorted((home / "lib/launcher").iterdir())
for jar in jars:
    if hashlib.sha256(jar.read_bytes()).hexdigest() not in sums:
        problems.append(f"not in the SBOM: {jar.name}")
if "timestamp" in sbom["metadata"]:
    problems.append("the SBOM has a time, so that no two builds are the same")

others = (home / "licences/OTHERS.txt").read_text()
for name, licence in listed.items():
    _, artifact, version = name.split(":")
    folder = home / f"licences/{artifact}-{version}-jar"
    texts = [file for file in folder.rglob("*") if file.is_file()] if folder.is_dir() else []
    if licence != "Apache-2.0" and not texts and not re.search(rf"^    {re.escape(artifact)} ", others, re.M):
        problems.append(f"no text of its licence, {licence}: {name}")

# Jars within jars, so to say: libraries that contain others, under their own or other names of packages.
within = set()
with zipfile.ZipFile(home / "lib/winnow-job.jar") as job:
    for entry in job.namelist():
        found = re.fullmatch(r"META-INF/maven/([^/]+)/([^/]+)/pom.properties", entry)
        if found:
            within.add(f"{found[1]}:{found[2]}")
named = {name.rsplit(":", 1)[0] for name in components}
within = {name for name in within if name not in named and not name.startswith("io.winnow:")}

print(f"{len(components)} components, {len(jars)} jars beside the job jar, {len(within)} more inside libraries")
if len(sys.argv) > 2:
    print("\n".join(sorted(within)))
print("\n".join(problems))
sys.exit(1 if problems else 0)
