package io.throughline.journey.stream;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * All state stores of the process share one block cache and one budget of write buffers. By default each takes up to 100
 * MB of its own, outside the Java heap, and there is one for each partition.
 *
 * <p>Public, with a public constructor: Kafka Streams makes its instances from the configuration.
 */
public final class BoundedMemory implements RocksDBConfigSetter {

    private static final long TOTAL_BYTES = 256L * 1024 * 1024;
    private static final long WRITE_BUFFER_BYTES = 64L * 1024 * 1024;

    /** Of one store. Four stores share the budget; most of what is written is soon written again, best in the buffer. */
    private static final long BUFFER_BYTES = 16L * 1024 * 1024;

    /**
     * The index of a file grows with the number of its blocks, and is needed at each access. The default is 4 KB.
     */
    private static final int BLOCK_BYTES = 16 * 1024;

    /**
     * The cache is divided into two to the power of this. By default it would be into 64, of 4 MB each: in so small a
     * part a few blocks of index and filter, of up to 1 MB, drive each other out (measured: decision 0009).
     */
    private static final int CACHE_PARTS_EXPONENT = 2;

    /** Of the cache that index and filter have before data; in RocksDB's Java API none by default. */
    private static final double INDEX_SHARE = 0.5;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(TOTAL_BYTES, CACHE_PARTS_EXPONENT, false, INDEX_SHARE);
    private static final WriteBufferManager WRITE_BUFFERS = new WriteBufferManager(WRITE_BUFFER_BYTES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        var table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setBlockSize(BLOCK_BYTES);
        table.setCacheIndexAndFilterBlocks(true);
        table.setCacheIndexAndFilterBlocksWithHighPriority(true);
        options.setWriteBufferManager(WRITE_BUFFERS);
        options.setWriteBufferSize(BUFFER_BYTES);
        options.setTableFormatConfig(table);
    }

    /** Cache and write buffers belong to the process, not to the store. */
    @Override
    public void close(String store, Options options) {}
}
