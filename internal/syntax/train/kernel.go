//go:build !(goexperiment.simd && amd64)

package train

import "math"

// gemv adds x times the matrix w, a row an input, to y.
func gemv(y, x, w []float32) {
	n := len(y)
	for i, v := range x {
		if v == 0 {
			continue
		}
		r := w[i*n:][:n]
		for o := range y {
			y[o] += v * r[o]
		}
	}
}

// ger adds the outer product of x and dy to w.
func ger(w, x, dy []float32) {
	n := len(dy)
	for i, v := range x {
		if v != 0 {
			axpy(w[i*n:][:n], dy, v)
		}
	}
}

// axpy adds a times x to y.
func axpy(y, x []float32, a float32) {
	x = x[:len(y)]
	for i := range y {
		y[i] += a * x[i]
	}
}

// dot sums in sixteen parts, as the vector unit does.
func dot(a, b []float32) float32 {
	var s [16]float32
	b = b[:len(a)]
	for i := 0; i < len(a); i += 16 {
		for k := range s {
			s[k] += a[i+k] * b[i+k]
		}
	}
	return sum16(&s)
}

// adam moves w against the gradient g.
func adam(w, g, m, v []float32, lr, clip float32) {
	for i, d := range g {
		d *= clip
		m[i] = beta1*m[i] + (1-beta1)*d
		v[i] = beta2*v[i] + (1-beta2)*(d*d)
		w[i] -= lr * m[i] / (float32(math.Sqrt(float64(v[i]))) + 1e-8)
	}
}

// average moves mean towards w.
func average(mean, w []float32, d float32) {
	for j, v := range w {
		mean[j] = d*mean[j] + (1-d)*v
	}
}

// gemv4 is gemv for four inputs and outputs, each some way from the next: the
// matrix is read once for all four.
func gemv4(y []float32, ystep int, x []float32, xstep, in, out int, w []float32) {
	for t := range 4 {
		gemv(y[t*ystep:][:out], x[t*xstep:][:in], w)
	}
}

// ger4 is ger for four pairs, one after another.
func ger4(w, x []float32, xstep, in int, dy []float32, ystep, out int) {
	for i := range in {
		r := w[i*out:][:out]
		for t := range 4 {
			axpy(r, dy[t*ystep:][:out], x[t*xstep+i])
		}
	}
}

// back4 is back for four at once.
func back4(dx []float32, xstep, in int, dy []float32, ystep, out int, w []float32) {
	for t := range 4 {
		back(dx[t*xstep:][:in], dy[t*ystep:][:out], w)
	}
}
