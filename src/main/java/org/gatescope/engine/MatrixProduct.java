package org.gatescope.engine;

/** An instruction that multiplies two matrices. */
sealed interface MatrixProduct extends Instruction permits RowProduct, RowProductOverRows, EjmlProduct {}
