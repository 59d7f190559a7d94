package org.gatescope.format.torch;

import java.util.List;
import org.gatescope.format.found.Maker;
import org.gatescope.format.layered.CellForm;
import org.gatescope.format.layered.RefusedForm;

/** Cells that are written in PyTorch and have names of their own. */
public final class TorchForms {
    /** What is refused stands before what it could be taken for. */
    public static final List<CellForm> ALL = List.of(
            new RefusedForm(Maker.TORCH, folder -> folder.holds("_recurrent_kernel_", "_bias_"), "torch.xlstm"),
            new RefusedForm(Maker.TORCH, folder -> folder.holds("A_log", "D", "x_proj/weight"), "torch.mamba"),
            new QuantizableLstm(),
            new MinimalCell("to_hidden_and_gate/weight", List.of("h", "z"), "min-gru", "torch.min.gru"),
            new MinimalCell("to_hidden_and_f_i_gate/weight", List.of("h", "f", "i"), "min-lstm", "torch.min.lstm"));

    private TorchForms() {}
}
