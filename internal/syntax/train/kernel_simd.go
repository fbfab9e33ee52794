//go:build goexperiment.simd && amd64

package train

import "simd/archsimd"

// The kernels of kernel.go on the vector unit: the same operations in the same
// order, so that both write the same model.

func gemv(y, x, w []float32) {
	n := len(y)
	o := 0
	for ; o+64 <= n; o += 64 {
		a0 := archsimd.LoadFloat32x16Slice(y[o:])
		a1 := archsimd.LoadFloat32x16Slice(y[o+16:])
		a2 := archsimd.LoadFloat32x16Slice(y[o+32:])
		a3 := archsimd.LoadFloat32x16Slice(y[o+48:])
		k := o
		for _, v := range x {
			if v == 0 {
				k += n
				continue
			}
			b := archsimd.BroadcastFloat32x16(v)
			r := w[k : k+64]
			a0 = a0.Add(b.Mul(archsimd.LoadFloat32x16Slice(r)))
			a1 = a1.Add(b.Mul(archsimd.LoadFloat32x16Slice(r[16:])))
			a2 = a2.Add(b.Mul(archsimd.LoadFloat32x16Slice(r[32:])))
			a3 = a3.Add(b.Mul(archsimd.LoadFloat32x16Slice(r[48:])))
			k += n
		}
		a0.StoreSlice(y[o:])
		a1.StoreSlice(y[o+16:])
		a2.StoreSlice(y[o+32:])
		a3.StoreSlice(y[o+48:])
	}
	for ; o < n; o += 16 {
		a0 := archsimd.LoadFloat32x16Slice(y[o:])
		k := o
		for _, v := range x {
			if v != 0 {
				a0 = a0.Add(archsimd.BroadcastFloat32x16(v).Mul(archsimd.LoadFloat32x16Slice(w[k : k+16])))
			}
			k += n
		}
		a0.StoreSlice(y[o:])
	}
}

func ger(w, x, dy []float32) {
	n := len(dy)
	for i, v := range x {
		if v != 0 {
			axpy(w[i*n:i*n+n], dy, v)
		}
	}
}

func axpy(y, x []float32, a float32) {
	b := archsimd.BroadcastFloat32x16(a)
	x = x[:len(y)]
	for len(y) >= 16 {
		archsimd.LoadFloat32x16Slice(y).Add(b.Mul(archsimd.LoadFloat32x16Slice(x))).StoreSlice(y)
		y, x = y[16:], x[16:]
	}
}

func dot(a, b []float32) float32 {
	var acc archsimd.Float32x16
	b = b[:len(a)]
	for len(a) >= 16 {
		acc = acc.Add(archsimd.LoadFloat32x16Slice(a).Mul(archsimd.LoadFloat32x16Slice(b)))
		a, b = a[16:], b[16:]
	}
	var s [16]float32
	acc.Store(&s)
	return sum16(&s)
}

func adam(w, g, m, v []float32, lr, clip float32) {
	bc := archsimd.BroadcastFloat32x16
	for len(w) >= 16 {
		d := archsimd.LoadFloat32x16Slice(g).Mul(bc(clip))
		nm := bc(beta1).Mul(archsimd.LoadFloat32x16Slice(m)).Add(bc(1 - beta1).Mul(d))
		nv := bc(beta2).Mul(archsimd.LoadFloat32x16Slice(v)).Add(bc(1 - beta2).Mul(d.Mul(d)))
		nm.StoreSlice(m)
		nv.StoreSlice(v)
		archsimd.LoadFloat32x16Slice(w).Sub(bc(lr).Mul(nm).Div(nv.Sqrt().Add(bc(1e-8)))).StoreSlice(w)
		w, g, m, v = w[16:], g[16:], m[16:], v[16:]
	}
}

func average(mean, w []float32, d float32) {
	bc := archsimd.BroadcastFloat32x16
	for len(w) >= 16 {
		bc(d).Mul(archsimd.LoadFloat32x16Slice(mean)).Add(bc(1 - d).Mul(archsimd.LoadFloat32x16Slice(w))).StoreSlice(mean)
		mean, w = mean[16:], w[16:]
	}
}

func gemv4(y []float32, ystep int, x []float32, xstep, in, out int, w []float32) {
	load, bc := archsimd.LoadFloat32x16Slice, archsimd.BroadcastFloat32x16
	x0, x1, x2, x3 := x[:in], x[xstep:][:in], x[2*xstep:][:in], x[3*xstep:][:in]
	y0, y1, y2, y3 := y[:out], y[ystep:][:out], y[2*ystep:][:out], y[3*ystep:][:out]
	o := 0
	for ; o+32 <= out; o += 32 {
		a0, b0 := load(y0[o:]), load(y0[o+16:])
		a1, b1 := load(y1[o:]), load(y1[o+16:])
		a2, b2 := load(y2[o:]), load(y2[o+16:])
		a3, b3 := load(y3[o:]), load(y3[o+16:])
		k := o
		for i := range x0 {
			r := w[k : k+32]
			p, q := load(r), load(r[16:])
			v := bc(x0[i])
			a0, b0 = a0.Add(v.Mul(p)), b0.Add(v.Mul(q))
			v = bc(x1[i])
			a1, b1 = a1.Add(v.Mul(p)), b1.Add(v.Mul(q))
			v = bc(x2[i])
			a2, b2 = a2.Add(v.Mul(p)), b2.Add(v.Mul(q))
			v = bc(x3[i])
			a3, b3 = a3.Add(v.Mul(p)), b3.Add(v.Mul(q))
			k += out
		}
		a0.StoreSlice(y0[o:])
		b0.StoreSlice(y0[o+16:])
		a1.StoreSlice(y1[o:])
		b1.StoreSlice(y1[o+16:])
		a2.StoreSlice(y2[o:])
		b2.StoreSlice(y2[o+16:])
		a3.StoreSlice(y3[o:])
		b3.StoreSlice(y3[o+16:])
	}
	for ; o < out; o += 16 {
		a0, a1, a2, a3 := load(y0[o:]), load(y1[o:]), load(y2[o:]), load(y3[o:])
		k := o
		for i := range x0 {
			p := load(w[k : k+16])
			a0 = a0.Add(bc(x0[i]).Mul(p))
			a1 = a1.Add(bc(x1[i]).Mul(p))
			a2 = a2.Add(bc(x2[i]).Mul(p))
			a3 = a3.Add(bc(x3[i]).Mul(p))
			k += out
		}
		a0.StoreSlice(y0[o:])
		a1.StoreSlice(y1[o:])
		a2.StoreSlice(y2[o:])
		a3.StoreSlice(y3[o:])
	}
}

func ger4(w, x []float32, xstep, in int, dy []float32, ystep, out int) {
	load, bc := archsimd.LoadFloat32x16Slice, archsimd.BroadcastFloat32x16
	y0, y1, y2, y3 := dy[:out], dy[ystep:][:out], dy[2*ystep:][:out], dy[3*ystep:][:out]
	x0, x1, x2, x3 := x[:in], x[xstep:][:in], x[2*xstep:][:in], x[3*xstep:][:in]
	for i := range x0 {
		r := w[i*out:][:out]
		v0, v1, v2, v3 := bc(x0[i]), bc(x1[i]), bc(x2[i]), bc(x3[i])
		for o := 0; o+16 <= len(r); o += 16 {
			a := load(r[o:])
			a = a.Add(v0.Mul(load(y0[o:])))
			a = a.Add(v1.Mul(load(y1[o:])))
			a = a.Add(v2.Mul(load(y2[o:])))
			a = a.Add(v3.Mul(load(y3[o:])))
			a.StoreSlice(r[o:])
		}
	}
}

func back4(dx []float32, xstep, in int, dy []float32, ystep, out int, w []float32) {
	load := archsimd.LoadFloat32x16Slice
	y0, y1, y2, y3 := dy[:out], dy[ystep:][:out], dy[2*ystep:][:out], dy[3*ystep:][:out]
	var s [4][16]float32
	for i := range in {
		r := w[i*out:][:out]
		var a0, a1, a2, a3 archsimd.Float32x16
		for o := 0; o+16 <= len(r); o += 16 {
			p := load(r[o:])
			a0 = a0.Add(p.Mul(load(y0[o:])))
			a1 = a1.Add(p.Mul(load(y1[o:])))
			a2 = a2.Add(p.Mul(load(y2[o:])))
			a3 = a3.Add(p.Mul(load(y3[o:])))
		}
		a0.Store(&s[0])
		a1.Store(&s[1])
		a2.Store(&s[2])
		a3.Store(&s[3])
		for t := range s {
			dx[t*xstep+i] += sum16(&s[t])
		}
	}
}
