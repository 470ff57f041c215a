package io.throughline.servicekit.streams;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Metrics;
import io.throughline.servicekit.privacy.WithoutMessages;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jboss.logging.Logger;

/**
 * A record that cannot be read, processed or written is skipped, so that it does not stop all that come after it. It is
 * counted in {@code throughline.streams.records.skipped}, and logged by where it lies: its topic, partition and offset,
 * never its content. What is the broker's or the store's fault and not the record's is not skipped, nor is what
 * the service itself wrote ({@link UnreadableForm}).
 *
 * <p>Public, with a public constructor: Kafka Streams makes its instances from the configuration.
 */
public final class SkipBadRecords
        implements DeserializationExceptionHandler, ProcessingExceptionHandler, ProductionExceptionHandler {

    static final String METRIC = "throughline.streams.records.skipped";

    private static final String READ = "read";
    private static final String PROCESS = "process";
    private static final String WRITE = "write";

    private static final Logger LOG = Logger.getLogger(SkipBadRecords.class);

    /** All counters are there from the start, so that an increase can be taken of each. */
    @Override
    public void configure(Map<String, ?> configs) {
        List.of(READ, PROCESS, WRITE).forEach(SkipBadRecords::counter);
    }

    @Override
    public DeserializationHandlerResponse handle(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception error) {
        if (error instanceof UnreadableForm) {
            return DeserializationHandlerResponse.FAIL;
        }
        skipped(READ, context, error);
        return DeserializationHandlerResponse.CONTINUE;
    }

    @Override
    public ProcessingHandlerResponse handle(ErrorHandlerContext context, Record<?, ?> record, Exception error) {
        if (error instanceof KafkaException && !(error instanceof SerializationException)) {
            return ProcessingHandlerResponse.FAIL;
        }
        skipped(PROCESS, context, error);
        return ProcessingHandlerResponse.CONTINUE;
    }

    /** The broker's refusals; under exactly-once the transaction is lost with the record, so going on is impossible. */
    @Override
    public ProductionExceptionHandlerResponse handle(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception error) {
        return error instanceof RetriableException
                ? ProductionExceptionHandlerResponse.RETRY
                : ProductionExceptionHandlerResponse.FAIL;
    }

    @Override
    @SuppressWarnings("rawtypes") // the interface has it so
    public ProductionExceptionHandlerResponse handleSerializationException(
            ErrorHandlerContext context, ProducerRecord record, Exception error, SerializationExceptionOrigin origin) {
        skipped(WRITE, context, error);
        return ProductionExceptionHandlerResponse.CONTINUE;
    }

    private static Counter counter(String step) {
        return Metrics.counter(METRIC, "step", step);
    }

    private static void skipped(String step, ErrorHandlerContext context, Exception error) {
        counter(step).increment();
        LOG.errorf(
                WithoutMessages.of(error),
                "record skipped: step=%s topic=%s partition=%d offset=%d keyHash=%08x node=%s",
                step,
                context.topic(),
                context.partition(),
                context.offset(),
                Arrays.hashCode(context.sourceRawKey()),
                context.processorNodeId());
    }
}
