package org.gatescope.engine.mistakes;

/**
 * Plain SGD after each step of the backward loop: {@code W -= rate * d.W}.
 *
 * @param averaged true to divide the gradients by the number of sequences, as notebook C does; false as D does
 */
public record StepUpdate(double learningRate, boolean averaged) {
    /** What a gradient is multiplied by. @param batch N */
    double factor(int batch) {
        return averaged ? learningRate / batch : learningRate;
    }
}
