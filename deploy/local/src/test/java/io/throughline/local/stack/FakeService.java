package io.throughline.local.stack;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/** A process that starts as quickly as a process can, says that it is ready, and knows nothing of Throughline. */
final class FakeService {

    private FakeService() {}

    public static void main(String[] args) throws IOException {
        var port = Integer.parseInt(System.getenv("QUARKUS_HTTP_PORT"));
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext("/q/health/ready", exchange -> {
            try (exchange) {
                exchange.sendResponseHeaders(200, -1);
            }
        });
        server.start();
    }

    /** One that says why it cannot start, and ends. */
    static final class Broken {
        public static void main(String[] args) {
            System.err.println("the key is missing");
            System.exit(1);
        }
    }

    /** Puts it where the build puts a service. */
    static void install(Path project, String name, Class<?> main) {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        var jar = Service.jar(project, name);
        try {
            Files.createDirectories(jar.getParent());
            try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
                for (var type : new Class<?>[] {FakeService.class, Broken.class}) {
                    var entry = type.getName().replace('.', '/') + ".class";
                    out.putNextEntry(new ZipEntry(entry));
                    try (var bytes = type.getResourceAsStream("/" + entry)) {
                        bytes.transferTo(out);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
