package org.gatescope.format.export;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.IOException;
import java.util.List;

/** A message of Protocol Buffers in the making: fields one after the other, by their numbers. */
final class ProtoMessage {
    private final ByteString.Output bytes = ByteString.newOutput();
    private final CodedOutputStream out = CodedOutputStream.newInstance(bytes);

    ProtoMessage number(int field, long value) throws IOException {
        out.writeInt64(field, value);
        return this;
    }

    ProtoMessage numbers(int field, List<Integer> values) throws IOException {
        for (int value : values) {
            out.writeInt64(field, value);
        }
        return this;
    }

    ProtoMessage text(int field, String value) throws IOException {
        out.writeString(field, value);
        return this;
    }

    ProtoMessage texts(int field, List<String> values) throws IOException {
        for (String value : values) {
            out.writeString(field, value);
        }
        return this;
    }

    ProtoMessage bytes(int field, byte[] value) throws IOException {
        out.writeByteArray(field, value);
        return this;
    }

    ProtoMessage message(int field, ProtoMessage value) throws IOException {
        out.writeBytes(field, value.done());
        return this;
    }

    ByteString done() throws IOException {
        out.flush();
        return bytes.toByteString();
    }
}
