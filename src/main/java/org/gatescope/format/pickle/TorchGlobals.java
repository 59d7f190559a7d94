package org.gatescope.format.pickle;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.gatescope.format.FormatException;
import org.gatescope.format.pickle.Pickled.Callee;
import org.gatescope.format.pickle.Pickled.Dictionary;
import org.gatescope.format.pickle.Pickled.Items;
import org.gatescope.format.pickle.Pickled.Nothing;
import org.gatescope.format.pickle.Pickled.Storage;
import org.gatescope.format.pickle.Pickled.Text;
import org.gatescope.format.pickle.Pickled.View;
import org.gatescope.format.pickle.Pickled.Whole;
import org.gatescope.format.tensor.Dimensions;
import org.gatescope.format.tensor.ElementType;
import org.gatescope.format.tensor.NamedTensor;
import org.gatescope.format.tensor.StoredNumbers;
import org.gatescope.format.tensor.ZipArchive;
import org.gatescope.format.tensor.ZipMember;
import org.jspecify.annotations.Nullable;

/**
 * What the pickles of {@code torch.save} ask for: storages, and views into them.
 *
 * @param folder of the archive, in whose {@code data/} the storages lie
 */
record TorchGlobals(ZipArchive archive, String folder, ByteOrder order) {

    /** What a name of Python's stands for. @throws FormatException if it is none of the few that are known */
    Pickled find(String module, String name) throws FormatException {
        Pickled known = TorchNames.find(module, name);
        if (known != null) {
            return known;
        }
        String full = module + "." + name;
        if (full.contains("quantized") || full.endsWith("_rebuild_qtensor") || name.endsWith("ScriptObject")) {
            throw new FormatException("torch.quantized", full);
        }
        throw new FormatException(module.startsWith("torch.nn.") ? "torch.module" : "torch.call", full);
    }

    /** What calling gives. */
    Pickled call(Callee callee, List<Pickled> arguments) throws FormatException {
        return switch (callee) {
            case INERT -> Nothing.NOTHING;
            case DICTIONARY -> new Dictionary();
            case SIZE, PARAMETER -> argument(arguments, 0, Pickled.class);
            case TENSOR -> view(arguments, argument(arguments, 0, Storage.class).type());
            case TENSOR_OF_TYPE ->
                view(arguments, argument(arguments, 6, Pickled.Type.class).type());
            case FROM_TYPE -> fromType(arguments);
        };
    }

    /** {@code _rebuild_from_type_v2(function, type, arguments, state)}. */
    private Pickled fromType(List<Pickled> arguments) throws FormatException {
        Callee callee = argument(arguments, 0, Callee.class);
        if (callee == Callee.FROM_TYPE) {
            throw new FormatException("torch.tensor");
        }
        return call(callee, argument(arguments, 2, Items.class).items());
    }

    /** {@code ("storage", type, key, device, count)}. */
    Storage storage(List<Pickled> id) throws FormatException {
        ElementType type = argument(id, 1, Pickled.Type.class).type();
        String key = argument(id, 2, Text.class).text();
        long count = argument(id, 4, Whole.class).value();
        ZipMember member = member(key);
        if (count < 0 || count > Integer.MAX_VALUE * (long) Long.BYTES || member.size() != count * type.bytes()) {
            throw new FormatException("torch.storage", key);
        }
        return new Storage(type, key, count);
    }

    private ZipMember member(String key) throws FormatException {
        ZipMember member = archive.members().get(folder + "data/" + key);
        if (member == null) {
            throw new FormatException("torch.storage", key);
        }
        return member;
    }

    /** {@code (storage, offset, size, stride, …)}. */
    private View view(List<Pickled> arguments, ElementType type) throws FormatException {
        String key = argument(arguments, 0, Storage.class).key();
        long offset = argument(arguments, 1, Whole.class).value();
        Dimensions dimensions = Dimensions.checked(key, whole(argument(arguments, 2, Items.class)));
        List<Long> strides = whole(argument(arguments, 3, Items.class));
        StoredNumbers numbers = new StoredNumbers(member(key), type, order, offset, strides);
        return new View(new NamedTensor(key, dimensions, numbers).checked());
    }

    private static List<Long> whole(Items items) throws FormatException {
        List<Long> numbers = new ArrayList<>();
        for (Pickled item : items.items().subList(0, Math.min(items.items().size(), 100))) {
            if (!(item instanceof Whole whole)) {
                throw new FormatException("torch.tensor");
            }
            numbers.add(whole.value());
        }
        return numbers;
    }

    private static <P extends Pickled> P argument(List<Pickled> arguments, int index, Class<P> kind)
            throws FormatException {
        @Nullable Pickled argument = index < arguments.size() ? arguments.get(index) : null;
        if (!kind.isInstance(argument)) {
            throw new FormatException("torch.tensor");
        }
        return kind.cast(argument);
    }
}
