package org.gatescope.format.keras;

import java.util.List;
import java.util.Optional;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.NamedTensor;

/** What Keras's recurrent layers can do and Gatescope's cannot; each is refused by name. */
final class UnreadSettings {
    private UnreadSettings() {}

    /** @throws FormatException if a layer is set up so */
    static void refuse(KerasLayer layer) throws FormatException {
        if (layer.isBothWays() && layer.forward().size() != layer.backward().size()) {
            throw new FormatException("keras.halves", layer.key());
        }
        if (layer.forward().size() > 1 && layer.isBothWays()) {
            throw new FormatException("keras.bidirectional", layer.key());
        }
        Optional<KerasSettings> settings = layer.settings(false, 0);
        if (settings.isEmpty()) {
            return;
        }
        Optional<String> merged = settings.get().mergeMode();
        if (layer.isBothWays() && merged.isPresent() && settings.get().merging().isEmpty()) {
            throw new FormatException("keras.merge", layer.key(), merged.get());
        }
    }

    /** Peepholes and norms of other libraries' cells stand beside tables that look like Keras's. */
    static void refuseOthers(KerasCell cell, List<NamedTensor> tensors) throws FormatException {
        for (NamedTensor tensor : tensors) {
            String name = tensor.name();
            boolean isBeside = !cell.path().isEmpty() && name.startsWith(cell.path());
            String rest = isBeside ? name.substring(cell.path().length()) : "";
            boolean isOther = !rest.contains(".")
                    && !rest.contains("/")
                    && KerasName.of(name)
                            .filter(known -> known.cell().equals(cell.path()))
                            .isEmpty();
            boolean isWeight = tensor.type().isReal() && tensor.dimensions().depth() > 0;
            if (isBeside && isWeight && (isOther || rest.contains("norm/") || rest.startsWith("attention"))) {
                throw new FormatException("keras.more", name);
            }
        }
    }
}
