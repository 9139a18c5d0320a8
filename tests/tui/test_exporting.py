"""The events of the filter in a file, written from the timeline."""

from __future__ import annotations

import json

from tests.helpers.piloted import started, text, until


async def ask(pilot, name):
    await pilot.press("E", *("full_stop" if one == "." else "slash" if one == "/" else one for one in name))
    await pilot.press("enter")


async def test_export_writes_what_the_filter_shows(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with started(address) as (_app, pilot):
        await pilot.press("f", *"delhi", "enter")
        await ask(pilot, "found.json")
        await until(pilot, "1 event written into found.json.")
        events = json.loads((tmp_path / "found.json").read_text(encoding="utf-8"))["events"]
        assert [one["title"] for one in events] == ["Summit in Delhi"]


async def test_export_offers_the_marked_events(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with started(address) as (app, pilot):
        await pilot.press("m", "j", "j", "m", "f", *"clash", "enter", "E")
        assert "m 2 marked events   f 1 event of the filter" in text(app)
        await pilot.press("m", *"chosen.json", "enter")
        await until(pilot, "2 events written into chosen.json.")
        events = json.loads((tmp_path / "chosen.json").read_text(encoding="utf-8"))["events"]
        assert [one["title"] for one in events] == ["Leaders meet in Vladivostok", "Summit in Delhi"]
        await pilot.press("E", "f", *"found.json", "enter")
        await until(pilot, "1 event written into found.json.")


async def test_export_replaces_a_file_only_when_told_twice(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    kept = tmp_path / "kept.md"
    kept.write_text("mine", encoding="utf-8")
    async with started(address) as (_app, pilot):
        await ask(pilot, "kept.md")
        await until(pilot, "kept.md is there already. Enter replaces it.")
        assert kept.read_text(encoding="utf-8") == "mine"
        await pilot.press("enter")
        await until(pilot, "5 events written into kept.md.")
        assert "Summit in Delhi" in kept.read_text(encoding="utf-8")


async def test_export_knows_the_home_folder(address, tmp_path, monkeypatch):
    monkeypatch.setenv("HOME", str(tmp_path))
    async with started(address) as (_app, pilot):
        await ask(pilot, "~/found.md")
        await until(pilot, "5 events written into")
        assert (tmp_path / "found.md").is_file()


async def test_a_name_that_no_file_can_have_is_told(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with started(address) as (app, pilot):
        await ask(pilot, "~nobody-of-that-name/found.md")
        await until(pilot, "~nobody-of-that-name/found.md: No such file or directory")
        await pilot.press("E")
        app.screen.pasted("x" * 300 + ".md")
        await pilot.press("enter")
        await until(pilot, "Cannot write: xxx")


async def test_export_asks_for_a_format_and_tells_what_cannot_be_written(address, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    async with started(address) as (app, pilot):
        await ask(pilot, "chronology")
        await until(pilot, "the name does not tell it. End it with one of .csv .html .ics .json .jsonl .md")
        await pilot.press("escape")
        await ask(pilot, "nowhere/x.csv")
        await until(pilot, "nowhere/x.csv: No such file or directory")
        await pilot.press("f", *"zebra", "enter")
        await pilot.press("E")
        assert "There is no event to write." in text(app)
