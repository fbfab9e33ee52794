//go:build !unix

package newsfact

import "time"

var began = time.Now()

// cpuTime stands in for processor time where there is no call for it.
func cpuTime() time.Duration { return time.Since(began) }
