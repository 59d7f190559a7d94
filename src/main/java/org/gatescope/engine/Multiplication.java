package org.gatescope.engine;

/** A matrix product, whichever way it is computed. */
interface Multiplication extends Instruction {}
