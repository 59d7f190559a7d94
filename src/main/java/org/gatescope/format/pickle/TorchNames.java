package org.gatescope.format.pickle;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.gatescope.format.pickle.Pickled.Callee;
import org.gatescope.format.tensor.ElementType;
import org.jspecify.annotations.Nullable;

/** The names of Python's that stand in checkpoints and are known here; a fixed list, as {@code weights_only} of PyTorch has. */
final class TorchNames {
    private static final Map<String, Pickled> KNOWN = known();

    /** What trainings leave beside weights: read over, never made. */
    private static final String INERT = """
        _codecs.encode
        argparse.Namespace
        builtins.slice
        builtins.complex
        datetime.datetime
        lightning_fabric.utilities.data.AttributeDict
        numpy._core.multiarray._reconstruct
        numpy._core.multiarray.scalar
        numpy.core.multiarray._reconstruct
        numpy.core.multiarray.scalar
        numpy.dtype
        numpy.ndarray
        pathlib.Path
        pathlib.PosixPath
        pathlib.PurePosixPath
        pathlib.WindowsPath
        pytorch_lightning.utilities.parsing.AttributeDict
        pytorch_lightning.callbacks.model_checkpoint.ModelCheckpoint
        torch.device
        torch.Tensor
        torch.nn.parameter.Parameter
        torch.nn.parameter.Buffer
        """;

    private TorchNames() {}

    static @Nullable Pickled find(String module, String name) {
        return KNOWN.get(module + "." + name);
    }

    private static Map<String, Pickled> known() {
        Map<String, Pickled> known = new HashMap<>();
        INERT.lines().forEach(name -> known.put(name, Callee.INERT));
        for (String name : new String[] {"collections.OrderedDict", "collections.defaultdict", "collections.Counter"}) {
            known.put(name, Callee.DICTIONARY);
        }
        for (String name : new String[] {"builtins.dict", "__builtin__.dict"}) {
            known.put(name, Callee.DICTIONARY);
        }
        known.put("torch.Size", Callee.SIZE);
        for (String name : new String[] {"builtins.set", "__builtin__.set", "builtins.frozenset"}) {
            known.put(name, Callee.SIZE);
        }
        known.put("torch._utils._rebuild_tensor", Callee.TENSOR);
        known.put("torch._utils._rebuild_tensor_v2", Callee.TENSOR);
        known.put("torch._utils._rebuild_tensor_v3", Callee.TENSOR_OF_TYPE);
        known.put("torch._utils._rebuild_parameter", Callee.PARAMETER);
        known.put("torch._utils._rebuild_parameter_with_state", Callee.PARAMETER);
        known.put("torch._tensor._rebuild_from_type_v2", Callee.FROM_TYPE);
        putStorages(known);
        putTypes(known);
        return Map.copyOf(known);
    }

    private static void putStorages(Map<String, Pickled> known) {
        Map.of(
                        "Double", ElementType.F64,
                        "Float", ElementType.F32,
                        "Half", ElementType.F16,
                        "BFloat16", ElementType.BF16,
                        "Long", ElementType.I64,
                        "Int", ElementType.I32,
                        "Short", ElementType.I16,
                        "Char", ElementType.I8,
                        "Byte", ElementType.U8,
                        "Bool", ElementType.BOOL)
                .forEach((name, type) -> known.put("torch." + name + "Storage", new Pickled.Type(type)));
        known.put("torch.UntypedStorage", new Pickled.Type(ElementType.U8));
        known.put("torch.storage.UntypedStorage", new Pickled.Type(ElementType.U8));
    }

    private static void putTypes(Map<String, Pickled> known) {
        for (ElementType type : ElementType.values()) {
            String name = type.name()
                    .replace("BF", "bfloat")
                    .replace("F", "float")
                    .replace("I", "int")
                    .replace("U", "uint")
                    .toLowerCase(Locale.ROOT);
            known.put("torch." + name, new Pickled.Type(type));
        }
    }
}
