"""What a reader of DIR sees: every published run whole, or what is wrong. Prints one line; ends with 1 when something is wrong."""
import hashlib
import json
import os
import sys


def places(folder):
    """What is published and where: on a disk by the links, in a bucket (here: its files) by the object that names it."""
    catalog = os.path.join(folder, ".published.json")
    if os.path.isfile(catalog):
        with open(catalog, encoding="utf-8") as f:
            return sorted(("run=" + k, v) for k, v in json.load(f)["published"].items())
    names = sorted(os.listdir(folder) if os.path.isdir(folder) else [])
    return [(name, name) for name in names if name.startswith("run=")]


def left_over(folder):
    """Attempts that are not published; in a bucket a complete one that was replaced stays until the next run begins."""
    attempts = os.path.join(folder, ".runs")
    names = sorted(os.listdir(attempts)) if os.path.isdir(attempts) else []
    if not os.path.isfile(os.path.join(folder, ".published.json")):
        return len(names) - len(places(folder)), 0
    published = {place.split("/")[-1] for _, place in places(folder)}
    others = [n for n in names if n not in published]
    replaced = [n for n in others if os.path.isfile(os.path.join(attempts, n, "manifest.json")) or os.path.isfile(os.path.join(attempts, n, "pack.json"))]
    return len(others) - len(replaced), len(replaced)


def wrong_files(name, run, files):
    problems = []
    for f in files:
        try:
            with open(os.path.join(run, f["path"]), "rb") as data:
                digest = hashlib.sha256(data.read()).hexdigest()
        except OSError as e:
            problems.append(f"{name}: {e}")
            continue
        if digest != f["sha256"]:
            problems.append(f"{name}: {f['path']} has another checksum")
    return problems


def expired(name, run):
    """What is remembered of removed runs."""
    try:
        with open(os.path.join(run, "runs.json"), encoding="utf-8") as f:
            return wrong_files(name, run, json.load(f)["files"])
    except (OSError, ValueError) as e:
        return [f"{name}: no runs.json ({e})"]


def packed(name, place):
    """The runs whose rows lie in a pack."""
    try:
        with open(os.path.join(place, "pack.json"), encoding="utf-8") as f:
            pack = json.load(f)
    except (OSError, ValueError) as e:
        return [], [f"{name}: no pack.json ({e})"]
    files = [f for d in pack["datasets"].values() for f in d["files"]] + pack["pages"]
    return [(run, name[4:]) for run in pack["runs"]], wrong_files(name, place, files)


def check(folder):
    runs, problems, packs = [], [], {}
    for name, place in places(folder):
        if name.startswith("run=PACK-"):
            of_pack, wrong = packed(name, os.path.join(folder, place))
            packs.update(of_pack)
            problems += wrong
    for name, place in places(folder):
        run = os.path.join(folder, place)
        if name.startswith("run=PACK-"):
            continue
        if name == "run=EXPIRED":
            problems += expired(name, run)
            continue
        try:
            with open(os.path.join(run, "manifest.json"), encoding="utf-8") as f:
                manifest = json.load(f)
        except (OSError, ValueError) as e:
            problems.append(f"{name}: no manifest ({e})")
            continue
        files = [f for d in manifest["datasets"].values() for f in d["files"]] + manifest["pages"]
        problems += wrong_files(name, run, files)
        if packs.get(manifest["run_id"]) != manifest.get("pack"):
            problems.append(f"{name}: its manifest names another pack than the one that holds it")
        rows = {d: v["rows"] for d, v in sorted(manifest["datasets"].items())}
        runs.append((manifest["run_id"], rows, {d: v["rows_hash"] for d, v in sorted(manifest["datasets"].items())}))
    return runs, problems


if __name__ == "__main__":
    runs, problems = check(sys.argv[1])
    shown = "; ".join(f"{i}: {r['articles']} articles, {r['duplicates']} duplicates, {r['rejects']} rejects" for i, r, _ in runs)
    left, replaced = left_over(sys.argv[1])
    kept = f"{replaced} replaced attempts, " if replaced else ""
    print((shown or "nothing published") + f"; {kept}{left} unpublished attempts" + ("; WRONG: " + "; ".join(problems) if problems else ""))
    sys.exit(1 if problems else 0)
