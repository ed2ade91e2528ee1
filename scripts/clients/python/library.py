"""What a program with python-gitlab does to a GitLab; one line of JSON for each call.

The arguments are the address of the simulated GitLab, the access token and the trigger token.
"""

import io
import json
import sys
import urllib.request
import zipfile

import gitlab

url, access, trigger = sys.argv[1:]
gl = gitlab.Gitlab(url, private_token=access)


def control(path, body):
    request = urllib.request.Request(f"{url}/-/simulator{path}", data=json.dumps(body).encode(), method="POST")
    urllib.request.urlopen(request).read()


def check(what, call, holds=lambda value: True):
    try:
        value = call()
        fault = None if holds(value) else f"gave {value!r}"
    except Exception as error:  # A client may fail in any way; each is told.
        value, fault = None, f"{type(error).__name__}: {error}"
    print(json.dumps({"what": what, "faults": [] if fault is None else [fault]}), flush=True)
    return value


def refused(call, error, text):
    try:
        call()
    except error as raised:
        return text in str(raised)
    return False


check("auth", gl.auth)
check("user", lambda: gl.user.username, lambda name: name == "ada")
check("version", gl.version, lambda pair: pair[0].startswith("19.3"))
check("a wrong token", lambda: refused(gitlab.Gitlab(url, private_token="x").auth, gitlab.GitlabAuthenticationError, "401"), bool)
check("projects.list", lambda: gl.projects.list(get_all=True), lambda all: [p.id for p in all] == [42])
check("projects.list search", lambda: gl.projects.list(search="app", get_all=True), len)
check("personal_access_tokens.get self", lambda: gl.personal_access_tokens.get("self"), lambda token: token.active)
project = check("projects.get by path", lambda: gl.projects.get("group/app"), lambda p: p.id == 42)
check("projects.get by id", lambda: gl.projects.get(42), lambda p: p.path_with_namespace == "group/app")
check("projects.get missing", lambda: refused(lambda: gl.projects.get(9), gitlab.GitlabGetError, "404"), bool)

check("branches.list", lambda: project.branches.list(get_all=True), lambda all: {b.name for b in all} == {"main", "feature/x", "fails"})
check("branches.get", lambda: project.branches.get("feature/x"), lambda b: b.name == "feature/x")
check("tags.list", lambda: project.tags.list(get_all=True), lambda all: [t.name for t in all] == ["v1"])
check("tags.get", lambda: project.tags.get("v1"), lambda t: t.name == "v1")
commit = check("commits.get", lambda: project.commits.get("main"), lambda c: len(c.id) == 40)
check("files.get", lambda: project.files.get(".gitlab-ci.yml", ref="main"), lambda f: len(f.decode()) > 0)
check("files.raw", lambda: project.files.raw(".gitlab-ci.yml", ref="main"), len)
check("ci_lint.get", lambda: project.ci_lint.get(), lambda lint: lint.valid)
check("ci_lint.create", lambda: project.ci_lint.create({"content": "unit: {script: make}"}), lambda lint: lint.valid)
check("ci_lint.validate", lambda: project.ci_lint.validate({"content": "unit: {script: make}"}))

started = check("trigger_pipeline", lambda: project.trigger_pipeline("main", trigger, variables={"A": "1"}), lambda p: p.ref == "main")
check("trigger_pipeline with a wrong token", lambda: refused(lambda: project.trigger_pipeline("main", "x"), gitlab.GitlabCreateError, "404"), bool)
check("trigger_pipeline on no ref", lambda: refused(lambda: project.trigger_pipeline("gone", trigger), gitlab.GitlabCreateError, "Reference not found"), bool)
made = check("pipelines.create", lambda: project.pipelines.create({"ref": "main", "variables": [{"key": "B", "value": "2"}]}), lambda p: p.source == "api")
for number in range(25):
    project.trigger_pipeline("fails", trigger)
control("/clock", {"advance": "15s"})
check("pipelines.list all pages", lambda: project.pipelines.list(per_page=5, get_all=True), lambda all: len({p.id for p in all}) >= 27)
check("pipelines.list iterator", lambda: list(project.pipelines.list(per_page=5, iterator=True)), lambda all: len(all) >= 27)
check("pipelines.list filtered", lambda: project.pipelines.list(ref="main", source="api", get_all=True), lambda all: [p.id for p in all] == [made.id])
check("pipelines.get", lambda: project.pipelines.get(started.id), lambda p: p.status == "running")
check("pipelines.latest", lambda: project.pipelines.latest(ref="main"), lambda p: p.id == made.id)
pipeline = project.pipelines.get(started.id)
check("pipeline.variables", lambda: pipeline.variables.list(get_all=True), lambda all: "A" in {v.key for v in all})
check("pipeline.jobs", lambda: pipeline.jobs.list(get_all=True), lambda all: {j.name for j in all} == {"compile", "unit", "publish"})
check("pipeline.bridges", lambda: pipeline.bridges.list(get_all=True), lambda all: [b.name for b in all] == ["children"])
check("pipeline.test_report", lambda: pipeline.test_report.get(), lambda report: report.total_count >= 0)
check("pipeline.test_report_summary", lambda: pipeline.test_report_summary.get(), lambda report: report.total)
control("/clock", {"advance": "1m"})
check("pipeline refresh", lambda: (pipeline.refresh(), pipeline.status)[1], lambda status: status == "manual")
jobs = {j.name: j for j in pipeline.jobs.list(get_all=True)}
job = check("jobs.get", lambda: project.jobs.get(jobs["compile"].id), lambda j: j.status == "success")
check("jobs.list", lambda: project.jobs.list(per_page=7, get_all=True), lambda all: len({j.id for j in all}) > 20)
check("jobs.list scope", lambda: project.jobs.list(scope=["failed"], get_all=True), lambda all: {j.status for j in all} == {"failed"})
check("jobs.list keyset", lambda: project.jobs.list(pagination="keyset", order_by="id", sort="desc", per_page=7, get_all=True), lambda all: len({j.id for j in all}) > 20)
check("jobs.list keyset ascending", lambda: refused(lambda: project.jobs.list(pagination="keyset", order_by="id", sort="asc", get_all=False), gitlab.GitlabListError, "405"), bool)
check("job.trace", job.trace, lambda log: b"made it" in log)
check("job.artifacts", lambda: zipfile.ZipFile(io.BytesIO(job.artifacts())).namelist(), lambda names: "app.env" in names)
check("job.artifact", lambda: job.artifact("app.env"), lambda text: text == b"IMAGE_TAG=1.4.2")
check("publish.play", lambda: project.jobs.get(jobs["publish"].id).play())
control("/clock", {"advance": "1m"})
check("pipeline ended", lambda: (pipeline.refresh(), pipeline.status)[1], lambda status: status == "success")
check("artifacts.download by ref", lambda: project.artifacts.download(ref_name="main", job="compile"), lambda zipped: zipped[:2] == b"PK")
check("artifacts.raw by ref", lambda: project.artifacts.raw("main", "out/a.txt", "compile"), lambda text: text == b"A")
check("job.keep_artifacts", job.keep_artifacts)
check("job.delete_artifacts", job.delete_artifacts)
check("job.retry", job.retry, lambda again: again["id"] != job.id)
check("job.erase", job.erase)
failing = project.pipelines.list(ref="fails", get_all=False)[0]
check("pipeline.retry", failing.retry, lambda again: again["status"] in ("pending", "running"))
check("pipeline.cancel", failing.cancel)
check("commit.statuses.create", lambda: commit.statuses.create({"state": "success", "name": "outside"}), lambda s: s.status == "success")
check("commit.statuses.list", lambda: commit.statuses.list(get_all=True), lambda all: "outside" in {s.name for s in all})
check("pipeline.delete", failing.delete)

token = check("triggers.create", lambda: project.triggers.create({"description": "new"}), lambda t: len(t.token) > 20)
check("triggers.list", lambda: project.triggers.list(get_all=True), lambda all: {t.description for t in all} == {"clients", "new"})
check("triggers.get", lambda: project.triggers.get(token.id), lambda t: t.description == "new")


def renamed():
    token.description = "other"
    token.save()
    return project.triggers.get(token.id).description


check("trigger.save", renamed, lambda description: description == "other")
check("trigger.delete", token.delete)
check("job token", lambda: gitlab.Gitlab(url, job_token="clients-job-token").projects.get(42, lazy=True).trigger_pipeline("main", "clients-job-token"))
