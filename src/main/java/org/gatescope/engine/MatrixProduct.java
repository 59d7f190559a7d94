package org.gatescope.engine;

/** An instruction that multiplies two matrices. */
sealed interface MatrixProduct extends Instruction permits VectorProduct, VectorProductOverRows, EjmlProduct {
    /** Of numbers, in one run: N · K · M for (N, K) times (K, M). */
    long multiplications();
}
