package org.gatescope.engine.training;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatescope.engine.Matrix;

/**
 * What goes on from one update to the next besides parameters and what the optimizer remembers of them.
 *
 * @param losses      what the learning rate remembers of the losses of epochs
 * @param lossOfEpoch sum over the updates of this epoch so far
 * @param waited      how long the loss has not improved
 * @param isStopped   true where the training ends early for that
 * @param carried     states that the next update starts with, in the middle of an epoch that goes chunk by chunk
 */
public record Course(
        LossRecord losses, double lossOfEpoch, LossRecord waited, boolean isStopped, Map<String, Matrix> carried) {
    /** Before the first update. */
    public static final Course BEGUN = new Course(LossRecord.NONE, 0, LossRecord.NONE, false, Map.of());

    public Course {
        carried = Collections.unmodifiableMap(new LinkedHashMap<>(carried));
    }
}
