"""Nightly run of Winnow as an Airflow DAG (Airflow 2.4 or later).

The logical date of the DAG run is Winnow's --date and part of its --runId, so a cleared task, a backfill or a retry
replaces the run of that day instead of adding one. Only exit codes that a retry can cure are retried.
"""

from __future__ import annotations

import os
import subprocess
from datetime import datetime, timedelta

from airflow.decorators import dag, task
from airflow.exceptions import AirflowException, AirflowFailException, AirflowSkipException

WINNOW = os.environ.get("WINNOW", "/opt/winnow/winnow")
INPUT = os.environ.get("WINNOW_INPUT", "/srv/winnow/in")
OUTPUT = os.environ.get("WINNOW_OUTPUT", "/srv/winnow/out")
ARGS = os.environ.get("WINNOW_ARGS", "/etc/winnow/nightly.args")

# What each exit code means for the scheduler; a code that is not here, such as that of a kill, is retried.
NO_RETRY = {
    2: "wrong usage or configuration: mend the options",
    4: "a quality gate or the ledger refused to publish: look at OUTPUT/_refused and the log above",
}
NOTHING_TO_DO = {3: "no file matched the input"}
RETRY = {1: "the run failed; nothing was published", 5: "another run holds the output"}


def curate(ds: str) -> str:
    """Runs one day and returns Winnow's last line; the log goes to the task's log line by line."""
    # A list, not a shell line: nothing in a path or a date is interpreted.
    command = [
        WINNOW,
        "curate",
        "--no-build",
        f"@{ARGS}",
        f"--input={INPUT}",
        f"--output={OUTPUT}",
        f"--runId=d{ds}",
        f"--date={ds}",
    ]
    last = ""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, encoding="utf-8", errors="replace"
    ) as process:
        try:
            for line in process.stdout:
                last = line.rstrip("\n")
                print(last, flush=True)
        except BaseException:
            # The task was cleared or timed out: a killed run publishes nothing, the next one cleans up.
            process.kill()
            raise
    code = process.returncode
    if code == 0:
        return last
    if code in NO_RETRY:
        raise AirflowFailException(f"winnow ended with {code}: {NO_RETRY[code]}")
    if code in NOTHING_TO_DO:
        raise AirflowSkipException(f"winnow ended with {code}: {NOTHING_TO_DO[code]}")
    raise AirflowException(f"winnow ended with {code}: {RETRY.get(code, 'killed or unknown')}")


@dag(
    dag_id="winnow_nightly",
    schedule="30 2 * * *",
    start_date=datetime(2026, 1, 1),
    catchup=False,
    max_active_runs=1,
    default_args={
        "retries": 3,
        "retry_delay": timedelta(minutes=10),
        # More than --maxRunTime and --lockWait together.
        "execution_timeout": timedelta(hours=5),
    },
    tags=["winnow"],
)
def winnow_nightly():
    task(task_id="curate")(curate)("{{ ds }}")


winnow_nightly()
