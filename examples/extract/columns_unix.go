//go:build darwin || linux

package main

import (
	"os"
	"syscall"
	"unsafe"
)

// columns asks the terminal f how wide it is; 0 means that it does not say.
func columns(f *os.File) int {
	var size struct{ rows, cols, x, y uint16 }
	_, _, errno := syscall.Syscall(syscall.SYS_IOCTL, f.Fd(), syscall.TIOCGWINSZ, uintptr(unsafe.Pointer(&size)))
	if errno != 0 {
		return 0
	}
	return int(size.cols)
}
