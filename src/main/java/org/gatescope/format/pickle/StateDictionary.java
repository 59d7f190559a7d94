package org.gatescope.format.pickle;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.gatescope.format.FormatException;
import org.gatescope.format.pickle.Pickled.Dictionary;
import org.gatescope.format.pickle.Pickled.Items;
import org.gatescope.format.pickle.Pickled.View;
import org.gatescope.format.tensor.NamedTensor;

/** Finds the tensors in what a checkpoint holds. What an optimizer keeps for each weight is none of them. */
final class StateDictionary {
    /** Where checkpoints keep the weights. */
    private static final List<String> WRAPPERS = List.of("state_dict", "model_state_dict", "model");

    private static final Pattern OPTIMIZER = Pattern.compile("opt|optim.*|exp_avg.*|momentum_buffer");
    private static final int DEEPEST = 50;
    private static final int MOST = 100_000;
    private static final int LONGEST = 1000;

    private final Map<String, NamedTensor> tensors = new LinkedHashMap<>();
    private final Set<Pickled> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    private StateDictionary() {}

    static List<NamedTensor> tensors(Pickled root) throws FormatException {
        StateDictionary found = new StateDictionary();
        found.take("", unwrapped(root), 0);
        return List.copyOf(found.tensors.values());
    }

    /** If exactly one of the usual keys is there, its value; otherwise all, with their keys as a prefix. */
    private static Pickled unwrapped(Pickled root) {
        if (!(root instanceof Dictionary dictionary)) {
            return root;
        }
        List<Pickled> wrapped = WRAPPERS.stream()
                .filter(dictionary.entries()::containsKey)
                .map(dictionary.entries()::get)
                .filter(Dictionary.class::isInstance)
                .toList();
        return wrapped.size() == 1 ? wrapped.getFirst() : root;
    }

    private void take(String name, Pickled value, int depth) throws FormatException {
        switch (value) {
            case View view -> put(name, view.tensor());
            case Dictionary dictionary
            when isNew(dictionary, depth) -> {
                for (Map.Entry<String, Pickled> entry : dictionary.entries().entrySet()) {
                    if (!OPTIMIZER.matcher(entry.getKey()).matches()) {
                        take(joined(name, entry.getKey()), entry.getValue(), depth + 1);
                    }
                }
            }
            case Items items
            when isNew(items, depth) -> {
                int index = 0;
                for (Pickled item : items.items()) {
                    take(joined(name, String.valueOf(index++)), item, depth + 1);
                }
            }
            default -> {}
        }
    }

    private boolean isNew(Pickled container, int depth) {
        return depth < DEEPEST && seen.add(container);
    }

    private static String joined(String name, String key) throws FormatException {
        if (name.length() + key.length() > LONGEST) {
            throw new FormatException("torch.names", LONGEST);
        }
        return name.isEmpty() ? key : name + "." + key;
    }

    private void put(String name, NamedTensor tensor) throws FormatException {
        if (tensors.size() == MOST) {
            throw new FormatException("torch.many", MOST);
        }
        if (tensors.put(name, new NamedTensor(name, tensor.dimensions(), tensor.numbers())) != null) {
            throw new FormatException("tensor.twice", name);
        }
    }
}
