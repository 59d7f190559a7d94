package org.gatescope.format.onnx;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.gatescope.format.FormatException;
import org.gatescope.format.tensor.FilePart;

/** A file of protocol buffers, field by field. What one file may make grow is counted. */
final class ProtoStream implements Closeable {
    private static final int DEEPEST = 32;
    private static final int LONGEST_TEXT = 4096;
    private static final int MOST_ENTRIES = 1 << 20;

    private final FilePart file;
    private final InputStream opened;
    private final CodedInputStream in;
    private int tag;
    private int entries;
    private int depth;

    /** Takes a field, or {@link #skip}s it. */
    @FunctionalInterface
    interface Fields {
        /** Called once per field, behind its tag. */
        void take(int field) throws IOException, FormatException;
    }

    private ProtoStream(FilePart file, InputStream opened) {
        this.file = file;
        this.opened = opened;
        this.in = CodedInputStream.newInstance(opened);
        in.setSizeLimit(Integer.MAX_VALUE);
    }

    /** @throws FormatException if the file is larger than protocol buffers can be */
    static ProtoStream of(FilePart file) throws IOException, FormatException {
        if (file.size() >= Integer.MAX_VALUE) {
            throw new FormatException("onnx.large");
        }
        return new ProtoStream(file, file.open());
    }

    /** All fields up to the end of the file or of the message that is read. */
    void fields(Fields fields) throws IOException, FormatException {
        while ((tag = in.readTag()) != 0) {
            fields.take(WireFormat.getTagFieldNumber(tag));
        }
    }

    /** A message within a message. */
    void message(Fields fields) throws IOException, FormatException {
        requireWire(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        count(1);
        int end = in.pushLimit(length());
        if (++depth > DEEPEST) {
            throw new FormatException("onnx.deep", DEEPEST);
        }
        fields(fields);
        in.checkLastTagWas(0);
        depth--;
        in.popLimit(end);
    }

    /** A name. */
    String text() throws IOException, FormatException {
        requireWire(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        if (length > LONGEST_TEXT) {
            throw new FormatException("torch.names", LONGEST_TEXT);
        }
        return text(length);
    }

    /** A text that may be a whole program: empty then. */
    String shortText() throws IOException, FormatException {
        requireWire(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        if (length > LONGEST_TEXT) {
            in.skipRawBytes(length);
            return "";
        }
        return text(length);
    }

    private String text(int length) throws IOException, FormatException {
        count(1 + length / Long.SIZE);
        return new String(in.readRawBytes(length), StandardCharsets.UTF_8);
    }

    /** Where bytes stand in the file; they are not read. */
    FilePart bytes() throws IOException, FormatException {
        requireWire(WireFormat.WIRETYPE_LENGTH_DELIMITED);
        int length = length();
        FilePart part = new FilePart(file.file(), file.offset() + in.getTotalBytesRead(), length);
        in.skipRawBytes(length);
        return part;
    }

    /** One whole number or, as the newer versions write them, several at once. */
    void integers(Numbers<Long> numbers) throws IOException, FormatException {
        repeated(WireFormat.WIRETYPE_VARINT, () -> numbers.add(in.readInt64()));
    }

    /** The same with float32. */
    void floats(Numbers<Float> numbers) throws IOException, FormatException {
        repeated(WireFormat.WIRETYPE_FIXED32, () -> numbers.add(in.readFloat()));
    }

    long integer() throws IOException, FormatException {
        requireWire(WireFormat.WIRETYPE_VARINT);
        return in.readInt64();
    }

    float number() throws IOException, FormatException {
        requireWire(WireFormat.WIRETYPE_FIXED32);
        return in.readFloat();
    }

    /** Passes over a field of any type. */
    void skip() throws IOException {
        in.skipField(tag);
    }

    /** True where the field's length stands before it. */
    boolean isBlock() {
        return WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }

    @Override
    public void close() throws IOException {
        opened.close();
    }

    /** Takes what is read. */
    @FunctionalInterface
    interface Numbers<N> {
        void add(N number) throws FormatException;
    }

    private interface Reading {
        void next() throws IOException, FormatException;
    }

    private void repeated(int wire, Reading reading) throws IOException, FormatException {
        if (!isBlock()) {
            requireWire(wire);
            count(1);
            reading.next();
            return;
        }
        int end = in.pushLimit(length());
        while (!in.isAtEnd()) {
            count(1);
            reading.next();
        }
        in.popLimit(end);
    }

    /** Of what follows, which has to be there. */
    private int length() throws IOException, FormatException {
        int length = in.readRawVarint32();
        if (length < 0 || length > file.size() - in.getTotalBytesRead()) {
            throw new FormatException("onnx.broken", in.getTotalBytesRead());
        }
        return length;
    }

    private void requireWire(int wire) throws FormatException {
        if (WireFormat.getTagWireType(tag) != wire) {
            throw new FormatException("onnx.broken", in.getTotalBytesRead());
        }
    }

    private void count(int more) throws FormatException {
        entries += more;
        if (entries > MOST_ENTRIES) {
            throw new FormatException("onnx.many", MOST_ENTRIES);
        }
    }

    /** How far it was read. */
    int position() {
        return in.getTotalBytesRead();
    }
}
