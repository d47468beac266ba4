"""What a reader of DIR sees: every published run whole, or what is wrong. Prints one line; ends with 1 when something is wrong."""
import hashlib
import json
import os
import sys


def check(folder):
    runs, problems = [], []
    for name in sorted(os.listdir(folder) if os.path.isdir(folder) else []):
        if not name.startswith("run="):
            continue
        run = os.path.join(folder, name)
        try:
            with open(os.path.join(run, "manifest.json"), encoding="utf-8") as f:
                manifest = json.load(f)
        except (OSError, ValueError) as e:
            problems.append(f"{name}: no manifest ({e})")
            continue
        files = [f for d in manifest["datasets"].values() for f in d["files"]] + manifest["pages"]
        for f in files:
            path = os.path.join(run, f["path"])
            try:
                with open(path, "rb") as data:
                    digest = hashlib.sha256(data.read()).hexdigest()
            except OSError as e:
                problems.append(f"{name}: {e}")
                continue
            if digest != f["sha256"]:
                problems.append(f"{name}: {f['path']} has another checksum")
        rows = {d: v["rows"] for d, v in sorted(manifest["datasets"].items())}
        runs.append((manifest["run_id"], rows, {d: v["rows_hash"] for d, v in sorted(manifest["datasets"].items())}))
    return runs, problems


if __name__ == "__main__":
    runs, problems = check(sys.argv[1])
    shown = "; ".join(f"{i}: {r['articles']} articles, {r['duplicates']} duplicates, {r['rejects']} rejects" for i, r, _ in runs)
    attempts = os.path.join(sys.argv[1], ".runs")
    left = len(os.listdir(attempts)) - len(runs) if os.path.isdir(attempts) else 0
    print((shown or "nothing published") + f"; {left} unpublished attempts" + ("; WRONG: " + "; ".join(problems) if problems else ""))
    sys.exit(1 if problems else 0)
