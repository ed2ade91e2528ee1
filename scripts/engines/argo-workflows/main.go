// Reads files of Argo Workflows into its own types: no field that it does not know. Prints what is wrong with each,
// as JSON.
package main

import (
	"encoding/json"
	"fmt"
	"os"

	"github.com/argoproj/argo-workflows/v4/pkg/apis/workflow/v1alpha1"
	"sigs.k8s.io/yaml"
)

func faultsIn(file string) []string {
	text, err := os.ReadFile(file)
	if err != nil {
		return []string{err.Error()}
	}
	var head struct{ APIVersion, Kind string }
	if err := yaml.Unmarshal(text, &head); err != nil {
		return []string{err.Error()}
	}
	kinds := map[string]any{"Workflow": &v1alpha1.Workflow{}, "WorkflowTemplate": &v1alpha1.WorkflowTemplate{}}
	read, known := kinds[head.Kind]
	if !known || head.APIVersion != v1alpha1.SchemeGroupVersion.String() {
		return []string{fmt.Sprintf("no kind of Argo: %s %s", head.APIVersion, head.Kind)}
	}
	if err := yaml.UnmarshalStrict(text, read); err != nil {
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
