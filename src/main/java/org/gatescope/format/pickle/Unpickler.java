package org.gatescope.format.pickle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.gatescope.format.FormatException;
import org.gatescope.format.pickle.Pickled.Callee;
import org.gatescope.format.pickle.Pickled.Dictionary;
import org.gatescope.format.pickle.Pickled.Items;
import org.gatescope.format.pickle.Pickled.Nothing;
import org.gatescope.format.pickle.Pickled.Text;
import org.gatescope.format.pickle.Pickled.Whole;

/**
 * Runs a pickle, Python's stack machine, without Python: data is kept, and what would be called is one of the few things
 * that {@link TorchGlobals} knows, or the file is refused. Nothing is looked up by its name in this program.
 */
final class Unpickler {
    /** Each takes a bounded share of the memory; the largest real checkpoints have some hundred thousand. */
    private static final int MOST_OPERATIONS = 2_000_000;

    private final PickleBytes bytes;
    private final TorchGlobals globals;
    private final List<Pickled> stack = new ArrayList<>();
    private final List<Integer> marks = new ArrayList<>();
    private final Map<Integer, Pickled> memo = new HashMap<>();

    private Unpickler(byte[] pickle, TorchGlobals globals) {
        this.bytes = new PickleBytes(pickle);
        this.globals = globals;
    }

    /** @throws FormatException if it ends early, asks for what is not known, or goes on too long */
    static Pickled read(byte[] pickle, TorchGlobals globals) throws FormatException {
        return new Unpickler(pickle, globals).run();
    }

    private Pickled run() throws FormatException {
        for (int count = 0; count < MOST_OPERATIONS; count++) {
            int opcode = bytes.unsigned();
            if (opcode == Opcode.STOP) {
                return pop();
            }
            execute(opcode);
        }
        throw new FormatException("pickle.long", MOST_OPERATIONS);
    }

    private void execute(int opcode) throws FormatException {
        switch (opcode) {
            case Opcode.PROTO -> bytes.skip(1);
            case Opcode.FRAME -> bytes.skip(Long.BYTES);
            case Opcode.MARK -> marks.add(stack.size());
            case Opcode.POP -> pop();
            case Opcode.POP_MARK -> sinceMark();
            case Opcode.DUP -> push(top());
            case Opcode.BINPUT -> memo.put(bytes.unsigned(), top());
            case Opcode.LONG_BINPUT -> memo.put(bytes.whole(), top());
            case Opcode.MEMOIZE -> memo.put(memo.size(), top());
            case Opcode.BINGET -> push(remembered(bytes.unsigned()));
            case Opcode.LONG_BINGET -> push(remembered(bytes.whole()));
            case Opcode.SETITEM, Opcode.SETITEMS, Opcode.APPEND, Opcode.APPENDS, Opcode.ADDITEMS -> fill(opcode);
            case Opcode.GLOBAL -> push(globals.find(bytes.line(), bytes.line()));
            case Opcode.STACK_GLOBAL, Opcode.REDUCE, Opcode.NEWOBJ, Opcode.BUILD, Opcode.BINPERSID -> make(opcode);
            default -> push(value(opcode));
        }
    }

    private Pickled value(int opcode) throws FormatException {
        return switch (opcode) {
            case Opcode.NONE -> Nothing.NOTHING;
            case Opcode.NEWTRUE -> new Whole(1);
            case Opcode.NEWFALSE -> new Whole(0);
            case Opcode.BININT -> new Whole(bytes.whole());
            case Opcode.BININT1 -> new Whole(bytes.unsigned());
            case Opcode.BININT2 -> new Whole(bytes.unsignedShort());
            case Opcode.LONG1 -> longNumber(bytes.unsigned());
            case Opcode.BINFLOAT -> skipped(Double.BYTES);
            case Opcode.BINBYTES -> skipped(Integer.toUnsignedLong(bytes.whole()));
            case Opcode.SHORT_BINBYTES -> skipped(bytes.unsigned());
            case Opcode.BINSTRING -> new Text(bytes.text(bytes.whole()));
            case Opcode.SHORT_BINSTRING, Opcode.SHORT_BINUNICODE -> new Text(bytes.text(bytes.unsigned()));
            case Opcode.BINUNICODE -> new Text(bytes.text(Integer.toUnsignedLong(bytes.whole())));
            case Opcode.BINUNICODE8 -> new Text(bytes.text(bytes.wide()));
            case Opcode.EMPTY_DICT -> new Dictionary();
            case Opcode.EMPTY_LIST, Opcode.EMPTY_TUPLE, Opcode.EMPTY_SET -> new Items();
            case Opcode.TUPLE1 -> new Items(last(1));
            case Opcode.TUPLE2 -> new Items(last(2));
            case Opcode.TUPLE3 -> new Items(last(3));
            case Opcode.TUPLE, Opcode.FROZENSET -> new Items(sinceMark());
            default -> throw new FormatException("pickle.opcode", Integer.toHexString(opcode), bytes.position() - 1);
        };
    }

    /** Those of more than 64 bits are seeds and the like. */
    private Pickled longNumber(int count) throws FormatException {
        if (count > Long.BYTES) {
            return skipped(count);
        }
        long value = 0;
        for (int i = 0; i < count; i++) {
            value |= (long) bytes.unsigned() << (Byte.SIZE * i);
        }
        int unused = Long.SIZE - Byte.SIZE * count;
        return new Whole(count == 0 ? 0 : value << unused >> unused);
    }

    private Pickled skipped(long count) throws FormatException {
        bytes.skip(count);
        return Nothing.NOTHING;
    }

    private void fill(int opcode) throws FormatException {
        boolean isOne = opcode == Opcode.APPEND || opcode == Opcode.SETITEM;
        List<Pickled> added = isOne ? last(opcode == Opcode.APPEND ? 1 : 2) : sinceMark();
        switch (top()) {
            case Items items
            when opcode != Opcode.SETITEM && opcode != Opcode.SETITEMS ->
                items.items().addAll(added);
            case Dictionary dictionary
            when opcode == Opcode.SETITEM || opcode == Opcode.SETITEMS -> put(dictionary, added);
            case Nothing nothing -> {}
            default -> throw bytes.broken();
        }
    }

    private void put(Dictionary dictionary, List<Pickled> keysAndValues) throws FormatException {
        if (keysAndValues.size() % 2 != 0) {
            throw bytes.broken();
        }
        for (int i = 0; i < keysAndValues.size(); i += 2) {
            dictionary.put(keysAndValues.get(i), keysAndValues.get(i + 1));
        }
    }

    private void make(int opcode) throws FormatException {
        Pickled last = pop();
        switch (opcode) {
            case Opcode.BINPERSID -> push(globals.storage(items(last)));
            case Opcode.STACK_GLOBAL -> push(globals.find(text(pop()), text(last)));
            case Opcode.BUILD -> top(); // attributes of what is there already: metadata
            default -> push(globals.call(callee(pop()), items(last)));
        }
    }

    private Callee callee(Pickled value) throws FormatException {
        if (value instanceof Callee callee) {
            return callee;
        }
        throw bytes.broken();
    }

    private List<Pickled> items(Pickled value) throws FormatException {
        if (value instanceof Items items) {
            return items.items();
        }
        throw bytes.broken();
    }

    private String text(Pickled value) throws FormatException {
        if (value instanceof Text text) {
            return text.text();
        }
        throw bytes.broken();
    }

    private Pickled remembered(int index) throws FormatException {
        Pickled value = memo.get(index);
        if (value == null) {
            throw bytes.broken();
        }
        return value;
    }

    private void push(Pickled value) {
        stack.add(value);
    }

    private Pickled top() throws FormatException {
        Pickled top = pop();
        push(top);
        return top;
    }

    private Pickled pop() throws FormatException {
        return last(1).getFirst();
    }

    private List<Pickled> sinceMark() throws FormatException {
        if (marks.isEmpty()) {
            throw bytes.broken();
        }
        int mark = marks.removeLast();
        if (mark > stack.size()) {
            throw bytes.broken();
        }
        return last(stack.size() - mark);
    }

    /** Takes the last values off the stack. */
    private List<Pickled> last(int count) throws FormatException {
        int floor = marks.isEmpty() ? 0 : marks.getLast();
        if (stack.size() - count < floor) {
            throw bytes.broken();
        }
        List<Pickled> end = stack.subList(stack.size() - count, stack.size());
        List<Pickled> taken = new ArrayList<>(end);
        end.clear();
        return taken;
    }
}
