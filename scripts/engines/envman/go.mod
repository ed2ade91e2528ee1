module gitlab-trigger/engines/envman

go 1.25.3

require github.com/bitrise-io/envman/v2 v2.6.2

require (
	github.com/bitrise-io/go-utils v1.0.13 // indirect
	github.com/bitrise-io/go-utils/v2 v2.0.0-alpha.33 // indirect
	github.com/bitrise-io/goinp v0.0.0-20240103152431-054ed78518ef // indirect
	github.com/cpuguy83/go-md2man/v2 v2.0.4 // indirect
	github.com/russross/blackfriday/v2 v2.1.0 // indirect
	github.com/sirupsen/logrus v1.9.3 // indirect
	github.com/urfave/cli v1.22.14 // indirect
	golang.org/x/crypto v0.31.0 // indirect
	golang.org/x/sys v0.28.0 // indirect
	golang.org/x/term v0.27.0 // indirect
	gopkg.in/yaml.v2 v2.4.0 // indirect
)
