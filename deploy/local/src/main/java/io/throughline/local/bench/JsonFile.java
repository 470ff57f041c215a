package io.throughline.local.bench;

import io.throughline.contracts.json.ContractJson;
import io.throughline.local.Failure;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option of a measurement to write its figures to a file. */
final class JsonFile {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the figures there, too.")
    private @Nullable Path file;

    /** Writes the figures where the option asks for it. */
    void write(Object figures) {
        if (file == null) {
            return;
        }
        try {
            ContractJson.MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), figures);
        } catch (IOException e) {
            throw new Failure("Cannot write " + file + ": " + e.getMessage(), e);
        }
    }
}
