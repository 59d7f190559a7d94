package org.gatescope.engine;

/** An instruction that multiplies two matrices. */
sealed interface MatrixProduct extends Instruction permits VectorProduct, VectorProductOverRows, EjmlProduct {}
