"""Workers: every job answered in order, browsers replaced, faults and Ctrl-C not swallowed."""

from __future__ import annotations

import time
from typing import cast

import pytest

from checks.browser import Browser, BrowserFault, BrowserMissing, PageHangs
from checks.workers import Workers
from tests.checks.fakes import FakeBrowser, fake_browser


def test_answers_come_in_the_order_of_the_jobs() -> None:
    def work(browser: Browser, job: int) -> int:
        time.sleep(0.01 if job % 3 else 0.03)
        return job * job

    crew = Workers(fake_browser, work, lambda job, reason: -1, 3)
    assert crew.run(range(20)) == [job * job for job in range(20)]


def test_all_browsers_are_closed_and_no_more_start_than_there_are_jobs() -> None:
    started: list[FakeBrowser] = []

    def start() -> Browser:
        started.append(FakeBrowser())
        return cast(Browser, started[-1])

    Workers(start, lambda browser, job: job, lambda job, reason: -1, 8).run([1, 2])
    assert 1 <= len(started) <= 2
    assert all(browser.closed for browser in started)


def test_a_job_is_tried_twice_and_then_given_up() -> None:
    tries: list[int] = []

    def work(browser: Browser, job: int) -> str:
        tries.append(job)
        if job == 2:
            raise BrowserFault("it died")
        return "done"

    crew = Workers(fake_browser, work, lambda job, reason: f"gave up: {reason}", 1)
    assert crew.run([1, 2, 3]) == ["done", "gave up: it died", "done"]
    assert tries == [1, 2, 2, 3]


def test_a_job_that_hangs_is_given_up_at_once_with_all_of_its_subject() -> None:
    tries: list[str] = []

    def work(browser: Browser, job: str) -> str:
        tries.append(job)
        if job.startswith("b"):
            raise PageHangs("no answer")
        return "done"

    crew = Workers(fake_browser, work, lambda job, reason: reason, 1, subject=lambda job: job[0])
    assert crew.run(["a1", "b1", "a2", "b2", "c1"]) == ["done", "no answer", "done", "no answer", "done"]
    assert tries == ["a1", "b1", "a2", "c1"]


@pytest.mark.parametrize("fault", [BrowserMissing("install one"), KeyError("a mistake of ours")])
def test_other_faults_come_out(fault: Exception) -> None:
    def start() -> Browser:
        raise fault

    with pytest.raises(type(fault)):
        Workers(start, lambda browser, job: job, lambda job, reason: -1, 2).run([1, 2, 3])
