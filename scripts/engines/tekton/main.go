// Reads files of Tekton as Tekton does: no field that it does not know, and what its webhook asks of the rest.
// Prints what is wrong with each, as JSON.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	v1 "github.com/tektoncd/pipeline/pkg/apis/pipeline/v1"
	"knative.dev/pkg/apis"
	"sigs.k8s.io/yaml"
)

type resource interface {
	GetName() string
	GetGenerateName() string
	SetName(string)
	SetDefaults(context.Context)
	Validate(context.Context) *apis.FieldError
}

func faultsIn(file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		return []string{err.Error()}
	}
	var head struct{ APIVersion, Kind string }
	if err := yaml.Unmarshal(text, &head); err != nil {
		return []string{err.Error()}
	}
	kinds := map[string]resource{
		"Task": &v1.Task{}, "TaskRun": &v1.TaskRun{}, "Pipeline": &v1.Pipeline{}, "PipelineRun": &v1.PipelineRun{},
	}
	read, known := kinds[head.Kind]
	if !known || head.APIVersion != "tekton.dev/v1" {
		return []string{fmt.Sprintf("no kind of Tekton: %s %s", head.APIVersion, head.Kind)}
	}
	if err := yaml.UnmarshalStrict(text, read); err != nil {
		return []string{err.Error()}
	}
	// Kubernetes does so before it asks the webhook.
	if read.GetName() == "" && read.GetGenerateName() != "" {
		read.SetName(read.GetGenerateName() + "x7k2p")
	}
	read.SetDefaults(context.Background())
	if err := read.Validate(context.Background()); err != nil {
		return []string{err.Error()}
	}
	return []string{}
}

func main() {
	all := [][]string{}
	for _, file := range os.Args[1:] {
		all = append(all, faultsIn(file))
	}
	if err := json.NewEncoder(os.Stdout).Encode(all); err != nil {
		panic(err)
	}
}
