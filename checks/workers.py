"""Jobs spread over several browsers: each answered, in the order of jobs, whatever a page does to its browser."""

from __future__ import annotations

import queue
import threading
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from checks.browser import Browser, BrowserFault, BrowserMissing, PageHangs

Job = TypeVar("Job")
Answer = TypeVar("Answer")


@dataclass
class Workers(Generic[Job, Answer]):
    """`work(browser, job)` for every job.

    A browser that dies is replaced and the job tried once more; then `give_up(job, reason)` is its answer. A page that
    hangs would hang again, so it is given up at once. With a job that was given up goes every later one of the same
    `subject(job)`.
    """

    start: Callable[[], Browser]
    work: Callable[[Browser, Job], Answer]
    give_up: Callable[[Job, str], Answer]
    size: int
    subject: Callable[[Job], Hashable] = id
    version: str = ""
    _missing: list[BrowserMissing] = field(default_factory=list)
    _broken: list[BaseException] = field(default_factory=list)
    _given_up: dict[Hashable, str] = field(default_factory=dict)
    _stop: threading.Event = field(default_factory=threading.Event)

    def run(self, jobs: Sequence[Job]) -> list[Answer]:
        """Raise BrowserMissing if no browser can be started, and whatever else `work` raises as it is."""
        waiting: queue.SimpleQueue[tuple[int, Job]] = queue.SimpleQueue()
        for numbered in enumerate(jobs):
            waiting.put(numbered)
        answers: dict[int, Answer] = {}
        size = max(1, min(self.size, len(jobs)))
        ended: queue.SimpleQueue[None] = queue.SimpleQueue()
        threads = [threading.Thread(target=self._serve, args=(waiting, answers, ended)) for _ in range(size)]
        for thread in threads:
            thread.start()
        try:
            for _ in threads:  # not `join`: when Ctrl-C interrupts that, Python takes a running thread for ended
                ended.get()
        finally:  # after Ctrl-C too every browser ends its page and closes
            self._stop.set()
            for thread in threads:
                thread.join()
        for fault in (*self._broken, *self._missing):
            raise fault
        return [answers[number] for number in range(len(jobs))]

    def _serve(
        self,
        waiting: queue.SimpleQueue[tuple[int, Job]],
        answers: dict[int, Answer],
        ended: queue.SimpleQueue[None],
    ) -> None:
        browser: Browser | None = None
        try:
            while not self._stop.is_set():
                try:
                    number, job = waiting.get_nowait()
                except queue.Empty:
                    return
                browser, answers[number] = self._answer(browser, job)
        except BrowserMissing as missing:
            self._missing.append(missing)
            self._stop.set()
        except BaseException as fault:  # a thread must not die in silence: `run` raises this
            self._broken.append(fault)
            self._stop.set()
        finally:
            if browser:
                browser.close()
            ended.put(None)

    def _answer(self, browser: Browser | None, job: Job) -> tuple[Browser | None, Answer]:
        subject = self.subject(job)
        reason = ""
        for _ in range(2):
            if subject in self._given_up:
                return browser, self.give_up(job, self._given_up[subject])
            try:
                browser = browser or self.start()
                self.version = browser.version
                return browser, self.work(browser, job)
            except BaseException as fault:
                if browser:
                    browser.close()
                if not isinstance(fault, BrowserFault):
                    raise
                browser, reason = None, str(fault)
                if isinstance(fault, PageHangs):
                    break
        self._given_up[subject] = reason
        return browser, self.give_up(job, reason)
