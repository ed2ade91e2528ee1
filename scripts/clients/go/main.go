// What a program with GitLab's own Go client does to a GitLab; one line of JSON for each call.
//
// The arguments are the address of the simulated GitLab, the access token, the trigger token and a job token.
package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"strings"

	gitlab "gitlab.com/gitlab-org/api/client-go"
)

type result struct {
	What   string   `json:"what"`
	Faults []string `json:"faults"`
}

func told(what, fault string) {
	faults := []string{}
	if fault != "" {
		faults = append(faults, fault)
	}
	line, _ := json.Marshal(result{what, faults})
	fmt.Println(string(line))
}

// check tells whether a call gives what it should.
func check[T any](what string, call func() (T, *gitlab.Response, error), holds func(T) bool) T {
	value, _, err := call()
	switch {
	case err != nil:
		told(what, err.Error())
	case !holds(value):
		told(what, fmt.Sprintf("gave %+v", value))
	default:
		told(what, "")
	}
	return value
}

// gone tells whether a call without a result passes.
func gone(what string, call func() (*gitlab.Response, error)) {
	if _, err := call(); err != nil {
		told(what, err.Error())
		return
	}
	told(what, "")
}

// refused tells whether a call fails with this text.
func refused[T any](what, text string, call func() (T, *gitlab.Response, error)) {
	_, _, err := call()
	if err == nil || !strings.Contains(err.Error(), text) {
		told(what, fmt.Sprintf("gave %v", err))
		return
	}
	told(what, "")
}

func passes[T any](T) bool { return true }

func must(client *gitlab.Client, err error) *gitlab.Client {
	if err != nil {
		panic(err)
	}
	return client
}

func main() {
	url, access, trigger, jobToken := os.Args[1], os.Args[2], os.Args[3], os.Args[4]
	git := must(gitlab.NewClient(access, gitlab.WithBaseURL(url), gitlab.WithCustomRetryMax(0)))
	advance := func(span string) {
		body := strings.NewReader(fmt.Sprintf(`{"advance": %q}`, span))
		answer, err := http.Post(url+"/-/simulator/clock", "application/json", body)
		if err != nil {
			panic(err)
		}
		answer.Body.Close()
	}
	const id = 42

	check("CurrentUser", func() (*gitlab.User, *gitlab.Response, error) { return git.Users.CurrentUser() },
		func(user *gitlab.User) bool { return user.Username == "ada" })
	check("GetMetadata", func() (*gitlab.Metadata, *gitlab.Response, error) { return git.Metadata.GetMetadata() },
		func(found *gitlab.Metadata) bool { return strings.HasPrefix(found.Version, "19.3") })
	check("GetVersion", func() (*gitlab.Version, *gitlab.Response, error) { return git.Version.GetVersion() }, passes)
	check("GetSinglePersonalAccessToken", func() (*gitlab.PersonalAccessToken, *gitlab.Response, error) {
		return git.PersonalAccessTokens.GetSinglePersonalAccessToken()
	}, func(token *gitlab.PersonalAccessToken) bool { return token.Active })
	check("ListProjects", func() ([]*gitlab.Project, *gitlab.Response, error) {
		return git.Projects.ListProjects(&gitlab.ListProjectsOptions{Search: gitlab.Ptr("app")})
	}, func(all []*gitlab.Project) bool { return len(all) == 1 && all[0].ID == id })
	check("GetProject by path", func() (*gitlab.Project, *gitlab.Response, error) {
		return git.Projects.GetProject("group/app", nil)
	}, func(project *gitlab.Project) bool { return project.ID == id })
	refused("GetProject missing", "404", func() (*gitlab.Project, *gitlab.Response, error) {
		return git.Projects.GetProject(9, nil)
	})
	check("ListBranches", func() ([]*gitlab.Branch, *gitlab.Response, error) { return git.Branches.ListBranches(id, nil) },
		func(all []*gitlab.Branch) bool { return len(all) == 3 })
	check("GetBranch", func() (*gitlab.Branch, *gitlab.Response, error) { return git.Branches.GetBranch(id, "feature/x") },
		func(branch *gitlab.Branch) bool { return branch.Name == "feature/x" })
	check("ListTags", func() ([]*gitlab.Tag, *gitlab.Response, error) { return git.Tags.ListTags(id, nil) },
		func(all []*gitlab.Tag) bool { return len(all) == 1 })
	commit := check("GetCommit", func() (*gitlab.Commit, *gitlab.Response, error) { return git.Commits.GetCommit(id, "main", nil) },
		func(commit *gitlab.Commit) bool { return len(commit.ID) == 40 })
	check("GetFile", func() (*gitlab.File, *gitlab.Response, error) {
		return git.RepositoryFiles.GetFile(id, ".gitlab-ci.yml", &gitlab.GetFileOptions{Ref: gitlab.Ptr("main")})
	}, func(file *gitlab.File) bool { return file.Size > 0 })
	check("GetRawFile", func() ([]byte, *gitlab.Response, error) {
		return git.RepositoryFiles.GetRawFile(id, ".gitlab-ci.yml", &gitlab.GetRawFileOptions{Ref: gitlab.Ptr("main")})
	}, func(text []byte) bool { return len(text) > 0 })
	check("ProjectLint", func() (*gitlab.ProjectLintResult, *gitlab.Response, error) {
		return git.Validate.ProjectLint(id, &gitlab.ProjectLintOptions{})
	}, func(lint *gitlab.ProjectLintResult) bool { return lint.Valid })
	check("ProjectNamespaceLint", func() (*gitlab.ProjectLintResult, *gitlab.Response, error) {
		return git.Validate.ProjectNamespaceLint(id, &gitlab.ProjectNamespaceLintOptions{Content: gitlab.Ptr("unit: {script: make}")})
	}, func(lint *gitlab.ProjectLintResult) bool { return lint.Valid })

	started := check("RunPipelineTrigger", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.PipelineTriggers.RunPipelineTrigger(id, &gitlab.RunPipelineTriggerOptions{
			Ref: gitlab.Ptr("main"), Token: gitlab.Ptr(trigger), Variables: map[string]string{"A": "1"},
		})
	}, func(pipeline *gitlab.Pipeline) bool { return pipeline.Ref == "main" })
	check("RunPipelineTrigger with inputs", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.PipelineTriggers.RunPipelineTrigger(id, &gitlab.RunPipelineTriggerOptions{
			Ref: gitlab.Ptr("feature/x"), Token: gitlab.Ptr(trigger),
			Inputs: gitlab.PipelineInputsOption{"environment": gitlab.NewPipelineInputValue("production")},
		})
	}, passes)
	refused("RunPipelineTrigger with a wrong token", "404", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.PipelineTriggers.RunPipelineTrigger(id, &gitlab.RunPipelineTriggerOptions{Ref: gitlab.Ptr("main"), Token: gitlab.Ptr("x")})
	})
	check("CreatePipeline", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.Pipelines.CreatePipeline(id, &gitlab.CreatePipelineOptions{Ref: gitlab.Ptr("fails")})
	}, func(pipeline *gitlab.Pipeline) bool { return pipeline.Source == "api" })
	advance("15s")
	check("ListProjectPipelines over pages", func() ([]*gitlab.PipelineInfo, *gitlab.Response, error) {
		all, err := gitlab.ScanAndCollect(func(page gitlab.PaginationOptionFunc) ([]*gitlab.PipelineInfo, *gitlab.Response, error) {
			opt := &gitlab.ListProjectPipelinesOptions{ListOptions: gitlab.ListOptions{PerPage: 1}}
			return git.Pipelines.ListProjectPipelines(id, opt, page)
		})
		return all, nil, err
	}, func(all []*gitlab.PipelineInfo) bool { return len(all) >= 3 })
	check("GetPipeline", func() (*gitlab.Pipeline, *gitlab.Response, error) { return git.Pipelines.GetPipeline(id, started.ID) },
		func(pipeline *gitlab.Pipeline) bool { return pipeline.Status == "running" })
	check("GetLatestPipeline", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.Pipelines.GetLatestPipeline(id, &gitlab.GetLatestPipelineOptions{Ref: gitlab.Ptr("main")})
	}, passes)
	check("GetPipelineVariables", func() ([]*gitlab.PipelineVariable, *gitlab.Response, error) {
		return git.Pipelines.GetPipelineVariables(id, started.ID)
	}, func(all []*gitlab.PipelineVariable) bool { return len(all) == 2 })
	check("UpdatePipelineMetadata", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.Pipelines.UpdatePipelineMetadata(id, started.ID, &gitlab.UpdatePipelineMetadataOptions{Name: gitlab.Ptr("named")})
	}, func(pipeline *gitlab.Pipeline) bool { return pipeline.Name == "named" })
	check("ListPipelineBridges", func() ([]*gitlab.Bridge, *gitlab.Response, error) {
		return git.Jobs.ListPipelineBridges(id, started.ID, nil)
	}, func(all []*gitlab.Bridge) bool { return len(all) == 1 && all[0].DownstreamPipeline != nil })
	advance("1m")
	jobs := map[string]*gitlab.Job{}
	for _, job := range check("ListPipelineJobs", func() ([]*gitlab.Job, *gitlab.Response, error) {
		return git.Jobs.ListPipelineJobs(id, started.ID, &gitlab.ListJobsOptions{IncludeRetried: gitlab.Ptr(true)})
	}, func(all []*gitlab.Job) bool { return len(all) == 3 }) {
		jobs[job.Name] = job
	}
	check("GetPipelineTestReport", func() (*gitlab.PipelineTestReport, *gitlab.Response, error) {
		return git.Pipelines.GetPipelineTestReport(id, started.ID)
	}, func(report *gitlab.PipelineTestReport) bool { return report.TotalCount == 1 })
	check("GetPipelineTestReportSummary", func() (*gitlab.PipelineTestReportSummary, *gitlab.Response, error) {
		return git.Pipelines.GetPipelineTestReportSummary(id, started.ID)
	}, passes)
	compile, publish := jobs["compile"].ID, jobs["publish"].ID
	check("ListProjectJobs by keyset", func() ([]*gitlab.Job, *gitlab.Response, error) {
		all, err := gitlab.ScanAndCollect(func(page gitlab.PaginationOptionFunc) ([]*gitlab.Job, *gitlab.Response, error) {
			opt := &gitlab.ListJobsOptions{ListOptions: gitlab.ListOptions{Pagination: "keyset", PerPage: 2, OrderBy: "id", Sort: "desc"}}
			return git.Jobs.ListProjectJobs(id, opt, page)
		})
		return all, nil, err
	}, func(all []*gitlab.Job) bool { return len(all) > 6 })
	check("GetJob", func() (*gitlab.Job, *gitlab.Response, error) { return git.Jobs.GetJob(id, compile) },
		func(job *gitlab.Job) bool { return job.Status == "success" && len(job.Artifacts) == 3 })
	holds := func(part string) func(reader io.Reader) bool {
		return func(reader io.Reader) bool {
			text, err := io.ReadAll(reader)
			return err == nil && strings.Contains(string(text), part)
		}
	}
	read := func(what, part string, call func() (io.Reader, *gitlab.Response, error)) {
		check(what, call, holds(part))
	}
	read("GetTraceFile", "made it", func() (io.Reader, *gitlab.Response, error) { return git.Jobs.GetTraceFile(id, compile) })
	read("GetJobArtifacts", "app.env", func() (io.Reader, *gitlab.Response, error) { return git.Jobs.GetJobArtifacts(id, compile) })
	read("DownloadSingleArtifactsFile", "A", func() (io.Reader, *gitlab.Response, error) {
		return git.Jobs.DownloadSingleArtifactsFile(id, compile, "out/a.txt")
	})
	check("PlayJob", func() (*gitlab.Job, *gitlab.Response, error) {
		return git.Jobs.PlayJob(id, publish, &gitlab.PlayJobOptions{})
	}, passes)
	advance("1m")
	read("DownloadArtifactsFile", "app.env", func() (io.Reader, *gitlab.Response, error) {
		return git.Jobs.DownloadArtifactsFile(id, "main", &gitlab.DownloadArtifactsFileOptions{Job: gitlab.Ptr("compile")})
	})
	read("DownloadSingleArtifactsFileByTagOrBranch", "IMAGE_TAG", func() (io.Reader, *gitlab.Response, error) {
		return git.Jobs.DownloadSingleArtifactsFileByTagOrBranch(id, "main", "app.env", &gitlab.DownloadArtifactsFileOptions{Job: gitlab.Ptr("compile")})
	})
	check("KeepArtifacts", func() (*gitlab.Job, *gitlab.Response, error) { return git.Jobs.KeepArtifacts(id, compile) }, passes)
	gone("DeleteArtifacts", func() (*gitlab.Response, error) { return git.Jobs.DeleteArtifacts(id, compile) })
	again := check("RetryJob", func() (*gitlab.Job, *gitlab.Response, error) { return git.Jobs.RetryJob(id, compile) },
		func(job *gitlab.Job) bool { return job.ID != compile })
	check("CancelJob", func() (*gitlab.Job, *gitlab.Response, error) { return git.Jobs.CancelJob(id, again.ID) }, passes)
	check("EraseJob", func() (*gitlab.Job, *gitlab.Response, error) { return git.Jobs.EraseJob(id, compile) }, passes)
	check("RetryPipelineBuild", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.Pipelines.RetryPipelineBuild(id, started.ID)
	}, passes)
	check("CancelPipelineBuild", func() (*gitlab.Pipeline, *gitlab.Response, error) {
		return git.Pipelines.CancelPipelineBuild(id, started.ID)
	}, passes)
	check("SetCommitStatus", func() (*gitlab.CommitStatus, *gitlab.Response, error) {
		return git.Commits.SetCommitStatus(id, commit.ID, &gitlab.SetCommitStatusOptions{State: gitlab.Success, Name: gitlab.Ptr("outside")})
	}, func(status *gitlab.CommitStatus) bool { return status.Name == "outside" })
	check("GetCommitStatuses", func() ([]*gitlab.CommitStatus, *gitlab.Response, error) {
		return git.Commits.GetCommitStatuses(id, commit.ID, nil)
	}, func(all []*gitlab.CommitStatus) bool { return len(all) > 0 })
	gone("DeletePipeline", func() (*gitlab.Response, error) { return git.Pipelines.DeletePipeline(id, started.ID) })

	token := check("AddPipelineTrigger", func() (*gitlab.PipelineTrigger, *gitlab.Response, error) {
		return git.PipelineTriggers.AddPipelineTrigger(id, &gitlab.AddPipelineTriggerOptions{Description: gitlab.Ptr("new")})
	}, func(token *gitlab.PipelineTrigger) bool { return len(token.Token) > 20 })
	check("ListPipelineTriggers", func() ([]*gitlab.PipelineTrigger, *gitlab.Response, error) {
		return git.PipelineTriggers.ListPipelineTriggers(id, nil)
	}, func(all []*gitlab.PipelineTrigger) bool { return len(all) == 2 })
	check("EditPipelineTrigger", func() (*gitlab.PipelineTrigger, *gitlab.Response, error) {
		return git.PipelineTriggers.EditPipelineTrigger(id, token.ID, &gitlab.EditPipelineTriggerOptions{Description: gitlab.Ptr("other")})
	}, func(token *gitlab.PipelineTrigger) bool { return token.Description == "other" })
	check("GetPipelineTrigger", func() (*gitlab.PipelineTrigger, *gitlab.Response, error) {
		return git.PipelineTriggers.GetPipelineTrigger(id, token.ID)
	}, func(token *gitlab.PipelineTrigger) bool { return token.Description == "other" })
	gone("DeletePipelineTrigger", func() (*gitlab.Response, error) { return git.PipelineTriggers.DeletePipelineTrigger(id, token.ID) })

	// A job token works while its job runs.
	_, _, _ = git.Pipelines.CreatePipeline(id, &gitlab.CreatePipelineOptions{Ref: gitlab.Ptr("main")})
	advance("5s")
	inJob := must(gitlab.NewJobClient(jobToken, gitlab.WithBaseURL(url), gitlab.WithCustomRetryMax(0)))
	check("GetJobTokensJob", func() (*gitlab.Job, *gitlab.Response, error) { return inJob.Jobs.GetJobTokensJob(nil) }, passes)
}
