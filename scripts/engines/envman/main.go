// envman, by which Bitrise keeps the variables of later steps.
package main

import "github.com/bitrise-io/envman/v2/cli"

func main() {
	cli.Run()
}
