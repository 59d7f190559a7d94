package org.gatescope.format.hdf;

import io.jhdf.Constants;
import io.jhdf.GroupSymbolTableNode;
import io.jhdf.LocalHeap;
import io.jhdf.ObjectHeader;
import io.jhdf.SymbolTableEntry;
import io.jhdf.btree.BTreeV1;
import io.jhdf.object.message.AttributeInfoMessage;
import io.jhdf.object.message.LinkInfoMessage;
import io.jhdf.object.message.LinkMessage;
import io.jhdf.object.message.LinkMessage.LinkType;
import io.jhdf.object.message.SymbolTableMessage;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatescope.format.FormatException;

/** What is in a group: addresses by name. Links to other places and other files are not followed. */
final class HdfLinks {
    private static final int LONGEST_NAME = 1000;
    /** Of a link whose target is a name. */
    private static final int SOFT = 2;

    private HdfLinks() {}

    static Map<String, Long> of(HdfStorage storage, ObjectHeader header) throws FormatException {
        requireNoIndex(header);
        if (header.hasMessageOfType(SymbolTableMessage.class)) {
            return ofTable(storage, header.getMessageOfType(SymbolTableMessage.class));
        }
        Map<String, Long> addresses = new LinkedHashMap<>();
        for (LinkMessage link : header.getMessagesOfType(LinkMessage.class)) {
            if (link.getLinkType() == LinkType.HARD) {
                addresses.put(link.getLinkName(), link.getHardLinkAddress());
            }
        }
        return addresses;
    }

    /** Long lists may be kept apart from what they belong to; Keras never writes them so. */
    private static void requireNoIndex(ObjectHeader header) throws FormatException {
        boolean isIndexed = header.getMessagesOfType(LinkInfoMessage.class).stream()
                        .anyMatch(info -> info.getBTreeNameIndexAddress() != Constants.UNDEFINED_ADDRESS)
                || header.getMessagesOfType(AttributeInfoMessage.class).stream()
                        .anyMatch(info -> info.getFractalHeapAddress() != Constants.UNDEFINED_ADDRESS);
        if (isIndexed) {
            throw new FormatException("hdf.index");
        }
    }

    private static Map<String, Long> ofTable(HdfStorage storage, SymbolTableMessage table) throws FormatException {
        ByteBuffer names = new LocalHeap(storage, table.getLocalHeapAddress()).getDataBuffer();
        Map<String, Long> addresses = new LinkedHashMap<>();
        for (long node :
                BTreeV1.createGroupBTree(storage, table.getBTreeAddress()).getChildAddresses()) {
            for (SymbolTableEntry entry : new GroupSymbolTableNode(storage, node).getSymbolTableEntries()) {
                if (entry.getCacheType() != SOFT) {
                    addresses.put(name(names, entry.getLinkNameOffset()), entry.getObjectHeaderAddress());
                }
            }
        }
        return addresses;
    }

    private static String name(ByteBuffer names, int from) throws FormatException {
        int end = from;
        while (names.get(end) != 0) {
            end++;
            if (end - from > LONGEST_NAME) {
                throw new FormatException("torch.names", LONGEST_NAME);
            }
        }
        return StandardCharsets.UTF_8.decode(names.slice(from, end - from)).toString();
    }
}
