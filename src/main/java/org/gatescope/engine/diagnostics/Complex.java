package org.gatescope.engine.diagnostics;

/** A complex number. */
public record Complex(double real, double imaginary) {
    /** Its distance from 0. */
    public double modulus() {
        return Math.hypot(real, imaginary);
    }

    Complex times(double factor) {
        return new Complex(real * factor, imaginary * factor);
    }
}
