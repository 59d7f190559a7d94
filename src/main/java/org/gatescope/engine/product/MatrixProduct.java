package org.gatescope.engine.product;

import org.gatescope.engine.program.Instruction;

/** An instruction that multiplies two matrices. */
public sealed interface MatrixProduct extends Instruction permits VectorProduct, VectorProductOverRows, EjmlProduct {
    /** Of numbers, in one run: N · K · M for (N, K) times (K, M). */
    long multiplications();
}
