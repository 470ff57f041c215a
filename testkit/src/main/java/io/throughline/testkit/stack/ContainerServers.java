package io.throughline.testkit.stack;

import io.throughline.testkit.postgres.Database;
import io.throughline.testkit.postgres.Databases;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The same servers as Docker containers. The images are the system properties {@code throughline.containers.kafka} and
 * {@code throughline.containers.postgres}.
 */
final class ContainerServers implements Servers {

    private final KafkaContainer kafka;
    private @Nullable PostgreSQLContainer postgres;

    ContainerServers() {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            throw new IllegalStateException(
                    "throughline.containers is true, but no Docker engine answers: start one, or leave the property out");
        }
        kafka = new KafkaContainer(image("throughline.containers.kafka", "apache/kafka:4.1.1", "apache/kafka"));
        kafka.withEnv("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false");
        kafka.start();
    }

    @Override
    public String bootstrapServers() {
        return kafka.getBootstrapServers();
    }

    @Override
    public synchronized Database database(String name) {
        if (postgres == null) {
            postgres = new PostgreSQLContainer(image("throughline.containers.postgres", "postgres:18", "postgres"));
            postgres.start();
        }
        var superuser = new PGSimpleDataSource();
        superuser.setUrl(postgres.getJdbcUrl());
        superuser.setUser(postgres.getUsername());
        superuser.setPassword(postgres.getPassword());
        try {
            Databases.create(superuser, name, name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create the database " + name, e);
        }
        var address = postgres.getHost() + ":" + postgres.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT);
        return new Database("jdbc:postgresql://" + address + "/" + name, name, name);
    }

    private static DockerImageName image(String property, String usual, String substituteFor) {
        return DockerImageName.parse(System.getProperty(property, usual)).asCompatibleSubstituteFor(substituteFor);
    }
}
