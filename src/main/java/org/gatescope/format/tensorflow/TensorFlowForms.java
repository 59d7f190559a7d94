package org.gatescope.format.tensorflow;

import java.util.List;
import org.gatescope.format.found.Maker;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.Folder;
import org.gatescope.format.layered.RefusedForm;

/** The cells of TensorFlow 1, {@code tf.nn.rnn_cell} and {@code tf.contrib}. */
public final class TensorFlowForms {
    /** What is refused stands before what it could be taken for. */
    public static final List<CellForm> ALL = List.of(
            new RefusedForm(Maker.TENSORFLOW, TensorFlowForms::isElmo, "tensorflow.elmo"),
            new RefusedForm(Maker.TENSORFLOW, TensorFlowForms::isProjected, "tensorflow.projection"),
            new RefusedForm(Maker.TENSORFLOW, TensorFlowForms::isNormed, "tensorflow.norm"),
            new BasicLstm(),
            new CudnnGru(),
            new BasicGru(),
            new BasicRnn());

    private TensorFlowForms() {}

    private static boolean isElmo(Folder folder) {
        return folder.holds("W_0", "B", "W_P_0");
    }

    private static boolean isProjected(Folder folder) {
        return BasicLstm.isNamed(folder) && folder.holdsAny("projection/kernel", "projection/weights");
    }

    private static boolean isNormed(Folder folder) {
        return folder.holds("input/gamma", "forget/gamma") && folder.holdsAny("kernel", "weights");
    }

    /** The name of a kernel, which was another before TensorFlow 1.2, and yet another before 1.0. */
    static String kernel(Folder folder, String prefix) {
        return folder.either(prefix + "kernel", prefix + "weights", prefix + "W_0");
    }

    /** The same for a bias. */
    static String bias(Folder folder, String prefix) {
        return folder.either(prefix + "bias", prefix + "biases", prefix + "B");
    }
}
